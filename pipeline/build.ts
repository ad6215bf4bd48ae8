import {fileArticles} from './file-article.ts'
import {schedule} from './ingest/schedule.ts'
import type {Finding} from './model/finding.ts'
import type {FontRequest} from './model/font.ts'
import {grouped} from './model/grouped.ts'
import type {ImageRequest} from './model/image.ts'
import type {Memory} from './model/memory.ts'
import type {Publication} from './model/publication.ts'
import type {Rendition} from './model/rendition.ts'
import {bodyKeeper} from './render/keep-bodies.ts'
import {render} from './render/render.ts'
import {sheafOf} from './render/sheaves.ts'
import type {Templates} from './render/template.ts'

/** The files a publication consists of, unchecked. */
export interface Build {
  readonly renditions: readonly Rendition[]
  readonly fonts: readonly FontRequest[]
  readonly images: readonly ImageRequest[]
  readonly editions: number
  /** As long as no source changes, neither does this before then, in milliseconds. */
  readonly until: number
  /** What reading, syncing and rendering found. */
  readonly findings: readonly Finding[]
}

/** What a build is made with. */
export interface BuiltBy {
  readonly templates: Templates
  readonly styles: string
  readonly memory: Memory
  /** The moment of the build, ISO 8601 in UTC. */
  readonly now: string
}

/**
 * Render every edition that is due, as `publish` does before it checks: no browser, no gate, and
 * locale files stay as they are.
 */
export async function build(publication: Publication, by: BuiltBy): Promise<Build> {
  const {config, words, images, fonts} = publication
  const {memory, now, templates, styles} = by
  const keep = bodyKeeper({config, words, images, memory})
  // What pages show of an article is written while it is in memory: it is not read again for them.
  const filings = await fileArticles(publication, memory, (article) => {
    if (schedule([article], now, config.timeZone).due.length > 0) keep(article.editions)
  })
  const articles = filings.flatMap(({article}) => article ?? [])
  const {due, withdrawn, until, findings: waiting} = schedule(articles, now, config.timeZone)
  const editions = due.flatMap((article) => article.editions)
  const {findings, ...rendered} = render(editions, {
    // What is only to be checked is not to be put up.
    config: {...config, showcase: config.showcase === 'release' ? 'release' : undefined},
    words,
    images,
    fonts,
    withdrawn,
    draws: false,
    now,
    memory,
    templates,
    styles,
  })
  // Pages of one sheaf one after the other: what is to be known of one of them is known of all.
  const sheaves = grouped(rendered.renditions, ({article = ''}) => sheafOf(article))
  return {
    ...rendered,
    renditions: [...sheaves.values()].flat(),
    until: Math.min(until, rendered.until),
    editions: editions.length,
    findings: [
      ...filings.flatMap((one) => one.findings),
      ...waiting,
      ...templates.findings,
      ...findings,
    ],
  }
}
