import {frame, frameOfAll, voice, type Frame} from './frame.ts'
import type {HeadInput} from './head.ts'
import {pageOf, type PagePlace, type Sheet} from './page.ts'
import type {Site} from './site.ts'
import type {Voice} from './view.ts'

/** What a wrong address within a language gets. */
export function notFoundPage(tag: string, site: Site): Sheet {
  const view = {...frame(tag, site, []), voices: [{...voice(tag, site), articles: []}]}
  return notFound({path: `${tag}/404.html`, locale: tag}, tag, view, site)
}

/** What any other wrong address gets: all languages. */
export function anyNotFoundPage(voices: readonly Voice[], site: Site): Sheet {
  const view = {...frameOfAll(site), voices}
  return notFound({path: '404.html', locale: undefined}, site.config.source, view, site)
}

function notFound(
  place: Pick<PagePlace, 'path' | 'locale'>,
  tag: string,
  view: Frame & {readonly voices: readonly Voice[]},
  site: Site,
): Sheet {
  const narrator = site.narratorOf(tag)
  const siteName = narrator.say('paper.name')
  const input: HeadInput = {
    title: narrator.say('notFound.title'),
    description: narrator.say('notFound.text'),
    tag,
    siteName,
    feeds: undefined,
  }
  return pageOf(
    {...place, article: undefined, page: 'not-found'},
    {view, input, site},
    site.templates.notFound,
  )
}
