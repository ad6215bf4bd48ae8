import {articlePage, type ArticlePage} from './article-page.ts'
import type {Edition} from '../model/edition.ts'
import type {Body} from './body.ts'
import {voice} from './frame.ts'
import {listingKinds} from './listings.ts'
import {linksTo} from './topic-links.ts'
import {frontPage, rootPage} from './front-pages.ts'
import {gonePages} from './gone-pages.ts'
import {listPages} from './list-pages.ts'
import {anyNotFoundPage, notFoundPage} from './not-found-pages.ts'
import type {Page} from './page.ts'
import {parallelPage, type ParallelPage} from './parallel-page.ts'
import {translationsBeside} from './parallel-links.ts'
import type {Site} from './site.ts'

/** All pages, with what the choice of fonts depends on. */
export interface Layout {
  readonly pages: readonly Page[]
  readonly bodies: ReadonlyMap<Edition, Body>
  /** Serialised content, for what can only be told from markup. */
  readonly html: readonly string[]
  /** Views whose every text may be printed. */
  readonly sample: readonly unknown[]
}

/** Lay out every page of the site. */
export function layOut(site: Site): Layout {
  const articles = site.editions.map((edition) => articlePage(edition, site))
  const parallels = parallelPages(articles, site)
  const voices = site.locales.map(({tag}) => voice(tag, site))
  const others = [
    ...parallels.map(({page}) => page),
    ...site.locales.map(({tag}) => frontPage(tag, site)),
    ...site.locales.flatMap(({tag}) => listPages(tag, site)),
    ...gonePages(site),
    ...site.locales.map(({tag}) => notFoundPage(tag, site)),
    rootPage(voices, site),
    anyNotFoundPage(voices, site),
  ]
  return {
    pages: [...articles.map(({page}) => page), ...others],
    bodies: new Map(articles.map(({edition, body}) => [edition, body])),
    html: articles.flatMap(({view}) => [
      view.body,
      view.headline.html,
      view.standfirst?.html ?? '',
    ]),
    sample: [
      voices.map(({language, articles: listed}) => ({language, listed})),
      articles.map(({view}) => ({...view, body: ''})),
      site.locales.map(({tag}) => listingKinds.map((kind) => linksTo(kind, tag, site))),
      '0123456789',
    ],
  }
}

/** The pages that set an article beside its translations. */
function parallelPages(articles: readonly ArticlePage[], site: Site): readonly ParallelPage[] {
  const of = new Map(articles.map((one) => [`${one.edition.locale} ${one.edition.slug}`, one]))
  return articles
    .filter(({edition: {locale, sourceLocale}}) => locale === sourceLocale)
    .flatMap((source) =>
      translationsBeside(source.edition.slug, site).flatMap((tag) => {
        const target = of.get(`${tag} ${source.edition.slug}`)
        return target === undefined ? [] : parallelPage(source, target, site)
      }),
    )
}
