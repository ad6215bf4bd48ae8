import type {Brief} from '../model/brief.ts'
import type {Locale} from '../model/locale.ts'
import {frontPath, languageLinks, listPath, type Addresses} from './addresses.ts'
import {isFallback} from './fallback.ts'
import {feedKinds} from './feeds.ts'
import {frame, framed, type Frame} from './frame.ts'
import type {Ground} from './ground.ts'
import type {HeadInput} from './head.ts'
import {linksTo, nameOf} from './topic-links.ts'
import {listingKinds} from './listings.ts'
import {perPage} from './per-page.ts'
import {editionsIn, originalOf, tellers, withPage} from './list-languages.ts'
import {pageFrom, pageOf, type PagePlace, type Sheet, type Written} from './page.ts'
import {frontPosterLink} from './poster.ts'
import {remember} from './remember.ts'
import type {Site} from './site.ts'
import type {Card, ListView, Name, Steps} from './view.ts'

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
  to: Addresses,
): Steps {
  const of = Math.max(1, Math.ceil(count / perPage))
  const link = (other: number) => to.link(listPath(tag, list, other))
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
  const {path, kind, name, editions} = list
  const count = Math.ceil(editions.length / perPage)
  const hasFeeds = feedKinds.has(kind) && editions.some((one) => !isFallback(one))
  const sheaf = {
    from: () => ({
      kind,
      name,
      hasFeeds,
      counts: site.locales.map((locale) => ({
        locale,
        count: editionsIn(path, locale.tag, site).length,
      })),
      tellers: tellers(path, site),
      articles: editions.map(site.listedOf),
      frame: site.frameOf(tag),
      poster: frontPosterLink(tag, site),
    }),
  }
  return Array.from({length: count}, (_, index) => ({
    ...listPage(list, hasFeeds, index + 1, tag, site),
    sheaf,
  }))
}

function placeOf(list: string, number: number, tag: string, site: Site): PagePlace {
  return {
    path: `${listPath(tag, list, number)}index.html`,
    locale: tag,
    article: undefined,
    page: tellers(list, site).some((one) => one.tag === tag) ? 'list' : 'fallback',
  }
}

/** A page is put together when it is asked for, and its list has changed there. */
function listPage(
  {path, kind, name, editions}: List,
  hasFeeds: boolean,
  number: number,
  tag: string,
  site: Site,
): Sheet {
  const place = placeOf(path, number, tag, site)
  const look = remember(() => {
    const given = withPage(path, number, site)
    const original = place.page === 'list' ? undefined : originalOf(path, number, site)
    const shown = editions.slice((number - 1) * perPage, number * perPage)
    const count = editions.length
    const about = {kind, name, number, count, given, original, hasFeeds}
    const from = {...about, frame: site.frameOf(tag), poster: frontPosterLink(tag, site)}
    return pageFrom(
      {
        place,
        from: {...from, articles: shown.map(site.listedOf)},
        tag,
        scripts: [],
        write: () => written(path, {...from, articles: shown.map(site.cardOf)}, tag, site),
      },
      site,
      site.templates.list,
    )
  })
  return {...place, mediaType: 'text/html', write: (assets) => look('').write(assets)}
}

interface ListFrom extends Pick<List, 'kind' | 'name'> {
  readonly number: number
  readonly count: number
  /** The languages that have such a page, with something in them. */
  readonly given: readonly Locale[]
  /** The page to be found by search, where this one shows nothing but originals. */
  readonly original: string | undefined
  readonly hasFeeds: boolean
  readonly articles: readonly Card[]
  readonly frame: Omit<Frame, 'languages'>
  readonly poster: HeadInput['poster']
}

function written(
  path: string,
  {kind, name, number, count, given, original, hasFeeds, articles, poster, ...from}: ListFrom,
  tag: string,
  {to, narratorOf}: Ground,
): Written<Omit<ListView, 'head'>> {
  const narrator = narratorOf(tag)
  const siteName = narrator.say('paper.name')
  const pathIn = (locale: string) => listPath(locale, path, number)
  const about = narrator.say(`list.about.${kind}`, {name: name.text})
  const numbered = (text: string) =>
    number === 1 ? text : narrator.say('list.title', {name: text, number})
  // A subject may be called as a section is, and titles tell pages apart.
  const title = numbered(kind === 'tag' || kind === 'author' ? about : name.text)
  return {
    view: {
      ...framed(from.frame, languageLinks(given, tag, to, pathIn)),
      kind,
      name,
      articles,
      steps: stepsOf(tag, path, number, count, to),
    },
    input: {
      title,
      description: about,
      ...(original === undefined
        ? {
            path: pathIn(tag),
            trail: [
              {name: siteName, path: frontPath(tag)},
              {name: numbered(name.text), path: pathIn(tag)},
            ],
            editions: given.map((locale) => ({locale, path: pathIn(locale.tag)})),
            poster,
          }
        : {canonical: original}),
      tag,
      fallback: given[0] === undefined ? '' : pathIn(given[0].tag),
      siteName,
      feeds: hasFeeds ? path : '',
    },
  }
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
    tag,
    editions: site.locales.map((locale) => ({locale, path: pathIn(locale.tag)})),
    fallback: site.locales[0] === undefined ? '' : pathIn(site.locales[0].tag),
    siteName: narrator.say('paper.name'),
    feeds: '',
    poster: frontPosterLink(tag, site),
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
