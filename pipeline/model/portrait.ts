import type {Declaration, Look} from './declaration.ts'
import type {Picture} from './finding.ts'

/** An element of a page in one view, for people to see what a finding is about. */
export interface Portrait {
  readonly page: string
  /** Name of the view. */
  readonly view: string
  readonly selector: string
  /** What of its looks the finding is about. */
  readonly looks: readonly Look[]
}

/** What people are shown of an element. */
export interface Sight {
  /** `undefined` where it cannot be seen. */
  readonly picture: Picture | undefined
  /** What gives it the looks that were asked for. */
  readonly declared: readonly Declaration[]
}

/** The sight’s key among many. */
export function portraitKey({page, view, selector, looks}: Portrait): string {
  return [page, view, selector, looks.join()].join('\n')
}
