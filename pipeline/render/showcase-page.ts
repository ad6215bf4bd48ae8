import type {ImageRequest} from '../model/image.ts'
import {frontPath, languageLinks, showcasePath} from './addresses.ts'
import type {BodyInk} from './ink.ts'
import {frame} from './frame.ts'
import type {HeadInput} from './head.ts'
import {pageOf, type Sheet} from './page.ts'
import {sampleBody} from './sample-body.ts'
import {samples} from './samples.ts'
import type {Site} from './site.ts'
import type {Samples} from './view.ts'

/** The pages that show every component, with the images and the words that stand on them. */
export interface Showcase {
  readonly pages: readonly Sheet[]
  readonly images: readonly ImageRequest[]
  readonly samples: readonly Samples[]
  readonly inks: readonly BodyInk[]
}

/**
 * Every component of the templates in every state, one page a language, where the publication wants
 * to see that. Nothing leads there, and search is asked to stay away.
 */
export function showcase(site: Site): Showcase {
  const locales = site.config.showcase === undefined ? [] : site.locales
  const shown = locales.map(({tag}) => {
    const body = sampleBody(tag, site)
    return {tag, body, samples: samples(tag, body.html, site)}
  })
  return {
    pages: shown.map((one) => showcasePage(one.tag, one.samples, site)),
    images: shown.flatMap(({body}) => body.images),
    inks: shown.map(({body}) => body.ink),
    samples: shown.map((one) => one.samples),
  }
}

function showcasePage(tag: string, shown: Samples, site: Site): Sheet {
  const narrator = site.narratorOf(tag)
  const say = (key: string) => site.speakerOf(tag).say('showcase', key)
  const links = languageLinks(site.locales, tag, site.to, showcasePath)
  const view = {...frame(tag, site, links), samples: shown}
  const input: HeadInput = {
    title: say('title'),
    description: say('about'),
    trail: [{name: narrator.say('paper.name'), path: frontPath(tag)}],
    tag,
    siteName: narrator.say('paper.name'),
    feeds: '',
  }
  return pageOf(
    {path: `${showcasePath(tag)}index.html`, locale: tag, article: undefined, page: 'showcase'},
    {view, input, site},
    site.templates.showcase,
  )
}
