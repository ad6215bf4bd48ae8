import type {Brief} from '../model/brief.ts'
import type {Locale} from '../model/locale.ts'
import type {Memory} from '../model/memory.ts'
import type {BinaryFile, PublicationConfig, Words} from '../model/publication.ts'
import {speaker, type Speaker} from '../words/speaker.ts'
import {addresses, type Addresses} from './addresses.ts'
import {card} from './card.ts'
import type {Downloads} from './downloads.ts'
import {isFallback} from './fallback.ts'
import {feedLength} from './feed-length.ts'
import {frameOf, type Frame} from './frame.ts'
import {grouped} from './grouped.ts'
import {listings, type Listing} from './listings.ts'
import {newestFirst} from './newest-first.ts'
import {narrator, type Narrator} from './narrator.ts'
import {relatedAmong} from './related.ts'
import {remember} from './remember.ts'
import type {Templates} from './template.ts'
import type {Card} from './view.ts'

/** The publication as all its pages see it: who speaks, where things lie, what there is. */
export interface Site {
  readonly config: PublicationConfig
  readonly editions: readonly Brief[]
  readonly to: Addresses
  readonly templates: Templates
  readonly memory: Memory
  /** What every page is made of beside what it shows: words, languages, addresses. */
  readonly ground: unknown
  /** The images in an article's folder. */
  readonly imagesOf: (slug: string) => readonly BinaryFile[]
  /** The languages there is something to read in, in the readers' order. */
  readonly locales: readonly Locale[]
  readonly narratorOf: (tag: string) => Narrator
  readonly speakerOf: (tag: string) => Speaker
  /** The keys of all sample words there are for the language. */
  readonly sampleKeysOf: (tag: string) => readonly string[]
  readonly localeOf: (tag: string) => Locale
  /** The articles of one language, newest first, then by slug. */
  readonly newestOf: (tag: string) => readonly Brief[]
  readonly cardOf: (edition: Brief) => Card
  /** What is around every page of a language. */
  readonly frameOf: (tag: string) => Omit<Frame, 'languages'>
  /** What a reader of the edition may want next. */
  readonly relatedOf: (edition: Brief) => readonly Brief[]
  /** Whether some feed carries the edition. */
  readonly isInFeeds: (edition: Brief) => boolean
  /** What the articles of one language are listed by, by kind and id: `tag/ukraine-war`. */
  readonly listingsOf: (tag: string) => ReadonlyMap<string, Listing>
  /** Slugs of articles that are gone. */
  readonly withdrawn: readonly string[]
  /** What can be taken along of each edition. */
  readonly downloads: Downloads
  /** Editions of one article, in the order of the languages; not those of which nothing is translated. */
  readonly editionsOf: (slug: string) => readonly Brief[]
}

/** What a site is made of beside its editions. */
export interface SiteParts {
  readonly config: PublicationConfig
  readonly words: Words
  readonly images: readonly BinaryFile[]
  readonly withdrawn: readonly string[]
  readonly downloads?: Downloads | undefined
  readonly templates: Templates
  readonly memory: Memory
}

/** See the editions as one site. */
export function site(given: readonly Brief[], parts: SiteParts): Site {
  const {config, words, images, withdrawn, templates, memory} = parts
  const to = addresses(config)
  const order = config.locales.map(({tag}) => tag)
  const translated = grouped(
    given.filter((one) => !isFallback(one)),
    ({slug}) => slug,
  )
  // What shows the original goes with it.
  const editions = given.filter(
    (one) =>
      !isFallback(one) ||
      translated.get(one.slug)?.some(({locale}) => locale === one.sourceLocale) === true,
  )
  const byFolder = grouped(images, ({path}) => path.split('/')[1] ?? '')
  const ground = {
    url: config.url,
    source: config.source,
    locales: config.locales,
    timeZone: config.timeZone,
    words: Object.entries(words).map(([tag, {site: said, topics}]) => [tag, said, topics]),
  }
  const speakerOf = remember((tag) => speaker(words, tag, fallbackOf(words, config)))
  const narratorOf = remember((tag) => narrator(speakerOf(tag), config.timeZone))
  const byLocale = grouped(editions, ({locale}) => locale)
  const newestOf = remember((tag) => newestFirst(byLocale.get(tag) ?? []))
  const cards = new Map<Brief, Card>()
  const inFeeds = remember(
    (tag) =>
      new Set(
        [
          newestOf(tag),
          ...[...here.listingsOf(tag).values()].map((listing) => listing.editions),
        ].flatMap((list) => list.filter((one) => !isFallback(one)).slice(0, feedLength)),
      ),
  )
  const relatedIn = remember((tag) => relatedAmong(newestOf(tag), here.listingsOf(tag)))
  const here: Site = {
    config,
    editions,
    to,
    templates,
    memory,
    ground,
    imagesOf: (slug) => byFolder.get(slug) ?? [],
    locales: config.locales.filter(({tag}) => byLocale.has(tag)),
    narratorOf,
    speakerOf,
    sampleKeysOf: (tag) => Object.keys({...words['en']?.['showcase'], ...words[tag]?.['showcase']}),
    localeOf: (tag) =>
      config.locales.find((locale) => locale.tag === tag) ?? {tag, direction: 'ltr', autonym: tag},
    newestOf,
    cardOf(edition) {
      const known = cards.get(edition) ?? card(edition, narratorOf(edition.locale), to)
      cards.set(edition, known)
      return known
    },
    frameOf: remember((tag) => frameOf(tag, here)),
    relatedOf: (edition) => relatedIn(edition.locale)(edition),
    isInFeeds: (edition) => inFeeds(edition.locale).has(edition),
    listingsOf: remember(
      (tag) =>
        new Map(
          listings(newestOf(tag), monthIn(config.timeZone)).map((listing) => [
            `${listing.kind}/${listing.id}`,
            listing,
          ]),
        ),
    ),
    withdrawn,
    downloads: parts.downloads ?? new Map(),
    editionsOf: remember((slug) =>
      (translated.get(slug) ?? []).toSorted(
        (a, b) => order.indexOf(a.locale) - order.indexOf(b.locale),
      ),
    ),
  }
  return here
}

/** Gives the month of a date in a time zone, `YYYY-MM`; of a day without a time, its own. */
function monthIn(timeZone: string): (iso: string) => string | undefined {
  // Swedish writes dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv', {timeZone, year: 'numeric', month: '2-digit'})
  return (iso) => {
    const date = new Date(iso)
    if (!/^\d{4}-\d{2}-\d{2}/.test(iso) || Number.isNaN(date.getTime())) return undefined
    return iso.includes('T') ? format.format(date) : iso.slice(0, 7)
  }
}

/** The language whose words stand in where a locale has none: the source's, else English. */
function fallbackOf(words: Words, {source}: PublicationConfig): string {
  return words[source]?.['site'] === undefined ? 'en' : source
}
