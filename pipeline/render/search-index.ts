import {plainText} from '../markdown/plain.ts'
import type {Brief} from '../model/brief.ts'
import type {Text} from '../model/memory.ts'
import {searchWords, shardOf, shardsFor, wordParts} from '../words/search-words.ts'
import {articlePath} from './addresses.ts'
import {isFallback} from './fallback.ts'
import {hashOf} from './hash.ts'
import type {Sheet} from './page.ts'
import {remember} from './remember.ts'
import type {Site} from './site.ts'

/** How many articles a file of the list holds; the script counts with it too. */
const listLength = 200

/** Where a word stands tells how much it says of an article; the greatest counts. */
const [insideWord, inText, inHead, inHeadline] = [0, 1, 2, 3]

/** The editions that a reader of the language may search: not those that only show the original. */
export function searchable(tag: string, site: Site): readonly Brief[] {
  return site.config.search === true ? site.newestOf(tag).filter((one) => !isFallback(one)) : []
}

/**
 * The search index of a language, in files small enough to be fetched when somebody asks for a
 * word: which articles have it, in as many files as there are articles to fill them, by how words
 * begin (`shardOf`); and the articles, newest first. Each file says which list of articles its
 * numbers count in, for readers who come while a release is switched.
 */
export function searchIndex(
  tag: string,
  site: Site,
  wordsOf: (edition: Brief) => Text | undefined,
): readonly Sheet[] {
  const editions = searchable(tag, site)
  if (editions.length === 0) return []
  const shards = shardsFor(editions.length)
  const list = editions.map((edition) => entry(edition, site))
  const of = hashOf(JSON.stringify(list))
  const texts = remember(() => editions.map((edition) => wordsOf(edition)))
  const key = remember(() =>
    hashOf(JSON.stringify(editions.map((one, at) => [texts('')[at]?.sha256, headOf(one, site)]))),
  )
  const index = remember(() =>
    collect(
      editions,
      texts('').map((text) => text?.read() ?? ''),
      shards,
      site,
    ),
  )
  const file = (name: string, kind: string, number: number, make: () => unknown): Sheet => ({
    path: `${tag}/search/${name}-${number}.json`,
    mediaType: 'application/json',
    locale: tag,
    article: undefined,
    page: undefined,
    write: () =>
      site.memory.text(kind, [of, key(''), number, shards, tag], () => JSON.stringify(make())),
  })
  return [
    ...Array.from({length: Math.ceil(list.length / listLength)}, (_, number) =>
      file('articles', 'search-articles', number, () => ({
        of,
        articles: list.slice(number * listLength, (number + 1) * listLength),
      })),
    ),
    ...Array.from({length: shards}, (_, number) =>
      file('words', 'search-words', number, () => ({of, words: index('')[number]})),
    ),
  ]
}

/** What a result shows: address, headline, what it is about, day. */
function entry(edition: Brief, site: Site): readonly string[] {
  const {headline, lead, published} = edition
  return [
    site.to.link(articlePath(edition)),
    plainText(headline.text),
    lead,
    published === undefined ? '' : site.narratorOf(edition.locale).day(published).text,
  ]
}

/** Each part of the index: a word, and the articles that have it, as four times the number and where. */
function collect(
  editions: readonly Brief[],
  bodies: readonly string[],
  shards: number,
  site: Site,
): readonly Readonly<Record<string, readonly number[]>>[] {
  const found = Array.from({length: shards}, () => new Map<string, number[]>())
  editions.forEach((edition, number) => {
    for (const [word, where] of placesOf(edition, bodies[number] ?? '', site)) {
      const part = found[shardOf(word, shards)]
      const list = part?.get(word)
      if (list === undefined) part?.set(word, [number * 4 + where])
      else list.push(number * 4 + where)
    }
  })
  return found.map((part) => Object.fromEntries([...part].toSorted(([a], [b]) => (a < b ? -1 : 1))))
}

/** What stands over an edition's text, and in it as headings. */
function headOf(edition: Brief, site: Site): string {
  const {standfirst, byline, dateline, headings, facts, locale} = edition
  const topics = [facts.section ?? [], facts.tags].flat()
  const narrator = site.narratorOf(locale)
  const head = [
    ...[standfirst, dateline, ...byline].map((wording) => plainText(wording?.text ?? '')),
    ...Object.values(headings),
    ...topics.map((id) => narrator.topic(id).text),
  ]
  return head.join('\n')
}

function placesOf(edition: Brief, body: string, site: Site): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const put = (words: readonly string[], where: number) => {
    for (const word of words) places.set(word, Math.max(where, places.get(word) ?? 0))
  }
  put(searchWords(plainText(edition.headline.text)), inHeadline)
  put(searchWords(headOf(edition, site)), inHead)
  put(body.split(' '), inText)
  put(Array.from(places.keys()).flatMap(wordParts), insideWord)
  places.delete('')
  return places
}
