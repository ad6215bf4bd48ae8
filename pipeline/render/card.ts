import type {Brief} from '../model/brief.ts'
import {articlePath, type Addresses} from './addresses.ts'
import {isFallback} from './fallback.ts'
import {line} from './line.ts'
import type {Narrator} from './narrator.ts'
import type {Card} from './view.ts'

/** An edition as a list shows it. */
export function card(edition: Brief, narrator: Narrator, to: Addresses): Card {
  return {
    href: to.link(articlePath(edition)),
    only: onlyIn(edition, narrator),
    headline: line(edition.headline, narrator, 'inline'),
    standfirst: edition.standfirst && line(edition.standfirst, narrator, 'inline'),
    dateline: edition.dateline && line(edition.dateline, narrator, 'inline'),
    published: edition.published === undefined ? undefined : narrator.day(edition.published),
  }
}

/** The one language there is, where nothing is translated. */
export function onlyIn(edition: Brief, narrator: Narrator): string | undefined {
  return isFallback(edition) ? narrator.language(edition.sourceLocale) : undefined
}
