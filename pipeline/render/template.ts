import type {Finding} from '../model/finding.ts'
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

/**
 * The publication's templates: each takes the view of one page and gives the whole HTML document.
 * They are pure and see nothing but the view.
 */
export interface Templates {
  readonly article: (view: ArticleView) => string
  readonly parallel: (view: ParallelView) => string
  readonly search: (view: SearchView) => string
  readonly front: (view: FrontView) => string
  readonly list: (view: ListView) => string
  readonly archive: (view: ArchiveView) => string
  readonly statement: (view: StatementView) => string
  readonly showcase: (view: ShowcaseView) => string
  readonly gone: (view: GoneView) => string
  readonly root: (view: RootView) => string
  readonly notFound: (view: NotFoundView) => string
  /** SHA-256 (hex) of all they were made of. */
  readonly hash: string
  readonly book: (view: BookView) => string
  readonly poster: (view: PosterView) => string
  /** Bundled styles of what is no page of the site. */
  readonly sheets: {readonly poster: string; readonly book: string; readonly paper: string}
  /** The publication's mark, an SVG document. */
  readonly icon: string
  readonly scripts: Scripts
  /** What is wrong with the style sheets, and does not keep them from being used. */
  readonly findings: readonly Finding[]
}

/** What runs in the reader's browser; pages say all they have to say without. */
export interface Scripts {
  /** Takes the reader to the paragraph they were at when they change the language. */
  readonly keepPlace: string
  /** Searches the articles of a language. */
  readonly search: string
}
