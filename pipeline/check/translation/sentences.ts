/** A sentence of a text. */
export interface Sentence {
  readonly text: string
  readonly index: number
}

/** The sentences of a text that have a letter, as Unicode (UAX 29) parts them. */
export function sentencesIn(prose: string, locale: string): readonly Sentence[] {
  const segmenter = new Intl.Segmenter(locale, {granularity: 'sentence'})
  return [...segmenter.segment(prose.replaceAll('\n', ' '))].flatMap(({segment, index}) =>
    /\p{L}/u.test(segment) ? [{text: segment.trimEnd(), index}] : [],
  )
}
