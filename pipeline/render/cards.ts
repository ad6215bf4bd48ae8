import type {Edition} from '../model/edition.ts'
import {articlePath, type Addresses} from './addresses.ts'
import {line} from './line.ts'
import type {Narrator} from './narrator.ts'
import type {Card} from './view.ts'

/** Editions as a list shows them: newest first, then by slug. */
export function cards(
  editions: readonly Edition[],
  narrator: Narrator,
  to: Addresses,
): readonly Card[] {
  return newestFirst(editions).map((edition) => ({
    href: to.link(articlePath(edition)),
    headline: line(edition.headline, narrator, 'inline'),
    standfirst: edition.standfirst && line(edition.standfirst, narrator, 'inline'),
    dateline: edition.dateline && line(edition.dateline, narrator, 'inline'),
    published: edition.published === undefined ? undefined : narrator.day(edition.published),
  }))
}

function newestFirst(editions: readonly Edition[]): readonly Edition[] {
  const time = ({published}: Edition) => {
    const value = Date.parse(published ?? '')
    return Number.isNaN(value) ? -Infinity : value
  }
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return editions.toSorted((a, b) => {
    const [one, other] = [time(a), time(b)]
    return one === other ? order(a.slug, b.slug) : other > one ? 1 : -1
  })
}
