import type {Article} from '../../model/article.ts'
import {segment} from '../segment.ts'
import type {Extra, Imported, Importer, Offer} from './importers.ts'
import {itemsOf, type Item} from './items.ts'

/** A translated document: the same article, written in the other language. */
export const documentImporter: Importer = {
  endings: ['.md', '.markdown', '.mdx', '.txt'],
  wantsHistory: true,
  read(incoming, into): Imported {
    const translated = incoming.asArticle()
    const pairs = inStep(into.article, translated)
    const texts = segment(translated)
    const offers = pairs.flatMap(([before, now]): readonly Offer[] => {
      const [unit, found] = [into.segments[before], texts[now]]
      if (unit === undefined || found === undefined) return []
      const {text: target, line, column} = found
      return [
        {
          key: unit.key,
          target,
          state: 'translated',
          confidence: 1,
          source: unit.text,
          note: undefined,
          line,
          column,
        },
      ]
    })
    const given = new Set(pairs.map(([, now]) => now))
    const extras = texts.flatMap(({kind, text, line, column}, index): readonly Extra[] =>
      given.has(index)
        ? []
        : [{kind, target: text, source: '', note: 'It has no counterpart.', line, column}],
    )
    return {method: 'structure', offers, extras, findings: []}
  },
}

/** Pairs of segments of two documents, as long as they are built alike. */
function inStep(source: Article, target: Article): readonly (readonly [number, number])[] {
  const [ours, theirs] = [itemsOf(source), itemsOf(target)]
  const same = (a: Item, b: Item | undefined) => a.tag === b?.tag && a.container === b.container
  const first = ours.findIndex((item, index) => !same(item, theirs[index]))
  return ours.slice(0, first === -1 ? undefined : first).flatMap(({segment: before}, index) => {
    const now = theirs[index]?.segment
    return before === undefined || now === undefined ? [] : [[before, now] as const]
  })
}
