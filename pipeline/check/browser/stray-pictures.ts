import type {Finding} from '../../model/finding.ts'
import {waysToApprove} from './baseline.ts'

const id = 'visual/stray'

/** Approved pictures whose page is gone or has another address: nothing is compared with them. */
export function strayPictures(pages: readonly string[]): readonly Finding[] {
  return pages.map((page) => ({
    check: id,
    outcome: 'failed',
    severity: 'warning',
    message: {key: id, values: {page, ...waysToApprove(page)}},
    place: {file: page},
    locale: undefined,
    article: undefined,
    criteria: [],
    engines: [],
  }))
}
