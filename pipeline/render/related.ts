import type {Brief} from '../model/brief.ts'
import type {Listing} from './listings.ts'

/**
 * Articles of the same language that a reader of this one may want next: those that share most of
 * its tags, then its section; the newer first. Tags that few articles have weigh more.
 *
 * @param all the language's listings, by kind and id: `tag/ukraine-war`, newest first
 */
export function related(
  edition: Brief,
  all: ReadonlyMap<string, Listing>,
  most: number,
): readonly Brief[] {
  const score = new Map<Brief, number>()
  const add = (list: readonly Brief[] = [], weight: number) => {
    for (const other of list) {
      if (other.slug !== edition.slug) score.set(other, (score.get(other) ?? 0) + weight)
    }
  }
  for (const tag of edition.facts.tags) {
    const list = all.get(`tag/${tag}`)?.editions ?? []
    // Beyond these a newer article would not have been older than all of them.
    add(list.slice(0, 200), 1 + 1 / (1 + list.length))
  }
  if (edition.facts.section !== undefined) {
    add(all.get(`section/${edition.facts.section}`)?.editions.slice(0, most + 1), 0.5)
  }
  return [...score]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([other]) => other)
}
