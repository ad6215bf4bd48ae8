import {shardsFor} from '../words/search-words.ts'
import {frontPath, languageLinks, searchPath} from './addresses.ts'
import {frame} from './frame.ts'
import type {HeadInput} from './head.ts'
import {pageOf, type Sheet} from './page.ts'
import {searchable} from './search-index.ts'
import type {Site} from './site.ts'
import type {SearchView} from './view.ts'

/**
 * The page on which a reader searches the articles of one language. All happens in the reader's
 * browser; without JavaScript it leads to everything that articles are listed by.
 */
export function searchPages(tag: string, site: Site): readonly Sheet[] {
  const editions = searchable(tag, site)
  if (editions.length === 0) return []
  const given = site.locales.filter((locale) => searchable(locale.tag, site).length > 0)
  const narrator = site.narratorOf(tag)
  const view: Omit<SearchView, 'head'> = {
    ...frame(tag, site, languageLinks(given, tag, site.to, searchPath)),
    index: site.to.link(searchPath(tag)),
    parts: shardsFor(editions.length),
  }
  const input: HeadInput = {
    title: narrator.say('search.title'),
    description: narrator.say('search.about', {paper: narrator.say('paper.name')}),
    trail: [{name: narrator.say('paper.name'), path: frontPath(tag)}],
    scripts: ['search'],
    tag,
    siteName: narrator.say('paper.name'),
    feeds: '',
  }
  const place = {
    path: `${searchPath(tag)}index.html`,
    locale: tag,
    article: undefined,
    page: 'search',
  } as const
  return [pageOf(place, {view, input, site}, site.templates.search)]
}
