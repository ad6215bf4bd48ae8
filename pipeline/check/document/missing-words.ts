import type {Finding} from '../../model/finding.ts'
import type {DocumentCheck, ParsedPage} from '../check.ts'
import {defect} from './defect.ts'
import {wordings} from './wording.ts'

const about = {id: 'document/missing-words', criteria: []}

/** What stands for words that no language has: the key in brackets. */
const key = /\[([a-z]\w*(?:\.[a-z]\w*)+)\]/giu

/**
 * Every key that a template names has words in some language. Among other words it may be an article's
 * own, such as an address in brackets: then it is a warning.
 */
export const missingWords: DocumentCheck = {...about, judge: (page) => missingWordsOn(page)}

/** The same of a page that stands alone. */
export function missingWordsOn(page: ParsedPage): readonly Finding[] {
  return wordings(page.tree)
    .filter(({at: {element, ancestors}}) => ![...ancestors, element].some(isProse))
    .flatMap(({text, at, node}) =>
      [...text.matchAll(key)].map(([said, name = '']) =>
        defect(about, page, {
          key: about.id,
          values: {name},
          severity: text.trim() === said ? 'error' : 'warning',
          at,
          ...(node && {node}),
          excerpt: text,
        }),
      ),
    )
}

/** The text of an article. */
function isProse({properties}: {readonly properties: {readonly className?: unknown}}): boolean {
  return [properties.className].flat().includes('prose')
}
