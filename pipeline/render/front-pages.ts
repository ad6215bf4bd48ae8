import {frontPath} from './addresses.ts'
import {frame, frameOfAll, fronts} from './frame.ts'
import type {HeadInput} from './head.ts'
import {stepsOf} from './list-pages.ts'
import {perPage} from './per-page.ts'
import {pageOf, type Sheet} from './page.ts'
import {frontPosterLink} from './poster.ts'
import type {Site} from './site.ts'
import type {Voice} from './view.ts'

/** The front page of one language. */
export function frontPage(tag: string, site: Site): Sheet {
  const narrator = site.narratorOf(tag)
  const siteName = narrator.say('paper.name')
  const all = site.newestOf(tag)
  const articles = all.slice(0, perPage).map(site.cardOf)
  const view = {
    ...frame(tag, site, fronts(tag, site)),
    articles,
    latest: articles[0]?.published,
    steps: stepsOf(tag, '', 1, all.length, site.to),
  }
  const input: HeadInput = {
    title: narrator.say('edition.name'),
    description: narrator.say('paper.tagline'),
    path: frontPath(tag),
    tag,
    editions: site.locales.map((locale) => ({locale, path: frontPath(locale.tag)})),
    siteName,
    feeds: '',
    poster: frontPosterLink(tag, site),
  }
  return pageOf(
    {path: `${frontPath(tag)}index.html`, locale: tag, article: undefined, page: 'front'},
    {view, input, site},
    site.templates.front,
  )
}

/** The page that leads to every language. */
export function rootPage(voices: readonly Voice[], site: Site): Sheet {
  const {config} = site
  const narrator = site.narratorOf(config.source)
  const siteName = narrator.say('paper.name')
  const input: HeadInput = {
    title: siteName,
    description: narrator.say('paper.tagline'),
    path: '',
    tag: config.source,
    editions: site.locales.map((locale) => ({locale, path: frontPath(locale.tag)})),
    siteName,
    feeds: undefined,
  }
  return pageOf(
    {path: 'index.html', locale: undefined, article: undefined, page: 'root'},
    {view: {...frameOfAll(site), voices}, input, site},
    site.templates.root,
  )
}
