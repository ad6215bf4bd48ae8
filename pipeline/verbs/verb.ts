/** How a run ends: it passed; the gate said no; it could not run. */
export type ExitCode = 0 | 1 | 2

/** One thing `galley` can be told to do. */
export interface Verb {
  readonly name: string
  /** One line, for the list of verbs. */
  readonly summary: string
  /** What stands after the verb, for example `FILE`. */
  readonly operands: string
  /** A paragraph for `galley help VERB`: what it reads, what it writes, when it refuses. */
  readonly about: string
  readonly options: Readonly<Record<string, VerbOption>>
  run(call: Call): Promise<ExitCode>
}

interface VerbOption {
  readonly type: 'boolean' | 'string'
  /** What the value is, for a string option: `FOLDER`. */
  readonly value?: string
  readonly about: string
  /** Whether a string option may be given several times. */
  readonly many?: true
}

/** A verb as it was called, and where its words go. */
export interface Call {
  readonly operands: readonly string[]
  /** The publication to work on: the folder named by `--publication`, or the working folder. */
  readonly folder: string
  /** The working folder, which file operands are relative to. */
  readonly cwd: string
  /** Whether a boolean option was given. */
  readonly has: (option: string) => boolean
  /** The value of a string option. */
  readonly value: (option: string) => string | undefined
  /** All values of a string option that may be given several times. */
  readonly values: (option: string) => readonly string[]
  /** Print a result. */
  readonly print: (text: string) => void
  /** Print progress or advice, beside the result. */
  readonly tell: (text: string) => void
  readonly terminal: {readonly columns: number; readonly colour: boolean; readonly live: boolean}
  /** Resolves when the person asks the program to stop; until it is called, that ends it at once. */
  readonly stopped: () => Promise<void>
}
