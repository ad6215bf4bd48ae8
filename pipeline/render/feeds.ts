import {Feed, type Item} from 'feed'
import {plainText} from '../markdown/plain.ts'
import type {Brief} from '../model/brief.ts'
import type {Text} from '../model/memory.ts'
import {articlePath, feedPaths, frontPath, listPath} from './addresses.ts'
import {attributeValue, textContent} from './escape-html.ts'
import {isFallback} from './fallback.ts'
import {feedLength} from './feed-length.ts'
import type {KeptBody} from './kept-body.ts'
import type {Sheet} from './page.ts'
import {remember} from './remember.ts'
import {nameOf} from './topic-links.ts'
import type {Site} from './site.ts'

/**
 * The feeds of every language, section and tag, as Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1, with
 * the articles' full text. A feed is as old as its newest article, not as its building.
 */
export function feeds(
  site: Site,
  bodyOf: (edition: Brief) => KeptBody | undefined,
): readonly Sheet[] {
  const contentsOf = lastContents()
  return site.locales.flatMap(({tag}) => {
    const name = site.narratorOf(tag).say('paper.name')
    const lists = [...site.listingsOf(tag).entries()].filter(
      ([, {kind, editions}]) => feedKinds.has(kind) && editions.some((one) => !isFallback(one)),
    )
    return [
      ...feed({list: '', title: name, tag, editions: site.newestOf(tag)}, site, bodyOf, contentsOf),
      ...lists.flatMap(([list, listing]) => {
        const title = `${nameOf(listing, tag, site).text} | ${name}`
        return feed({list, title, tag, editions: listing.editions}, site, bodyOf, contentsOf)
      }),
    ]
  })
}

/** The lists that have feeds of their own. */
export const feedKinds: ReadonlySet<string> = new Set(['section', 'tag'])

interface FeedOf {
  readonly list: string
  readonly title: string
  readonly tag: string
  readonly editions: readonly Brief[]
}

function feed(
  {list, title, tag, editions}: FeedOf,
  site: Site,
  bodyOf: (edition: Brief) => KeptBody | undefined,
  contentsOf: ReturnType<typeof lastContents>,
): readonly Sheet[] {
  const paths = feedPaths(tag, list)
  const newest = editions.filter((one) => !isFallback(one)).slice(0, feedLength)
  const sheaf = {
    from: () => [list, title, tag, newest, newest.map((edition) => bodyOf(edition)?.from)],
  }
  const written = remember(() => {
    const texts = newest.map((edition) => bodyOf(edition)?.full())
    const from = [list, title, tag, newest, texts.map((text) => text?.sha256), site.ground]
    const shown = {list, title, tag, editions: newest}
    const made = (kind: string, format: Format, print: (feed: Feed) => string) => {
      const escape = format === 'json' ? inString : inCdata
      // What articles say is remembered with them: kept in each feed too, it would be most of what
      // there is to remember.
      const around = site.memory.text(kind, from, () => {
        const contents = contentsOf(texts)
        const {feed: filed, held} = write(shown, site, format, (index) => contents[index] !== '')
        return filledIn(print(filed), titlePlace, held.map(escape))
      })
      return site.memory.derived(around, (text) =>
        filledIn(text, contentPlace, contentsOf(texts).map(escape)),
      )
    }
    return {
      atom: made('atom', 'atom', (one) => atomFeed(one.atom1(), tag)),
      rss: made('rss', 'rss', (one) => one.rss2()),
      json: made('json-feed', 'json', (one) => jsonFeed(one.json1(), shown)),
    }
  })
  const file = (path: string, mediaType: string, text: () => Text): Sheet => ({
    path,
    mediaType,
    write: text,
    sheaf,
    locale: tag,
    article: undefined,
    page: undefined,
  })
  return [
    file(paths.atom, 'application/atom+xml', () => written('').atom),
    file(paths.rss, 'application/rss+xml', () => written('').rss),
    file(paths.json, 'application/feed+json', () => written('').json),
  ]
}

/** What articles say in the feeds of one list, which share what is read: no more than one list's is held. */
function lastContents(): (texts: readonly (Text | undefined)[]) => readonly string[] {
  let last: readonly (Text | undefined)[] = []
  let contents: readonly string[] = []
  return (texts) => {
    if (last !== texts) contents = texts.map((text) => text?.read() ?? '')
    last = texts
    return contents
  }
}

/** What an article says is put where something stands in for it. */
function filledIn(written: string, place: RegExp, contents: readonly string[]): string {
  return written.replace(place, (_, index) => contents[Number(index)] ?? '')
}

/** Numbers between characters that no text may hold. */
const titlePlace = /\uffff(\d+)\uffff/gu
const contentPlace = /\uffffc(\d+)\uffff/gu

function inCdata(text: string): string {
  return text.replaceAll(']]>', ']]]]><![CDATA[>')
}

function inString(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

type Format = 'atom' | 'rss' | 'json'

function write(
  {list, title, tag, editions}: FeedOf,
  site: Site,
  format: Format,
  hasContent: (index: number) => boolean,
): {readonly feed: Feed; readonly held: readonly string[]} {
  const {to} = site
  const paper = site.narratorOf(tag).say('paper.name')
  const held: string[] = []
  // The library goes through each text several times, and minds the first `]]>` in it alone: what
  // articles say is held back, and it is given a number between characters that no text may hold.
  const standIn = (text: string) => (text === '' ? '' : `\uffff${held.push(text) - 1}\uffff`)
  // What the library writes as HTML; a text in it is escaped once more.
  const asTitle = format === 'atom' ? textContent : plain
  const asSummary = format === 'json' ? plain : textContent
  const paths = feedPaths(tag, list)
  const address = to.absolute(listPath(tag, list, 1))
  const written = new Feed({
    id: address,
    title,
    link: address,
    language: tag,
    description: site.narratorOf(tag).say('paper.tagline'),
    updated: latest(editions),
    generator: 'Galley',
    // An article that names nobody is the paper's: Atom wants an author for every entry.
    ...(format !== 'rss' && {author: {name: paper, link: to.absolute(frontPath(tag))}}),
    feedLinks: {
      atom: to.absolute(paths.atom),
      rss: to.absolute(paths.rss),
      json: to.absolute(paths.json),
    },
  })
  for (const [index, edition] of editions.entries()) {
    const link = to.absolute(articlePath(edition))
    const published = dateOf(edition.published)
    written.addItem({
      title: standIn(asTitle(plainText(edition.headline.text))),
      id: to.absolute(firstAddress(edition)),
      link,
      date: dateOf(edition.updated ?? edition.published),
      published,
      description: standIn(asSummary(edition.lead)),
      content: hasContent(index) ? `\uffffc${index}\uffff` : '',
      ...authors(edition, format, site),
      category: [edition.facts.section ?? [], edition.facts.tags]
        .flat()
        .map((id) => ({name: site.narratorOf(tag).topic(id).text, term: id})),
    })
  }
  return {feed: written, held}
}

/** Readers take what has a new id for a new article: a renamed one keeps the address it had first. */
function firstAddress({locale, slug, facts}: Brief): string {
  return articlePath({locale, slug: facts.formerly[0] ?? slug})
}

/**
 * Who wrote an article. RSS has no word for a name without an e-mail address but Dublin Core's
 * (https://www.rssboard.org/rss-profile#namespace-elements-dublin).
 */
function authors(
  {byline, locale}: Brief,
  format: Format,
  {narratorOf}: Site,
): Pick<Item, 'author' | 'extensions'> {
  const names = namesIn(byline)
  if (names.length === 0 || format === 'json') return {}
  return format === 'atom'
    ? {author: names.map((name) => ({name}))}
    : {extensions: [{name: 'dc:creator', objects: {_text: narratorOf(locale).list(names)}}]}
}

function namesIn(byline: Brief['byline']): readonly string[] {
  return byline.map(({text}) => plainText(text))
}

function plain(text: string): string {
  return text
}

/** The library does not say which language a feed is in. */
function atomFeed(written: string, language: string): string {
  return written.replace('<feed ', `<feed xml:lang="${attributeValue(language)}" `)
}

/** The library writes version 1; 1.1 has a language and lists of authors (https://jsonfeed.org/version/1.1). */
function jsonFeed(version1: string, {tag, editions}: FeedOf): string {
  const {author, items, ...rest} = Object(JSON.parse(version1))
  const written: readonly object[] = Array.isArray(items) ? items : []
  return JSON.stringify(
    {
      ...rest,
      version: 'https://jsonfeed.org/version/1.1',
      authors: [author],
      language: tag,
      items: written.map((item, index) => {
        const names = namesIn(editions[index]?.byline ?? [])
        return names.length === 0 ? item : {...item, authors: names.map((name) => ({name}))}
      }),
    },
    null,
    2,
  )
}

function latest(editions: readonly Brief[]): Date {
  const times = editions.map(({published, updated}) => dateOf(updated ?? published).getTime())
  return new Date(Math.max(0, ...times))
}

/** What has no date is as old as can be: the same at every building. */
function dateOf(iso: string | undefined): Date {
  const date = new Date(iso ?? 0)
  return Number.isNaN(date.getTime()) ? new Date(0) : date
}
