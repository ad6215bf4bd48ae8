/** Permanent codes of what can be wrong with the environment; exit code 2. */
export type ErrorCode =
  | 'usage'
  | 'no-publication'
  | 'bad-policy'
  | 'unreadable-file'
  | 'unwritable-file'
  | 'would-overwrite'
  | 'no-browser'
  | 'browser-failed'
  | 'engine-missing'
  | 'font-failed'
  | 'broken-template'
  | 'no-repository'
  | 'busy'
  | 'superseded'
  | 'switch-pending'
  | 'no-release'
  | 'nothing-to-approve'
  | 'embargoed'
  | 'withdrawn'
  | 'interrupted'
  | 'changed-meanwhile'

/**
 * Something is wrong with the environment, not with the content: no file, no space, no browser,
 * a bad command. Caught once, in `cli.ts`, and shown without a stack.
 */
export class PipelineError extends Error {
  readonly code: ErrorCode
  /** What the person can do about it. */
  readonly advice: string

  constructor(code: ErrorCode, message: string, advice: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'PipelineError'
    this.code = code
    this.advice = advice
  }
}
