import type english from '../locales/en/site.json'
import type * as view from '../pipeline/render/view.ts'

/** The keys there are words for: a template that asks for another one does not compile. */
export type SiteKey = keyof typeof english

export type Words = view.SiteWords<SiteKey>
export type PageView = view.PageView<SiteKey>
export type ArticleView = view.ArticleView<SiteKey>
export type FrontView = view.FrontView<SiteKey>
export type RootView = view.RootView<SiteKey>
export type NotFoundView = view.NotFoundView<SiteKey>
export type Voice = view.Voice<SiteKey>
export type {
  Card,
  Day,
  Head,
  LanguageLink,
  Line,
  Notice,
  SafeHtml,
  SafeJson,
} from '../pipeline/render/view.ts'
