import type {Brief} from '../model/brief.ts'
import type {OwnFont} from '../model/font.ts'
import type {Locale} from '../model/locale.ts'
import type {Memory} from '../model/memory.ts'
import type {BinaryFile, PublicationConfig, Words} from '../model/publication.ts'
import {card, listedAs, type Listed} from './card.ts'
import type {Downloads} from './downloads.ts'
import {isFallback} from './fallback.ts'
import {frameOf, type Frame} from './frame.ts'
import {groundOf} from './ground.ts'
import {grouped} from '../model/grouped.ts'
import type {BodyGround} from './kept-body.ts'
import {listings, type Listing} from './listings.ts'
import {newestFirst} from './newest-first.ts'
import {relatedRemembered} from './related.ts'
import {recallNamed, remember} from './remember.ts'
import type {Templates} from './template.ts'
import {topicLink} from './topic-links.ts'
import {translated} from './translated.ts'
import type {Card, TopicLink} from './view.ts'

/** The publication as all its pages see it: who speaks, where things lie, what there is. */
export interface Site extends BodyGround {
  readonly editions: readonly Brief[]
  readonly templates: Templates
  /** The languages there is something to read in, in the readers' order. */
  readonly locales: readonly Locale[]
  /** The articles of one language, newest first, then by slug. */
  readonly newestOf: (tag: string) => readonly Brief[]
  readonly cardOf: (edition: Brief) => Card
  /** What its card is made of, beside the site's ground. */
  readonly listedOf: (edition: Brief) => Listed
  /** What is around every page of a language. */
  readonly frameOf: (tag: string) => Omit<Frame, 'languages'>
  /** What a reader of the edition may want next. */
  readonly relatedOf: (edition: Brief) => readonly Brief[]
  /** What the articles of one language are listed by, by kind and id: `tag/ukraine-war`. */
  readonly listingsOf: (tag: string) => ReadonlyMap<string, Listing>
  /** A link to such a list, where there is one in the language. */
  readonly topicLinkOf: (path: string, tag: string) => TopicLink | undefined
  /** Slugs of articles that are gone. */
  readonly withdrawn: readonly string[]
  /** Whether there are pictures for sharing. */
  readonly draws: boolean
  /** The publication's own fonts. */
  readonly fonts: readonly OwnFont[]
  /** What can be taken along of each edition. */
  readonly downloads: Downloads
  /** The day of the build, in UTC. */
  readonly today: string
}

/** What a site is made of beside its editions. */
export interface SiteParts {
  readonly config: PublicationConfig
  readonly words: Words
  readonly images: readonly BinaryFile[]
  readonly fonts?: readonly OwnFont[] | undefined
  readonly withdrawn: readonly string[]
  readonly draws: boolean
  readonly downloads?: Downloads | undefined
  readonly templates: Templates
  readonly memory: Memory
  /** The moment of the build, ISO 8601 in UTC. */
  readonly now: string
}

/** See the editions as one site. */
export function site(given: readonly Brief[], parts: SiteParts): Site {
  const {config, images, withdrawn, templates, memory} = parts
  const standing = groundOf(parts)
  const {ground, to, narratorOf} = standing
  const bySlug = grouped(given, ({slug}) => slug)
  const editionsOf = remember((slug) => translated(bySlug.get(slug) ?? [], config))
  // What shows the original goes with it.
  const editions = given.filter(
    (one) =>
      !isFallback(one) || editionsOf(one.slug).some(({locale}) => locale === one.sourceLocale),
  )
  const byFolder = grouped(images, ({path}) => path.split('/')[1] ?? '')
  const byLocale = grouped(editions, ({locale}) => locale)
  const newestOf = remember((tag) => newestFirst(byLocale.get(tag) ?? []))
  const cards = new Map<Brief, Card>()
  const listed = new Map<Brief, Listed>()
  const relatedIn = remember((tag) =>
    relatedRemembered(newestOf(tag), () => here.listingsOf(tag), memory),
  )
  const linksIn = remember((tag) => remember((path) => topicLink(path, tag, here)))
  const here: Site = {
    ...standing,
    editions,
    templates,
    imagesOf: (slug) => byFolder.get(slug) ?? [],
    locales: config.locales.filter(({tag}) => byLocale.has(tag)),
    newestOf,
    cardOf(edition) {
      const known =
        cards.get(edition) ??
        recallNamed(memory, 'card', [here.listedOf(edition), ground], () =>
          card(here.listedOf(edition), narratorOf(edition.locale), to),
        )
      cards.set(edition, known)
      return known
    },
    listedOf(edition) {
      const known = listed.get(edition) ?? listedAs(edition)
      listed.set(edition, known)
      return known
    },
    frameOf: remember((tag) => frameOf(tag, here)),
    relatedOf: (edition) => relatedIn(edition.locale)(edition),
    topicLinkOf: (path, tag) => linksIn(tag)(path),
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
    draws: parts.draws,
    fonts: parts.fonts ?? [],
    downloads: parts.downloads ?? new Map(),
    today: parts.now.slice(0, 10),
    editionsOf,
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
    if (!iso.includes('T')) return iso.slice(0, 7)
    const day = date.getUTCDate()
    // Clocks are no more than 14 hours apart from UTC; to ask for the time zone takes long.
    const isSameEverywhere = day > 1 && day < 28
    return isSameEverywhere ? date.toISOString().slice(0, 7) : format.format(date)
  }
}
