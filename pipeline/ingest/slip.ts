/** A suspected slip: what stands there, and what was probably meant, where that is certain enough. */
export interface Slip {
  readonly variant:
    | 'bracket'
    | 'doubled'
    | 'doubled-perhaps'
    | 'entity'
    | 'figure'
    | 'html'
    | 'mojibake'
    | 'punctuation'
    | 'quote'
    | 'script'
    | 'space'
    | 'unbalanced'
  /** UTF-16 offset in the block's text. */
  readonly index: number
  readonly found: string
  readonly suggestion: string | undefined
}

/** Looks for one kind of slip in a block's text; `next` is the text of the block after it. */
export type Suspicion = (text: string, next: string) => readonly Slip[]
