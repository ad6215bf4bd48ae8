import type {TranslationCheck} from '../check.ts'
import {readings} from './reading.ts'
import {placed, unitFinding} from './unit-finding.ts'

/** Marks of links, pictures and code that readers would see, because they were written wrongly. */
const remains = [
  {
    variant: 'link',
    pattern: /\[[^\]\n]+\][ \t]*\([^()\s]*(?:\/|#|https?:)[^()\n]*\)?|\]\((?!\s)/gu,
  },
  {variant: 'code', pattern: /`+/gu},
  {variant: 'tag', pattern: /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?>?(?=\s|$)/giu},
  // The mark of a heading, a quotation: an item has its own, too.
  {variant: 'block', pattern: /^(?:#{2,6} |> )/gu},
  {variant: 'reference', pattern: /\[\^[^\]\s]+\]/gu},
] as const

/**
 * The inline structure holds: no half of a link, of code or of a tag stands in the text, and each
 * HTML tag that is opened is closed as in the source.
 */
export const structure: TranslationCheck = {
  id: 'translation/structure',
  criteria: [],
  judge(edition) {
    return readings(edition).flatMap(({unit, source, target}) => [
      ...remains.flatMap(({variant, pattern}) => {
        const found = [...target.prose.matchAll(pattern)]
        const [first] = found
        if (first === undefined || found.length <= [...source.prose.matchAll(pattern)].length)
          return []
        return [
          unitFinding(edition, unit, {
            severity: 'error',
            key: `translation/structure/${variant}`,
            values: {found: first[0]},
            ...placed(target, first.index, first[0].length),
          }),
        ]
      }),
      ...unclosed(target.written, source.written).map((tag) =>
        unitFinding(edition, unit, {
          severity: 'error',
          key: 'translation/structure/unclosed',
          values: {tag},
        }),
      ),
    ])
  },
}

/** Tags that the text opens more often than it closes them, or the other way round, and the source not so. */
function unclosed(written: string, source: string): readonly string[] {
  const balance = balanceOf(written)
  const wanted = balanceOf(source)
  return [...balance].flatMap(([tag, count]) =>
    count !== 0 && count !== (wanted.get(tag) ?? 0) ? [tag] : [],
  )
}

const empty = /^(?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/iu

function balanceOf(written: string): ReadonlyMap<string, number> {
  const balance = new Map<string, number>()
  const bare = written.replace(/(`+)[^`]+\1/gu, '')
  for (const [tag, close = '', name = ''] of bare.matchAll(
    /(?<!["'“‘])<(\/?)([a-z][\w.-]*)(?:\s[^<>]*)?>/giu,
  )) {
    if (empty.test(name) || tag.endsWith('/>') || /^<https?/u.test(tag)) continue
    balance.set(name, (balance.get(name) ?? 0) + (close === '' ? 1 : -1))
  }
  return balance
}
