import type {Brief} from '../model/brief.ts'
import type {Memory} from '../model/memory.ts'
import type {Listing} from './listings.ts'
import {remember} from './remember.ts'

/** How many articles are named beside one. */
const most = 3
/** Of those with a tag, how many of the newest are looked at: an older one would hardly win. */
const looked = 200

/**
 * The same as `relatedAmong`, chosen for all of them at once and remembered for as long as none of
 * them comes, goes, or is about something else.
 *
 * @param all asked for only where it has to be chosen anew
 */
export function relatedRemembered(
  editions: readonly Brief[],
  all: () => ReadonlyMap<string, Listing>,
  memory: Memory,
): (edition: Brief) => readonly Brief[] {
  const placeOf = new Map(editions.map((edition, place) => [edition, place]))
  const about = editions.map(({facts: {section, tags}}) => [section, tags])
  const chosen = memory.recall('related', about, () => {
    const find = relatedAmong(editions, all())
    return editions.map((edition) => find(edition).map((other) => placeOf.get(other) ?? 0))
  })
  return (edition) =>
    (chosen[placeOf.get(edition) ?? -1] ?? []).flatMap((place) => editions[place] ?? [])
}

/**
 * Finds articles of the same language that a reader of one may want next: those that share most of
 * its tags, then its section; the newer first. Tags that few articles have weigh more.
 *
 * @param editions of the language, newest first
 * @param all their listings, by kind and id: `tag/ukraine-war`
 */
function relatedAmong(
  editions: readonly Brief[],
  all: ReadonlyMap<string, Listing>,
): (edition: Brief) => readonly Brief[] {
  const placeOf = new Map(editions.map((edition, place) => [edition, place]))
  const near = remember((path) => {
    const list = all.get(path)?.editions ?? []
    const places = list.slice(0, looked).flatMap((edition) => placeOf.get(edition) ?? [])
    return {count: list.length, places}
  })
  const best = chooser(editions.length)
  return (edition) => {
    const {tags, section} = edition.facts
    const inSection = section === undefined ? [] : near(`section/${section}`).places
    return best(
      placeOf.get(edition),
      tags.map((tag) => near(`tag/${tag}`)),
      inSection.slice(0, most + 1),
    ).flatMap((place) => editions[place] ?? [])
  }
}

/** Chooses among so many editions by their places; arrays that are used again for every choice. */
function chooser(count: number) {
  const scores = new Float64Array(count)
  return (
    own: number | undefined,
    tags: readonly {readonly count: number; readonly places: readonly number[]}[],
    inSection: readonly number[],
  ): readonly number[] => {
    const met: number[] = []
    const add = (others: readonly number[], weight: number) => {
      for (const other of others) {
        if (other === own) continue
        if (scores[other] === 0) met.push(other)
        scores[other] = (scores[other] ?? 0) + weight
      }
    }
    for (const tag of tags) add(tag.places, 1 + 1 / (1 + tag.count))
    add(inSection, 0.5)
    const first: number[] = []
    for (const other of met) {
      const place = first.findIndex((less) => (scores[other] ?? 0) > (scores[less] ?? 0))
      if (place < 0 && first.length >= most) continue
      first.splice(place < 0 ? first.length : place, 0, other)
      if (first.length > most) first.pop()
    }
    for (const other of met) scores[other] = 0
    return first
  }
}
