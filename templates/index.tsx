import {render} from 'preact-render-to-string'
import {Search} from './search.tsx'
import type {VNode} from 'preact'
import {Archive} from './archive.tsx'
import {Article} from './article.tsx'
import {Book} from './book.tsx'
import {Front} from './front.tsx'
import {Gone} from './gone.tsx'
import icon from './icon.svg'
import {List} from './list.tsx'
import {NotFound} from './not-found.tsx'
import {Parallel} from './parallel.tsx'
import {Poster} from './poster.tsx'
import {Root} from './root.tsx'
import {Showcase} from './showcase.tsx'
import {Statement} from './statement.tsx'
import type {
  ArchiveView,
  ArticleView,
  BookView,
  FrontView,
  GoneView,
  ListView,
  NotFoundView,
  ParallelView,
  SearchView,
  PosterView,
  RootView,
  ShowcaseView,
  StatementView,
} from './view.ts'

/** What the pipeline calls: one function for each kind of page. */
export const templates = {
  article: (view: ArticleView) => document(<Article {...view} />),
  search: (view: SearchView) => document(<Search {...view} />),
  parallel: (view: ParallelView) => document(<Parallel {...view} />),
  front: (view: FrontView) => document(<Front {...view} />),
  list: (view: ListView) => document(<List {...view} />),
  archive: (view: ArchiveView) => document(<Archive {...view} />),
  statement: (view: StatementView) => document(<Statement {...view} />),
  showcase: (view: ShowcaseView) => document(<Showcase {...view} />),
  gone: (view: GoneView) => document(<Gone {...view} />),
  root: (view: RootView) => document(<Root {...view} />),
  notFound: (view: NotFoundView) => document(<NotFound {...view} />),
  book: (view: BookView) => document(<Book {...view} />),
  poster: (view: PosterView) => document(<Poster {...view} />),
  icon,
}

function document(page: VNode): string {
  return `<!doctype html>\n${render(page)}\n`
}
