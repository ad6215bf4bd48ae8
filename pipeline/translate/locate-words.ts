import {plainText} from '../markdown/plain.ts'
import type {Brief} from '../model/brief.ts'
import type {CatalogFiles} from '../model/catalog.ts'
import type {Wording} from '../model/edition.ts'
import type {Finding, Place} from '../model/finding.ts'
import {grouped} from '../model/grouped.ts'
import type {WordFile} from '../model/publication.ts'
import type {Located} from './locate.ts'
import {placeOfUnit} from './places.ts'

/** Says where the words that a finding is about are written, given the texts of its element and of those around it. */
export type WordsLocator = (
  finding: Finding,
  texts: readonly string[],
) => Place['source'] | undefined

/** All whose words stand on pages outside of articles' bodies. */
export interface Sayers {
  readonly editions: readonly Brief[]
  readonly files: readonly CatalogFiles[]
  readonly articles: readonly Located[]
  readonly wordFiles: readonly WordFile[]
}

/**
 * Find what templates show and do not say themselves: headlines, standfirsts, bylines, datelines and
 * corrections, in their articles or locale files, and the names of sections and subjects and the words
 * of the site. An article's own page asks for its own words first.
 */
export function wordsLocator({editions, files, articles, wordFiles}: Sayers): WordsLocator {
  const bySlug = new Map(articles.map((one) => [one.article.slug, one]))
  const textsOf = new Map(files.map((file) => [`${file.locale} ${file.slug}`, file]))
  let known: ReadonlyMap<string, readonly Said[]> | undefined
  const saidIn = (locale: string) =>
    (known ??= grouped(
      [...editions.flatMap(saidBy), ...wordFiles.flatMap(saidInFile)],
      ({page}) => page,
    )).get(locale) ?? []
  return (finding, texts) => {
    const {article, locale, excerpt = ''} = finding
    const about = new Set(
      [excerpt.replaceAll(/<[^>]*>/g, ' '), ...texts].map(plain).filter(hasWords),
    )
    const isQuoted = !excerpt.includes('<') && hasWords(plain(excerpt))
    const quoted = plain(excerpt).replace(/…$/u, '')
    const said = saidIn(locale ?? '')
    const own = said.filter(({slug}) => slug !== undefined && slug === article)
    for (const list of [own, said]) {
      const found =
        list.find(({text}) => about.has(text)) ??
        (isQuoted ? list.find(({text}) => text.includes(quoted)) : undefined)
      if (found !== undefined) return found.place()
    }
    return undefined
  }

  function saidBy(edition: Brief): readonly Said[] {
    const {slug, locale: page, headline, standfirst, byline, dateline, corrections} = edition
    const of = (kind: string, wordings: readonly (Wording | undefined)[]) =>
      wordings.flatMap((wording, index): readonly Said[] => {
        if (wording === undefined) return []
        const text = plain(plainText(wording.text))
        return [{page, slug, text, place: () => placeIn(edition, wording, kind, index)}]
      })
    return [
      ...of('headline', [headline]),
      ...of('standfirst', [standfirst]),
      ...of('byline', byline),
      ...of('dateline', [dateline]),
      ...of(
        'correction',
        corrections.flatMap(({wrong, right}) => [wrong, right]),
      ),
    ]
  }

  /** Where an edition has the how manieth of its words of a kind from: its article, or its locale file. */
  function placeIn(
    {slug, locale: page}: Brief,
    {locale}: Wording,
    kind: string,
    index: number,
  ): Place['source'] {
    const found = bySlug.get(slug)
    const unit = found?.segments.filter((one) => one.key.startsWith(`${kind}-`))[index]
    if (found === undefined || unit === undefined) return undefined
    if (locale === found.article.locale) {
      return {file: found.article.file, line: unit.line, column: unit.column}
    }
    const texts = textsOf.get(`${page} ${slug}`)?.texts
    return texts === undefined
      ? undefined
      : placeInFile(`locales/${page}/${slug}.json`, texts, unit.key)
  }
}

/** A text that pages of a language show. */
interface Said {
  readonly page: string
  readonly text: string
  /** The article whose it is. */
  readonly slug?: string
  readonly place: () => Place['source']
}

function saidInFile({locale: page, path, text: texts, words}: WordFile): readonly Said[] {
  return Object.entries(words).map(([key, text]) => ({
    page,
    text: plain(text),
    place: () => placeInFile(path, texts, key),
  }))
}

function placeInFile(file: string, texts: string, key: string): Place['source'] {
  const spot = placeOfUnit(texts, key)
  return spot && {file, ...spot}
}

/** Without the difference between quotation marks as they are typed and as they are set, or between blanks. */
function plain(text: string): string {
  return text.replaceAll(/[“”„]/gu, '"').replaceAll(/[‘’]/gu, "'").replaceAll(/\s+/gu, ' ').trim()
}

function hasWords(text: string): boolean {
  return /\p{L}{2}/u.test(text)
}
