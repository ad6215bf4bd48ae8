/** What somebody wrote in a configuration, and where it stands. */
export interface Configured {
  readonly text: string
  readonly file: string
  /** 1-based; left out where the configuration is a program. */
  readonly line?: number
  readonly column?: number
}

/** How a page is asked for. */
export interface Request {
  /** Sent to the page's own host and to those that were listed. */
  readonly headers: Readonly<Record<string, string>>
  readonly method: string
  readonly body: string | undefined
}

/** What is done with a page before it is looked at, and what in it counts. */
export interface Preparation {
  readonly request: Request
  /** What a reader would do there, in pa11y's words, each time that the page is loaded. */
  readonly actions: readonly Configured[]
  /** Milliseconds that the page is left alone then. */
  readonly wait: number
  /** Selector of the one element that counts, with all that is in it. */
  readonly root: Configured | undefined
  /** Selector of what does not count. It cannot be seen. */
  readonly hidden: Configured | undefined
  /** File that the page's picture goes into. */
  readonly picture: Configured | undefined
}

/** Whether a page has to be loaded before it can be judged: what was served is not what counts. */
export function needsPreparing({actions, root, hidden, picture}: Preparation): boolean {
  return actions.length > 0 || [root, hidden, picture].some((one) => one !== undefined)
}

/** What a page was like when all that was asked for had been done. */
export interface PreparedPage {
  /** Its document, as text. */
  readonly html: string
  /** Where it was then. */
  readonly url: string
  /** Something was done on the page: its document, and not what was served, is what counts. */
  readonly isOther: boolean
  /** Where in it the element that counts is; `undefined` where all of it does. */
  readonly root: string | undefined
  /** Where what does not count is. */
  readonly hidden: readonly string[]
}

/** What came of preparing pages, by page. */
export interface PreparedPages {
  readonly prepared: ReadonlyMap<string, PreparedPage>
  readonly unprepared: ReadonlyMap<string, UnpreparedPage>
}

/** A page on which something could not be done, and what that was, where it is known. */
export interface UnpreparedPage {
  readonly asked: Configured | undefined
  readonly reason: string
}

/** A page of which nothing is asked. */
export const nothingAsked: Preparation = {
  request: {headers: {}, method: 'GET', body: undefined},
  actions: [],
  wait: 0,
  root: undefined,
  hidden: undefined,
  picture: undefined,
}
