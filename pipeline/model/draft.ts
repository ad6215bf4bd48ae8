/** A text that a machine is asked to translate. */
export interface DraftUnit {
  /** Its own among the units of one call. */
  readonly id: string
  /** Inline Markdown, whose markup has to come back as it is. */
  readonly text: string
}

/**
 * A machine that translates: units in one language in, texts in another out. It never throws for
 * what the machine does; what came before it failed is kept.
 */
export type Machine = (units: readonly DraftUnit[], from: string, to: string) => Promise<Drafted>

export interface Drafted {
  /** By the unit's id; whatever the machine said, not verified. */
  readonly texts: ReadonlyMap<string, string>
  readonly failures: readonly MachineFailure[]
}

/** How a machine failed: as a whole, or at one unit. */
export interface MachineFailure {
  readonly what: 'start' | 'exit' | 'silence' | 'garbage' | 'stranger' | 'refused'
  readonly unit: string | undefined
  /** What it said, or what it ended with. */
  readonly detail: string
}

/** The command that is asked for drafts; nothing is, unless a publication names one. */
export interface MachineConfig {
  /** The program and its arguments; no shell reads them. */
  readonly command: readonly string[]
  /** How long it may say nothing, in milliseconds. */
  readonly timeLimit: number
}
