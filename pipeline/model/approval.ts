/** What a person decided on how a page looks, and why. */
export interface Approval {
  /** ISO 8601, in UTC. */
  readonly at: string
  readonly by: string
  readonly decision: 'accepted' | 'rejected'
  /** Empty where none was given. */
  readonly reason: string
  readonly page: string
  /** View → the first 16 hex digits of the SHA-256 of the picture as the browser gave it. */
  readonly views: Readonly<Record<string, string>>
}

/** Who decides, when and why. */
export type Decider = Pick<Approval, 'at' | 'by' | 'reason'>
