import {plainText} from '../markdown/plain.ts'
import {listPath} from './addresses.ts'
import type {Brief} from '../model/brief.ts'
import type {Listing} from './listings.ts'
import type {Site} from './site.ts'
import type {Name, TopicLink} from './view.ts'

/** What a list is called in its language. */
export function nameOf({kind, id, editions}: Listing, tag: string, site: Site): Name {
  const narrator = site.narratorOf(tag)
  if (kind === 'archive') return {text: narrator.month(id), lang: undefined}
  if (kind !== 'author') return narrator.topic(id)
  // An author is called as in the newest byline, and rather as in one that is translated.
  const named = ({facts, byline}: Brief) => byline[facts.authors.indexOf(id)]
  const [newest] = editions
  const told = editions.find((edition) => named(edition)?.locale === tag) ?? newest
  const {text, locale} = (told && named(told)) ?? {text: id, locale: tag}
  return {text: plainText(text), lang: locale === tag ? undefined : locale}
}

/** A link to a list, where there is one in the language. */
export function topicLink(path: string, tag: string, site: Site): TopicLink | undefined {
  const listing = site.listingsOf(tag).get(path)
  return listing && {...nameOf(listing, tag, site), href: site.to.link(listPath(tag, path, 1))}
}

/** The sections of one language, in its alphabetical order. */
export function sectionLinks(tag: string, site: Site): readonly TopicLink[] {
  return linksTo('section', tag, site)
}

/** Every list of one kind: months newest first, all else in the language's alphabetical order. */
export function linksTo(
  kind: Listing['kind'],
  tag: string,
  site: Site,
): readonly (TopicLink & {readonly count: number})[] {
  const {compare} = site.narratorOf(tag)
  const own = [...site.listingsOf(tag).values()].filter((listing) => listing.kind === kind)
  const links = own.map((listing) => ({
    ...nameOf(listing, tag, site),
    href: site.to.link(listPath(tag, `${kind}/${listing.id}`, 1)),
    count: listing.editions.length,
  }))
  return kind === 'archive'
    ? links.toSorted((a, b) => (a.href < b.href ? 1 : -1))
    : links.toSorted((a, b) => compare(a.text, b.text))
}
