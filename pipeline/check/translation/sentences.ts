import type {Edition} from '../../model/edition.ts'

/** A sentence of a text. */
export interface Sentence {
  readonly text: string
  readonly index: number
}

/** A sentence of a source, and the one of the translation that stands in its place. */
interface Facing {
  readonly source: Sentence
  readonly target: Sentence
}

/** No paragraph has more characters. */
const longest = 20_000

/** The sentences of two texts side by side, where there are as many of them; of longer texts none. */
export function facingSentences(
  source: string,
  target: string,
  {sourceLocale, locale}: Edition,
): readonly Facing[] {
  if (Math.max(source.length, target.length) > longest) return []
  const [those, these] = [sentencesIn(source, sourceLocale), sentencesIn(target, locale)]
  if (those.length !== these.length) return []
  return those.flatMap((one, at) => {
    const other = these[at]
    return other === undefined ? [] : [{source: one, target: other}]
  })
}

/** The sentences of a text that have a letter, as Unicode (UAX 29) parts them. */
function sentencesIn(prose: string, locale: string): readonly Sentence[] {
  const segmenter = new Intl.Segmenter(locale, {granularity: 'sentence'})
  return [...segmenter.segment(prose.replaceAll('\n', ' '))].flatMap(({segment, index}) =>
    /\p{L}/u.test(segment) ? [{text: segment.trimEnd(), index}] : [],
  )
}
