import type samples from '../locales/en/showcase.json'
import type english from '../locales/en/site.json'
import type * as view from '../pipeline/render/view.ts'

/** The keys there are words for: a template that asks for another one does not compile. */
export type SiteKey = Whole<keyof typeof english>

/** A key without the ending that says which plural form it is. */
type Whole<Key> = Key extends `${infer Base}_${Intl.LDMLPluralRule}` ? Base : Key

/** The keys there are sample words for. */
export type SampleKey = keyof typeof samples

export type Words = view.SiteWords<SiteKey>
export type BookView = view.BookView<SiteKey>
export type PageView = view.PageView<SiteKey>
export type ArticleView = view.ArticleView<SiteKey>
export type ArchiveView = view.ArchiveView<SiteKey>
export type GoneView = view.GoneView<SiteKey>
export type ListView = view.ListView<SiteKey>
export type SearchView = view.SearchView<SiteKey>
export type ParallelView = view.ParallelView<SiteKey>
export type FrontView = view.FrontView<SiteKey>
export type StatementView = view.StatementView<SiteKey>
export type ShowcaseView = view.ShowcaseView<SiteKey, SampleKey>
export type RootView = view.RootView<SiteKey>
export type NotFoundView = view.NotFoundView<SiteKey>
export type Voice = view.Voice<SiteKey>
export type {
  Card,
  Correction,
  Download,
  Day,
  Head,
  LanguageLink,
  Line,
  Name,
  Notice,
  ParallelLink,
  PosterView,
  SafeHtml,
  SafeJson,
  Steps,
  TopicLink,
} from '../pipeline/render/view.ts'
