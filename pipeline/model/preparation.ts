/** What somebody wrote in a configuration, and where it stands. */
export interface Wish {
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
  readonly actions: readonly Wish[]
  /** Milliseconds that the page is left alone then. */
  readonly wait: number
  /** Selector of the one element that counts, with all that is in it. */
  readonly root: Wish | undefined
  /** Selector of what does not count. It cannot be seen. */
  readonly hidden: Wish | undefined
  /** File that the page's picture goes into. */
  readonly picture: Wish | undefined
}

/** Whether a page has to be gone to before it can be judged: what was served is not what counts. */
export function needsArrival({actions, root, hidden, picture}: Preparation): boolean {
  return actions.length > 0 || [root, hidden, picture].some((one) => one !== undefined)
}

/** What a page was like when all that was asked for had been done. */
export interface Arrival {
  /** Its document, as text. */
  readonly html: string
  /** Something was done on the page: its document, and not what was served, is what counts. */
  readonly isOther: boolean
  /** Where in it the element that counts is; `undefined` where all of it does. */
  readonly root: string | undefined
  /** Where what does not count is. */
  readonly hidden: readonly string[]
}

/** What came of going to pages, by page. */
export interface Approach {
  readonly arrivals: ReadonlyMap<string, Arrival>
  readonly strandings: ReadonlyMap<string, Stranding>
}

/** A page that could not be got to, and which of the wishes could not be fulfilled. */
export interface Stranding {
  readonly wish: Wish | undefined
  readonly reason: string
}

/** A page of which nothing is asked. */
export const unprepared: Preparation = {
  request: {headers: {}, method: 'GET', body: undefined},
  actions: [],
  wait: 0,
  root: undefined,
  hidden: undefined,
  picture: undefined,
}
