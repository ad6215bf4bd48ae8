import type {Edition} from '../model/edition.ts'
import type {Locale} from '../model/locale.ts'
import type {BinaryFile, PublicationConfig, Words} from '../model/publication.ts'
import {speaker} from '../words/speaker.ts'
import {addresses, type Addresses} from './addresses.ts'
import {cards} from './cards.ts'
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
  readonly cardsOf: (tag: string) => readonly Card[]
  /** Editions of one article, in the order of the languages. */
  readonly editionsOf: (slug: string) => readonly Edition[]
}

/** What a site is made of beside its editions. */
export interface SiteParts {
  readonly config: PublicationConfig
  readonly words: Words
  readonly images: readonly BinaryFile[]
}

/** See the editions as one site. */
export function site(editions: readonly Edition[], {config, words, images}: SiteParts): Site {
  const to = addresses(config)
  const order = config.locales.map(({tag}) => tag)
  const bySlug = new Map<string, Edition[]>()
  for (const edition of editions) {
    bySlug.set(edition.slug, [...(bySlug.get(edition.slug) ?? []), edition])
  }
  const narratorOf = remember((tag) =>
    narrator(speaker(words, tag, fallbackOf(words, config)), config.timeZone),
  )
  return {
    config,
    editions,
    images,
    to,
    locales: config.locales.filter(({tag}) => editions.some(({locale}) => locale === tag)),
    narratorOf,
    localeOf: (tag) =>
      config.locales.find((locale) => locale.tag === tag) ?? {tag, direction: 'ltr', autonym: tag},
    cardsOf: remember((tag) =>
      cards(
        editions.filter(({locale}) => locale === tag),
        narratorOf(tag),
        to,
      ),
    ),
    editionsOf: remember((slug) =>
      (bySlug.get(slug) ?? []).toSorted(
        (a, b) => order.indexOf(a.locale) - order.indexOf(b.locale),
      ),
    ),
  }
}

/** The language whose words stand in where a locale has none: the source's, else English. */
function fallbackOf(words: Words, {source}: PublicationConfig): string {
  return words[source]?.['site'] === undefined ? 'en' : source
}
