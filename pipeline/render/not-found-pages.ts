import {frame, voice, type Frame} from './frame.ts'
import {head, type HeadInput} from './head.ts'
import type {Page} from './page.ts'
import type {Site} from './site.ts'
import type {Voice} from './view.ts'

/** What a wrong address within a language gets. */
export function notFoundPage(tag: string, site: Site): Page {
  const view = {...frame(tag, site, []), voices: [{...voice(tag, site), articles: []}]}
  return {...notFound(tag, view, site), path: `${tag}/404.html`, locale: tag}
}

/** What any other wrong address gets: all languages. */
export function anyNotFoundPage(voices: readonly Voice[], site: Site): Page {
  const {source} = site.config
  const view = {
    ...frame(source, site, []),
    home: site.to.link(''),
    sections: [],
    archive: undefined,
    voices,
  }
  return {...notFound(source, view, site), path: '404.html', locale: undefined}
}

function notFound(
  tag: string,
  view: Frame & {readonly voices: readonly Voice[]},
  site: Site,
): Pick<Page, 'article' | 'page' | 'write'> {
  const narrator = site.narratorOf(tag)
  const siteName = narrator.say('paper.name')
  const input: HeadInput = {
    title: narrator.say('notFound.title'),
    description: narrator.say('notFound.text'),
    path: undefined,
    tag,
    editions: [],
    fallback: '',
    siteName,
    article: undefined,
    data: undefined,
    feeds: undefined,
  }
  return {
    article: undefined,
    page: 'not-found',
    write: (templates, assets) => templates.notFound({...view, head: head(input, assets, site.to)}),
  }
}
