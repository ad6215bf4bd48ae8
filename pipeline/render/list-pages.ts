import type {Brief} from '../model/brief.ts'
import {frontPath, languageLinks, listPath} from './addresses.ts'
import {isFallback} from './fallback.ts'
import {feedKinds} from './feeds.ts'
import {frame} from './frame.ts'
import type {HeadInput} from './head.ts'
import {linksTo, nameOf} from './topic-links.ts'
import {listingKinds} from './listings.ts'
import {pageOf, type PagePlace, type Sheet} from './page.ts'
import {remember} from './remember.ts'
import type {Site} from './site.ts'
import type {ListView, Name, Steps} from './view.ts'

/** How many articles one page of a list shows. */
export const perPage = 20

/** Every page of every list of one language, and the page that leads to them. */
export function listPages(tag: string, site: Site): readonly Sheet[] {
  const narrator = site.narratorOf(tag)
  const front: Name = {text: narrator.say('list.front'), lang: undefined}
  return [
    // The first page of all articles is the front page itself.
    ...pagesOf(
      {path: '', kind: 'front', name: front, editions: site.newestOf(tag)},
      tag,
      site,
    ).slice(1),
    ...[...site.listingsOf(tag).entries()].flatMap(([path, listing]) =>
      pagesOf(
        {path, kind: listing.kind, name: nameOf(listing, tag, site), editions: listing.editions},
        tag,
        site,
      ),
    ),
    ...(site.newestOf(tag).length > 0 ? [archivePage(tag, site)] : []),
  ]
}

/** The way to a page's neighbours in its list. */
export function stepsOf(
  tag: string,
  list: string,
  number: number,
  count: number,
  site: Site,
): Steps {
  const of = Math.max(1, Math.ceil(count / perPage))
  const link = (to: number) => site.to.link(listPath(tag, list, to))
  return {
    number,
    of,
    newer: number > 1 ? link(number - 1) : undefined,
    older: number < of ? link(number + 1) : undefined,
  }
}

interface List {
  readonly path: string
  readonly kind: ListView['kind']
  readonly name: Name
  readonly editions: readonly Brief[]
}

function pagesOf(list: List, tag: string, site: Site): readonly Sheet[] {
  const count = Math.ceil(list.editions.length / perPage)
  return Array.from({length: count}, (_, index): Sheet => {
    const page = remember(() => listPage(list, index + 1, tag, site))
    return {
      ...placeOf(list.path, index + 1, tag),
      mediaType: 'text/html',
      write: (assets) => page('').write(assets),
    }
  })
}

function placeOf(list: string, number: number, tag: string): PagePlace {
  return {
    path: `${listPath(tag, list, number)}index.html`,
    locale: tag,
    article: undefined,
    page: 'list',
  }
}

function listPage(
  {path, kind, name, editions}: List,
  number: number,
  tag: string,
  site: Site,
): Sheet {
  const {to} = site
  const narrator = site.narratorOf(tag)
  const siteName = narrator.say('paper.name')
  const given = site.locales.filter((locale) => hasPage(locale.tag, path, number, site))
  const pathIn = (locale: string) => listPath(locale, path, number)
  const title = number === 1 ? name.text : narrator.say('list.title', {name: name.text, number})
  const view: Omit<ListView, 'head'> = {
    ...frame(tag, site, languageLinks(given, tag, to, pathIn)),
    kind,
    name,
    articles: editions.slice((number - 1) * perPage, number * perPage).map(site.cardOf),
    steps: stepsOf(tag, path, number, editions.length, site),
  }
  const input: HeadInput = {
    title,
    description: narrator.say(`list.about.${kind}`, {name: name.text}),
    path: pathIn(tag),
    trail: [
      {name: siteName, path: frontPath(tag)},
      {name: title, path: pathIn(tag)},
    ],
    scripts: [],
    tag,
    editions: given.map((locale) => ({locale, path: pathIn(locale.tag)})),
    fallback: given[0] === undefined ? '' : pathIn(given[0].tag),
    siteName,
    article: undefined,
    data: undefined,
    feeds: feedKinds.has(kind) && editions.some((one) => !isFallback(one)) ? path : '',
  }
  return pageOf(placeOf(path, number, tag), {view, input, site}, site.templates.list)
}

function hasPage(tag: string, path: string, number: number, site: Site): boolean {
  const editions = path === '' ? site.newestOf(tag) : site.listingsOf(tag).get(path)?.editions
  return (number - 1) * perPage < (editions?.length ?? 0)
}

/** All that a language's articles are listed by. */
function archivePage(tag: string, site: Site): Sheet {
  const {to} = site
  const narrator = site.narratorOf(tag)
  const pathIn = (locale: string) => listPath(locale, 'archive', 1)
  const view = {
    ...frame(tag, site, languageLinks(site.locales, tag, to, pathIn)),
    groups: listingKinds
      .map((kind) => ({kind, links: linksTo(kind, tag, site)}))
      .filter(({links}) => links.length > 0),
  }
  const input: HeadInput = {
    title: narrator.say('archive.title'),
    description: narrator.say('archive.about'),
    path: pathIn(tag),
    trail: [
      {name: narrator.say('paper.name'), path: frontPath(tag)},
      {name: narrator.say('archive.title'), path: pathIn(tag)},
    ],
    scripts: [],
    tag,
    editions: site.locales.map((locale) => ({locale, path: pathIn(locale.tag)})),
    fallback: site.locales[0] === undefined ? '' : pathIn(site.locales[0].tag),
    siteName: narrator.say('paper.name'),
    article: undefined,
    data: undefined,
    feeds: '',
  }
  return pageOf(
    {
      path: `${pathIn(tag)}index.html`,
      locale: tag,
      article: undefined,
      page: 'archive',
    },
    {view, input, site},
    site.templates.archive,
  )
}
