import type {Locale} from '../model/locale.ts'
import {feedPaths, type Addresses} from './addresses.ts'
import {posterSize} from './poster.ts'
import {remember} from './remember.ts'
import {breadcrumbs, type Crumb} from './breadcrumbs.ts'
import type {Scripts} from './template.ts'
import type {Asset, Download, Head, SafeJson} from './view.ts'

/** What is particular to one page's head. */
export interface HeadInput {
  /** Of the page itself; the site's name is added. */
  readonly title: string
  readonly description: string
  /** The page's own address in the release; none for pages that are not to be found by search. */
  readonly path?: string
  /** The address that the page's words are to be found at, where that is another page's. */
  readonly canonical?: string
  readonly tag: string
  /** The languages the page is in, itself among them, with its address in each. */
  readonly editions?: readonly {readonly locale: Locale; readonly path: string}[]
  /** The address for a reader of none of these languages; else the root page. */
  readonly fallback?: string
  readonly siteName: string
  readonly article?: {readonly published: string | undefined; readonly updated: string | undefined}
  readonly data?: SafeJson | undefined
  /** The pages above this one and this one itself, from the front page on; none for those of no place. */
  readonly trail?: readonly Crumb[]
  /** The scripts the page works better with. */
  readonly scripts?: readonly (keyof Scripts)[]
  /** The list whose feeds are named beside those of the whole edition: `tag/ukraine-war`; `''` for those alone. */
  readonly feeds: string | undefined
  readonly downloads?: readonly Download[]
  /** Its picture for sharing, where one is made. */
  readonly poster?: {readonly path: string; readonly alt: string} | undefined
}

/** Where the release's own assets lie. */
export interface HeadAssets {
  readonly stylesheet: Asset
  readonly scripts: Readonly<Record<keyof Scripts, Asset>>
  readonly icon: string
  readonly early: (tag: string) => readonly string[]
}

/** The head of a page: titles, addresses in all languages, and what it says to those who share it. */
export function head(input: HeadInput, assets: HeadAssets, to: Addresses): Head {
  const canonical = input.canonical ?? input.path
  const {title, siteName, description, path, tag, editions = [], scripts = [], trail = []} = input
  return {
    title: title === siteName ? title : `${title} | ${siteName}`,
    description,
    canonical: canonical === undefined ? undefined : to.absolute(canonical),
    alternates: path === undefined ? [] : alternates(input, to),
    openGraph: path === undefined ? [] : openGraph(input, path, to),
    data: [input.data ?? [], breadcrumbs(trail, to) ?? []].flat(),
    downloads: input.downloads ?? [],
    feeds: [...new Set(input.feeds === undefined ? [] : [input.feeds, ''])].flatMap((list) =>
      feedLinks(list, input, to),
    ),
    stylesheet: assets.stylesheet,
    scripts: scripts.map((name) => assets.scripts[name]),
    icon: assets.icon,
    preload: assets.early(tag).map((font) => to.link(font)),
  }

  function openGraph(page: HeadInput, own: string, {absolute}: Addresses): Head['openGraph'] {
    const others = editions.filter(({locale}) => locale.tag !== tag)
    const times = page.article
    return [
      ['og:type', times === undefined ? 'website' : 'article'],
      ['og:title', title],
      ['og:description', description],
      ['og:url', absolute(own)],
      ['og:site_name', page.siteName],
      ['og:locale', underscored(tag)],
      ...others.map(({locale}) => ['og:locale:alternate', underscored(locale.tag)]),
      ['article:published_time', times?.published],
      ['article:modified_time', times?.updated],
      ...picture(page.poster, to),
    ].flatMap(([property, content]) =>
      property === undefined || content === undefined ? [] : [{property, content}],
    )
  }
}

function picture(
  poster: HeadInput['poster'],
  to: Addresses,
): readonly (readonly [string, string])[] {
  if (poster === undefined) return []
  return [
    ['og:image', to.absolute(poster.path)],
    ['og:image:type', 'image/png'],
    ['og:image:width', String(posterSize.width)],
    ['og:image:height', String(posterSize.height)],
    ['og:image:alt', poster.alt],
    ['twitter:card', 'summary_large_image'],
  ]
}

function feedLinks(list: string, {tag, title, siteName}: HeadInput, to: Addresses): Head['feeds'] {
  const paths = feedPaths(tag, list)
  const name = list === '' ? siteName : `${title} | ${siteName}`
  return [
    {type: 'application/atom+xml', title: `${name} (Atom)`, href: to.link(paths.atom)},
    {type: 'application/rss+xml', title: `${name} (RSS)`, href: to.link(paths.rss)},
    {type: 'application/feed+json', title: `${name} (JSON Feed)`, href: to.link(paths.json)},
  ]
}

function alternates({editions = [], fallback = ''}: HeadInput, to: Addresses): Head['alternates'] {
  return [
    ...editions.map(({locale, path}) => ({hreflang: locale.tag, href: to.absolute(path)})),
    {hreflang: 'x-default', href: to.absolute(fallback)},
  ]
}

/** Open Graph's form of a language: `ko` is `ko_KR`, the most likely region being added. */
const underscored = remember((tag) => {
  const {language, region} = new Intl.Locale(tag).maximize()
  return region === undefined ? language : `${language}_${region}`
})
