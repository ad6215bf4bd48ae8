import {closest, distance} from 'fastest-levenshtein'
import type {Finding} from '../../model/finding.ts'
import type {Publication, WordFile} from '../../model/publication.ts'
import {isPseudo} from '../../words/pseudo.ts'
import {strayCharacters} from '../translation/characters.ts'
import {leftOver, typedMarkup} from './left-over.ts'
import {particleMarks} from './particle-marks.ts'
import {placeholderFaults} from './placeholder-faults.ts'
import {pluralFaults, pluralStems, stemOf} from './plural-faults.ts'
import {proseFaults} from './prose-faults.ts'
import {fileFinding, wordFinding, type WordDefect} from './word-finding.ts'

type Texts = Readonly<Record<string, string>>

/**
 * Judges the words of the templates that a publication has of its own. They are translations as an
 * article's texts are: of the source locale's words, or of the package's where that has none. The
 * source's own may leave out a value and add keys for templates of their own; what looks like a
 * slip in them is a warning.
 */
export function judgeWords(
  publication: Pick<Publication, 'config' | 'words' | 'packageWords' | 'wordFiles'>,
): readonly Finding[] {
  return [...publication.wordFiles, ...filesLeftOut(publication)]
    .filter(({locale}) => !isPseudo(locale))
    .flatMap((file) => {
      const {locale, namespace} = file
      const {source} = publication.config
      const isSource = locale === source
      const original = originalOf(file, publication)
      const whole = publication.words[locale]?.[namespace] ?? {}
      const stems = pluralStems(original, whole)
      const stemsOf = (texts: Texts) =>
        new Set(
          Object.entries(texts).flatMap(([key, text]) => (text === '' ? [] : stemOf(key, stems))),
        )
      const known = [...stemsOf(original)]
      const there = stemsOf(whole)
      const isWhole = isSource && there.size > 0
      const missing = isWhole ? [] : known.filter((stem) => !there.has(stem))
      return [
        ...(missing.length === 0 ? [] : [fileFinding(file, 'translation/words/missing', missing)]),
        ...Object.entries(file.words).flatMap(([key, text]) => {
          const from = textsFor(original, key, stems)
          const isOpen = isSource || namespace === 'topics'
          const defects: readonly WordDefect[] = [
            ...(from.length > 0
              ? placeholderFaults(key, text, from, isSource)
              : unknownKey(stemOf(key, stems), known, isOpen)),
            ...particleMarks(text, locale),
            ...strayCharacters(text, from.join('\n'), locale),
            ...(isOfPages(file) ? typedMarkup(text) : []),
            ...(namespace === 'site' ? leftOver(key, text, from, [source, locale]) : []),
          ]
          return text === '' ? [] : defects.map((defect) => wordFinding(file, key, defect))
        }),
        ...(isSource || !isOfPages(file)
          ? []
          : proseFaults(file, source, (key) => textsFor(original, key, stems))),
        ...pluralFaults(file.words, whole, stems, locale).map(({unit, defect}) =>
          wordFinding(file, unit, defect),
        ),
      ]
    })
}

/** What readers see: the other files hold what reports and the showcase say. */
function isOfPages({namespace}: WordFile): boolean {
  return namespace === 'site' || namespace === 'topics'
}

/** The files of languages in which nobody, the package neither, has a word for the templates. */
function filesLeftOut({
  config: {locales},
  words,
  wordFiles,
}: Parameters<typeof judgeWords>[0]): readonly WordFile[] {
  const has = new Set(wordFiles.flatMap((file) => (file.namespace === 'site' ? file.locale : [])))
  return locales
    .filter(({tag}) => !has.has(tag) && words[tag]?.['site'] === undefined)
    .map(({tag}) => {
      const path = `locales/${tag}/site.json`
      return {path, text: '{}', locale: tag, namespace: 'site', words: {}}
    })
}

/** What a file translates. The names of topics are the publication's alone. */
function originalOf(
  {locale, namespace}: WordFile,
  {config: {source}, words, packageWords, wordFiles}: Parameters<typeof judgeWords>[0],
): Texts {
  if (namespace === 'topics') {
    const own = wordFiles.find((file) => file.locale === source && file.namespace === namespace)
    return own?.words ?? {}
  }
  const packaged = packageWords['en']?.[namespace] ?? {}
  const own = (locale === source ? packageWords : words)[source]?.[namespace] ?? {}
  return {...packaged, ...own}
}

/** The texts that a key translates: all plural forms, since languages differ in those. */
function textsFor(original: Texts, key: string, stems: ReadonlySet<string>): readonly string[] {
  const stem = stemOf(key, stems)
  return Object.entries(original).flatMap(([other, text]) =>
    stemOf(other, stems) === stem ? [text] : [],
  )
}

/** A key that nothing asks for; where keys of one's own are in order (`isOpen`), only if it is nearly one that is known. */
function unknownKey(key: string, known: readonly string[], isOpen: boolean): readonly WordDefect[] {
  const nearest = known.length === 0 ? undefined : closest(key, known)
  if (nearest !== undefined && distance(key, nearest) <= 2) {
    const values = {key, nearest}
    const found = {key: 'translation/words/unknown-near', values, expected: nearest}
    return [{severity: 'warning', ...found}]
  }
  return isOpen ? [] : [{severity: 'warning', key: 'translation/words/unknown', values: {key}}]
}
