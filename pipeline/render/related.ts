import type {Brief} from '../model/brief.ts'
import type {Memory} from '../model/memory.ts'
import type {Listing} from './listings.ts'
import {remember} from './remember.ts'

/** How many articles are named beside one. */
const most = 3
/** Of those with a tag, how many of the newest are looked at: an older one would hardly win. */
const looked = 200

/**
 * Finds articles of the same language that a reader of one may want next: those that share most of
 * its tags, then its section; the newer first. Tags that few articles have weigh more.
 *
 * @param editions of the language, newest first
 * @param all their listings, by kind and id: `tag/ukraine-war`
 */
export function relatedAmong(
  editions: readonly Brief[],
  all: ReadonlyMap<string, Listing>,
  memory: Memory,
): (edition: Brief) => readonly Brief[] {
  const bySlug = new Map(editions.map((edition) => [edition.slug, edition]))
  const near = remember((path) => {
    const list = all.get(path)?.editions ?? []
    return {count: list.length, slugs: list.slice(0, looked).map(({slug}) => slug)}
  })
  const section = remember((path) => near(path).slugs.slice(0, most + 1))
  return ({slug, facts}) => {
    const tags = facts.tags.map((tag) => near(`tag/${tag}`))
    const inSection = facts.section === undefined ? [] : section(`section/${facts.section}`)
    return memory
      .recall('related', [slug, tags, inSection], () => best(slug, tags, inSection))
      .flatMap((other) => bySlug.get(other) ?? [])
  }
}

function best(
  slug: string,
  tags: readonly {readonly count: number; readonly slugs: readonly string[]}[],
  inSection: readonly string[],
): readonly string[] {
  const score = new Map<string, number>()
  const add = (others: readonly string[], weight: number) => {
    for (const other of others) {
      if (other !== slug) score.set(other, (score.get(other) ?? 0) + weight)
    }
  }
  for (const {count, slugs} of tags) add(slugs, 1 + 1 / (1 + count))
  add(inSection, 0.5)
  const first: (readonly [string, number])[] = []
  for (const entry of score) {
    const place = first.findIndex(([, less]) => entry[1] > less)
    if (place < 0 && first.length >= most) continue
    first.splice(place < 0 ? first.length : place, 0, entry)
    if (first.length > most) first.pop()
  }
  return first.map(([other]) => other)
}
