/** An element of a page in one view, for people to see what a finding is about. */
export interface Portrait {
  readonly page: string
  /** Name of the view. */
  readonly view: string
  readonly selector: string
}

/** The picture’s key among many. */
export function portraitKey({page, view, selector}: Portrait): string {
  return `${page}\n${view}\n${selector}`
}
