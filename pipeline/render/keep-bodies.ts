import type {Filed} from '../model/brief.ts'
import type {Memory} from '../model/memory.ts'
import type {BinaryFile, PublicationConfig, Words} from '../model/publication.ts'
import {feedKinds} from './feeds.ts'
import {feedLength} from './feed-length.ts'
import {groundOf} from './ground.ts'
import {grouped} from '../model/grouped.ts'
import {isFallback} from './fallback.ts'
import {keptBody} from './kept-body.ts'
import {parallelTags} from './parallel-links.ts'
import {parallelText} from './parallel-page.ts'
import {translated} from './translated.ts'

/** What bodies are written with. */
interface Parts {
  readonly config: PublicationConfig
  readonly words: Words
  readonly images: readonly BinaryFile[]
  readonly memory: Memory
}

/**
 * Writes all that pages, feeds and search will want of an article's bodies into the memory, for as
 * long as its editions are at hand. It decides nothing: what is not there, or is made otherwise once all
 * editions are known, is made when it is wanted.
 */
export function bodyKeeper(parts: Parts): (editions: readonly Filed[]) => void {
  const {config, images} = parts
  const ground = groundOf(parts)
  const byFolder = grouped(images, ({path}) => path.split('/')[1] ?? '')
  const mayBeInFeeds = feedGuess()
  return (filed) => {
    const siblings = translated(
      filed.map(({brief}) => brief),
      config,
    )
    const on = {
      ...ground,
      editionsOf: () => siblings,
      imagesOf: (slug: string) => byFolder.get(slug) ?? [],
    }
    const bodies = new Map(filed.map((one) => [one.brief.locale, keptBody(one, on)]))
    for (const {brief} of filed) {
      const body = bodies.get(brief.locale)
      // Either brings along what else is made of the same.
      if (mayBeInFeeds(brief)) body?.full()
      else body?.html()
      if (config.search === true && !isFallback(brief)) body?.words()
    }
    for (const tag of parallelTags(siblings, config)) {
      const target = filed.find(({brief}) => brief.locale === tag)?.brief
      const [first, second] = [bodies.get(target?.sourceLocale ?? ''), bodies.get(tag)]
      if (target !== undefined && first !== undefined && second !== undefined) {
        parallelText(first, second, target, on)
      }
    }
  }
}

/** Guesses whether a feed will carry an edition: whether it is among the newest so far of any list that has one. */
function feedGuess(): (brief: Filed['brief']) => boolean {
  const newest = new Map<string, string[]>()
  return (brief) => {
    const {locale, published = '', facts} = brief
    if (isFallback(brief)) return false
    const lists = {section: [facts.section ?? []].flat(), tag: facts.tags}
    const names = [
      '',
      ...Object.entries(lists).flatMap(([kind, ids]) =>
        feedKinds.has(kind) ? ids.map((id) => `${kind}/${id}`) : [],
      ),
    ]
    let isAmong = false
    for (const name of names) {
      const times = newest.get(`${locale}/${name}`) ?? []
      newest.set(`${locale}/${name}`, times)
      if (times.length >= feedLength && (times.at(-1) ?? '') >= published) continue
      const place = times.findIndex((time) => time < published)
      times.splice(place < 0 ? times.length : place, 0, published)
      if (times.length > feedLength) times.pop()
      isAmong = true
    }
    return isAmong
  }
}
