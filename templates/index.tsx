import {render} from 'preact-render-to-string'
import type {VNode} from 'preact'
import {Article} from './article.tsx'
import {Front} from './front.tsx'
import icon from './icon.svg'
import {NotFound} from './not-found.tsx'
import {Root} from './root.tsx'
import type {ArticleView, FrontView, NotFoundView, RootView} from './view.ts'

/** What the pipeline calls: one function for each kind of page. */
export const templates = {
  article: (view: ArticleView) => document(<Article {...view} />),
  front: (view: FrontView) => document(<Front {...view} />),
  root: (view: RootView) => document(<Root {...view} />),
  notFound: (view: NotFoundView) => document(<NotFound {...view} />),
  icon,
}

function document(page: VNode): string {
  return `<!doctype html>\n${render(page)}\n`
}
