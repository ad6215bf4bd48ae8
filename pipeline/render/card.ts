import type {Brief} from '../model/brief.ts'
import {articlePath, type Addresses} from './addresses.ts'
import {isFallback} from './fallback.ts'
import {line} from './line.ts'
import type {Narrator} from './narrator.ts'
import type {Card} from './view.ts'

/** What lists show of an edition: less than there is to say of it, so that it seldom changes. */
export interface Listed extends Pick<
  Brief,
  'slug' | 'locale' | 'sourceLocale' | 'headline' | 'standfirst' | 'dateline' | 'published'
> {
  readonly fallback: boolean
}

/** What lists show of an edition. */
export function listedAs(edition: Brief): Listed {
  const {slug, locale, sourceLocale, headline, standfirst, dateline, published} = edition
  const fallback = isFallback(edition)
  return {slug, locale, sourceLocale, headline, standfirst, dateline, published, fallback}
}

/** An edition as a list shows it. */
export function card(edition: Listed, narrator: Narrator, to: Addresses): Card {
  return {
    href: to.link(articlePath(edition)),
    only: edition.fallback ? narrator.language(edition.sourceLocale) : undefined,
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
