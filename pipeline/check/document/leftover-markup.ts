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
  // Rows without the row of hyphens that makes a table of them.
  {variant: 'table', pattern: /^[ \t]*\|[^|\n]+\|.*\|[ \t]*\n[ \t]*\|.+\|[ \t]*$/gmu},
  // Items that Markdown knows no list by, each on its line in the file and all in one on the page.
  {
    variant: 'list',
    pattern:
      /^[ \t]*[•▪◦‣–—][ \t]*\S.*\n[ \t]*[•▪◦‣–—][ \t]*\S.*|^[ \t]*(?:a\)|가\)|①)[ \t]*\S.*\n[ \t]*(?:b\)|나\)|②)[ \t]*\S.*/gmu,
  },
  {
    variant: 'entity',
    pattern:
      /&(?:amp|lt|gt|quot|apos|nbsp|hellip|[lr][sd]quo|[nm]dash|middot|bull|shy|#\d{2,6}|#x[\da-f]{2,6});/giu,
  },
  // The end of a line as programs write it, behind a word or a stop: who writes of it quotes it.
  {
    variant: 'escape',
    pattern: /(?<=[\p{L}\p{N}.!?…”’)\]])(?:(?:\\r)?\\n(?!\p{Ll})|\\u[\dA-Fa-f]{4})/gu,
  },
]

/**
 * No mark of Markdown is left among the words of a page: a note that nobody has written, a link
 * whose address is not given, emphasis that was never closed well, a table or list that is none;
 * nor a character as HTML or a program writes it. Code is as it is.
 */
export const leftoverMarkup: DocumentCheck = {
  ...about,
  judge: (page) =>
    wordings(page.tree).flatMap(({text, at, node}) =>
      // What readers type is theirs.
      (at.element.tagName === 'textarea' ? [] : leftovers).flatMap(({variant, pattern}) =>
        [...text.matchAll(pattern)].map(([markup]) =>
          defect(about, page, {
            key: `${about.id}/${variant}`,
            values: {markup: markup.trim().replaceAll('\n', ' ')},
            severity: 'warning',
            at,
            ...(node && {node}),
            excerpt: markup,
          }),
        ),
      ),
    ),
}
