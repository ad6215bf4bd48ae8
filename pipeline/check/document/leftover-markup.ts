import type {DocumentCheck} from '../check.ts'
import {defect} from './defect.ts'
import {wordings} from './wording.ts'

const about = {id: 'document/leftover-markup', criteria: []}

/** Markdown that means nothing where it stands, and is shown to readers as it was typed. */
const leftovers: readonly {readonly variant: string; readonly pattern: RegExp}[] = [
  {variant: 'note', pattern: /\[\^[^[\]\s]+\]/gu},
  {variant: 'image', pattern: /!\[[^[\]\n]*\]\([^()\n]*\)/gu},
  // Brackets before parentheses alone are headline style: [단독](종합).
  {
    variant: 'link',
    pattern:
      /(?<!!)\[[^[\]\n]+\]\((?:(?:https?:|mailto:|tel:|\.{0,2}\/|#)[^()\n]*|[^()\n]+\.\w{2,5})\)/gu,
  },
  {variant: 'emphasis', pattern: /(?<!\p{N})\*\*[\p{L}\p{N}\p{Pi}"'‘“(][^*\n]*\*\*/gu},
  // Opened and never closed; a star or two before `p < 0.05` are a note of statistics.
  {
    variant: 'emphasis',
    pattern: /\*\*(?<=^[^*]*\*\*)(?!p\s*[<=>≤])[\p{L}\p{Pi}"'‘“(][^*\n]{2,40}(?![^]*\*)/gu,
  },
]

/**
 * No mark of Markdown is left among the words of a page: a note that nobody has written, a link
 * whose address is not given, emphasis that was never closed well. Code is as it is.
 */
export const leftoverMarkup: DocumentCheck = {
  ...about,
  judge: (page) =>
    wordings(page.tree).flatMap(({text, at, node}) =>
      leftovers.flatMap(({variant, pattern}) =>
        [...text.matchAll(pattern)].map(([markup]) =>
          defect(about, page, {
            key: `${about.id}/${variant}`,
            values: {markup},
            severity: 'warning',
            at,
            ...(node && {node}),
            excerpt: markup,
          }),
        ),
      ),
    ),
}
