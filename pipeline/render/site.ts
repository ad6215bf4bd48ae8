import type {Edition} from '../model/edition.ts'
import type {Locale} from '../model/locale.ts'
import type {BinaryFile, PublicationConfig, Words} from '../model/publication.ts'
import {speaker} from '../words/speaker.ts'
import {addresses, type Addresses} from './addresses.ts'
import {card} from './card.ts'
import {listings, type Listing} from './listings.ts'
import {newestFirst} from './newest-first.ts'
import {narrator, type Narrator} from './narrator.ts'
import {remember} from './remember.ts'
import type {Card} from './view.ts'

/** The publication as all its pages see it: who speaks, where things lie, what there is. */
export interface Site {
  readonly config: PublicationConfig
  readonly editions: readonly Edition[]
  readonly images: readonly BinaryFile[]
  readonly to: Addresses
  /** The languages there is something to read in, in the readers' order. */
  readonly locales: readonly Locale[]
  readonly narratorOf: (tag: string) => Narrator
  readonly localeOf: (tag: string) => Locale
  /** The articles of one language, newest first, then by slug. */
  readonly newestOf: (tag: string) => readonly Edition[]
  readonly cardOf: (edition: Edition) => Card
  /** What the articles of one language are listed by, by kind and id: `tag/ukraine-war`. */
  readonly listingsOf: (tag: string) => ReadonlyMap<string, Listing>
  /** Slugs of articles that are gone. */
  readonly withdrawn: readonly string[]
  /** Editions of one article, in the order of the languages. */
  readonly editionsOf: (slug: string) => readonly Edition[]
}

/** What a site is made of beside its editions. */
export interface SiteParts {
  readonly config: PublicationConfig
  readonly words: Words
  readonly images: readonly BinaryFile[]
  readonly withdrawn: readonly string[]
}

/** See the editions as one site. */
export function site(editions: readonly Edition[], parts: SiteParts): Site {
  const {config, words, images, withdrawn} = parts
  const to = addresses(config)
  const order = config.locales.map(({tag}) => tag)
  const bySlug = new Map<string, Edition[]>()
  for (const edition of editions) {
    bySlug.set(edition.slug, [...(bySlug.get(edition.slug) ?? []), edition])
  }
  const narratorOf = remember((tag) =>
    narrator(speaker(words, tag, fallbackOf(words, config)), config.timeZone),
  )
  const newestOf = remember((tag) => newestFirst(editions.filter(({locale}) => locale === tag)))
  const cards = new Map<Edition, Card>()
  return {
    config,
    editions,
    images,
    to,
    locales: config.locales.filter(({tag}) => editions.some(({locale}) => locale === tag)),
    narratorOf,
    localeOf: (tag) =>
      config.locales.find((locale) => locale.tag === tag) ?? {tag, direction: 'ltr', autonym: tag},
    newestOf,
    cardOf(edition) {
      const known = cards.get(edition) ?? card(edition, narratorOf(edition.locale), to)
      cards.set(edition, known)
      return known
    },
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
    editionsOf: remember((slug) =>
      (bySlug.get(slug) ?? []).toSorted(
        (a, b) => order.indexOf(a.locale) - order.indexOf(b.locale),
      ),
    ),
  }
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
