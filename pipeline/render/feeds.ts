import {Feed} from 'feed'
import {toHtml} from 'hast-util-to-html'
import {visit} from 'unist-util-visit'
import {plainText} from '../markdown/plain.ts'
import type {Edition} from '../model/edition.ts'
import type {Rendition} from '../model/rendition.ts'
import {articlePath, feedPaths, listPath} from './addresses.ts'
import type {Body} from './body.ts'
import {element, text as words} from './element.ts'
import {lead} from './lead.ts'
import {nameOf} from './topic-links.ts'
import type {Site} from './site.ts'

/** How many articles a feed carries. */
const length = 20

/**
 * The feeds of every language, section and tag, as Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1, with
 * the articles' full text. A feed is as old as its newest article, not as its building.
 */
export function feeds(site: Site, bodies: ReadonlyMap<Edition, Body>): readonly Rendition[] {
  const contents = new Map<Edition, string>()
  const contentOf = (edition: Edition): string => {
    const known = contents.get(edition) ?? fullText(bodies.get(edition), edition, site)
    contents.set(edition, known)
    return known
  }
  return site.locales.flatMap(({tag}) => {
    const narrator = site.narratorOf(tag)
    const name = narrator.say('paper.name')
    const lists = [...site.listingsOf(tag).entries()].filter(
      ([, {kind}]) => kind === 'section' || kind === 'tag',
    )
    return [
      ...feed('', name, site.newestOf(tag), tag, site, contentOf),
      ...lists.flatMap(([path, listing]) => {
        const title = `${nameOf(listing, tag, site).text} | ${name}`
        return feed(path, title, listing.editions, tag, site, contentOf)
      }),
    ]
  })
}

function feed(
  list: string,
  title: string,
  editions: readonly Edition[],
  tag: string,
  site: Site,
  contentOf: (edition: Edition) => string,
): readonly Rendition[] {
  const {to} = site
  const paths = feedPaths(tag, list)
  const newest = editions.slice(0, length)
  const address = to.absolute(listPath(tag, list, 1))
  const written = new Feed({
    id: address,
    title,
    link: address,
    language: tag,
    description: site.narratorOf(tag).say('paper.tagline'),
    updated: latest(newest),
    generator: 'Galley',
    feedLinks: {
      atom: to.absolute(paths.atom),
      rss: to.absolute(paths.rss),
      json: to.absolute(paths.json),
    },
  })
  for (const edition of newest) {
    const link = to.absolute(articlePath(edition))
    const published = dateOf(edition.published)
    written.addItem({
      title: plainText(edition.headline.text),
      id: link,
      link,
      date: dateOf(edition.updated ?? edition.published),
      published,
      description: lead(edition),
      content: contentOf(edition),
      ...(edition.byline.length > 0 && {
        author: edition.byline.map(({text}) => ({name: plainText(text)})),
      }),
      category: [edition.facts.section ?? [], edition.facts.tags]
        .flat()
        .map((id) => ({name: site.narratorOf(tag).topic(id).text, term: id})),
    })
  }
  const file = (path: string, mediaType: string, content: string): Rendition => ({
    path,
    mediaType,
    content,
    locale: tag,
    article: undefined,
    page: undefined,
  })
  return [
    file(paths.atom, 'application/atom+xml', written.atom1()),
    file(paths.rss, 'application/rss+xml', written.rss2()),
    file(paths.json, 'application/feed+json', jsonFeed(written.json1(), tag)),
  ]
}

/** The library writes version 1, which differs from 1.1 in having no language (https://jsonfeed.org/version/1.1). */
function jsonFeed(version1: string, language: string): string {
  const written: unknown = JSON.parse(version1)
  const rest = typeof written === 'object' ? written : {}
  return JSON.stringify({...rest, version: 'https://jsonfeed.org/version/1.1', language}, null, 2)
}

/** The body as HTML that means the same wherever it is read: every address written out. */
function fullText(body: Body | undefined, edition: Edition, site: Site): string {
  const {to} = site
  if (body === undefined) return ''
  const tree = structuredClone(body.tree)
  const base = to.absolute(articlePath(edition))
  visit(tree, 'element', (node, index, parent) => {
    const {properties} = node
    // The way to the same section in another language belongs to the page.
    if (className(properties['className']).includes('elsewhere') && parent && index !== undefined) {
      parent.children.splice(index, 1)
      return index
    }
    for (const name of ['href', 'src']) {
      const value = properties[name]
      if (typeof value === 'string' && URL.canParse(value, base)) {
        properties[name] = new URL(value, base).href
      }
    }
    return undefined
  })
  const {say} = site.narratorOf(edition.locale)
  const corrections = edition.corrections.map(({wrong, right}) =>
    element('p', {}, [
      element('strong', {}, [words(say('correction.title'))]),
      words(': '),
      words(say('correction.text', {wrong: plainText(wrong.text), right: plainText(right.text)})),
    ]),
  )
  return toHtml({...tree, children: [...corrections, ...tree.children]})
}

function className(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function latest(editions: readonly Edition[]): Date {
  const times = editions.map(({published, updated}) => dateOf(updated ?? published).getTime())
  return new Date(Math.max(0, ...times))
}

/** What has no date is as old as can be: the same at every building. */
function dateOf(iso: string | undefined): Date {
  const date = new Date(iso ?? 0)
  return Number.isNaN(date.getTime()) ? new Date(0) : date
}
