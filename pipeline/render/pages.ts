import type {Brief, Filed} from '../model/brief.ts'
import type {DrawRequest} from '../model/drawing.ts'
import {articlePage, type ArticlePage} from './article-page.ts'
import {voice} from './frame.ts'
import {listingKinds} from './listings.ts'
import {linksTo} from './topic-links.ts'
import {frontPage, rootPage} from './front-pages.ts'
import {gonePages} from './gone-pages.ts'
import {listPages} from './list-pages.ts'
import {anyNotFoundPage, notFoundPage} from './not-found-pages.ts'
import type {Sheet} from './page.ts'
import {parallelPage} from './parallel-page.ts'
import {frontPoster} from './poster.ts'
import {translationsBeside} from './parallel-links.ts'
import {searchPages} from './search-page.ts'
import {showcase, type Showcase} from './showcase-page.ts'
import type {Site} from './site.ts'
import {statementPage} from './statement-page.ts'

/** All pages, with what the choice of fonts depends on. */
export interface Layout {
  readonly pages: readonly Sheet[]
  /** Pictures for sharing. */
  readonly posters: () => readonly DrawRequest[]
  readonly articles: ReadonlyMap<Brief, ArticlePage>
  readonly showcase: Showcase
  /** Views beside the articles' own whose every text may be printed. */
  readonly sample: readonly unknown[]
}

/** Lay out every page of the site. */
export function layOut(filed: readonly Filed[], site: Site): Layout {
  const shown = new Set(site.editions)
  const articles = filed.filter(({brief}) => shown.has(brief)).map((one) => articlePage(one, site))
  const voices = site.locales.map(({tag}) => voice(tag, site))
  const components = showcase(site)
  const others = [
    ...parallelPages(articles, site),
    ...site.locales.map(({tag}) => frontPage(tag, site)),
    ...site.locales.flatMap(({tag}) => listPages(tag, site)),
    ...site.locales.map(({tag}) => statementPage(tag, site)),
    ...site.locales.flatMap(({tag}) => searchPages(tag, site)),
    ...components.pages,
    ...gonePages(site),
    ...site.locales.map(({tag}) => notFoundPage(tag, site)),
    rootPage(voices, site),
    anyNotFoundPage(voices, site),
  ]
  return {
    pages: [...articles.map(({page}) => page), ...others],
    posters: () => [
      ...articles.flatMap(({page, poster}) => (page.page === 'article' ? poster().request : [])),
      ...site.locales.map(({tag}) => frontPoster(tag, site).request),
    ],
    showcase: components,
    articles: new Map(articles.map((one) => [one.brief, one])),
    sample: [
      voices.map(({language, articles: listed}) => ({language, listed})),
      site.locales.map(({tag}) => listingKinds.map((kind) => linksTo(kind, tag, site))),
      '0123456789',
    ],
  }
}

/** The pages that set an article beside its translations. */
function parallelPages(articles: readonly ArticlePage[], site: Site): readonly Sheet[] {
  const of = new Map(articles.map((one) => [`${one.brief.locale} ${one.brief.slug}`, one]))
  return articles
    .filter(({brief: {locale, sourceLocale}}) => locale === sourceLocale)
    .flatMap((source) =>
      translationsBeside(source.brief.slug, site).flatMap((tag) => {
        const target = of.get(`${tag} ${source.brief.slug}`)
        return target === undefined ? [] : parallelPage(source, target, site)
      }),
    )
}
