import {articlePage} from './article-page.ts'
import type {Body} from './body.ts'
import {voice} from './frame.ts'
import {frontPage, rootPage} from './front-pages.ts'
import {anyNotFoundPage, notFoundPage} from './not-found-pages.ts'
import type {Page} from './page.ts'
import type {Site} from './site.ts'

/** All pages, with what the choice of fonts depends on. */
export interface Layout {
  readonly pages: readonly Page[]
  readonly bodies: readonly Body[]
  /** Serialised content, for what can only be told from markup. */
  readonly html: readonly string[]
  /** Views whose every text may be printed. */
  readonly sample: readonly unknown[]
}

/** Lay out every page of the site. */
export function layOut(site: Site): Layout {
  const articles = site.editions.map((edition) => articlePage(edition, site))
  const voices = site.locales.map(({tag}) => voice(tag, site))
  const others = [
    ...site.locales.map(({tag}) => frontPage(tag, site)),
    ...site.locales.map(({tag}) => notFoundPage(tag, site)),
    rootPage(voices, site),
    anyNotFoundPage(voices, site),
  ]
  return {
    pages: [...articles.map(({page}) => page), ...others],
    bodies: articles.map(({body}) => body),
    html: articles.flatMap(({view}) => [
      view.body,
      view.headline.html,
      view.standfirst?.html ?? '',
    ]),
    sample: [
      voices.map(({language, articles: listed}) => ({language, listed})),
      articles.map(({view}) => ({...view, body: ''})),
    ],
  }
}
