import {x} from 'xastscript'
import {newsSitemap} from './news-sitemap.ts'
import {textOf, type PagePlace, type Sheet} from './page.ts'
import {remember} from './remember.ts'
import type {Site} from './site.ts'
import {sitemapNames, xml, xmlFile} from './xml-file.ts'

/** The most addresses one sitemap may hold (https://www.sitemaps.org/protocol.html). */
const most = 50_000

/**
 * `sitemap.xml` with every page and its alternates in other languages, an index of several where
 * there are many, the news sitemap, and `robots.txt` that names them.
 */
export function sitemaps(pages: readonly PagePlace[], site: Site, now: string): readonly Sheet[] {
  const listed = pages.filter(({page}) => page !== undefined && !unlisted.has(page))
  // Quickly put together for all of them, and told from others.
  const from = remember(() =>
    listed.map((one) => [one.path, one.locale, modifiedOf(one, site)].join('\n')).join('\n'),
  )
  const sheaf = {from: () => from('')}
  const alike = remember(() => pagesAlike(listed, site))
  const parts = Array.from({length: Math.max(1, Math.ceil(listed.length / most))}, (_, index) =>
    listed.slice(index * most, (index + 1) * most),
  )
  const isOne = parts.length === 1
  const named = parts.map((part, index) => ({
    ...xmlFile(isOne ? 'sitemap.xml' : `sitemap-${index + 1}.xml`, () =>
      site.memory.text('sitemap', [from(''), index, site.ground], () =>
        xml(
          x(
            'urlset',
            urlset,
            part.map((page) => elementOf(page, site, alike(''))),
          ),
        ),
      ),
    ),
    sheaf,
  }))
  const index = xmlFile('sitemap.xml', () =>
    textOf(
      xml(
        x(
          'sitemapindex',
          {xmlns: urlset.xmlns},
          named.map(({path}) => x('sitemap', [x('loc', site.to.absolute(path))])),
        ),
      ),
    ),
  )
  const files = [...named, ...(isOne ? [] : [index]), ...newsSitemap(site, now)]
  const robots = [
    'User-agent: *',
    'Allow: /',
    '',
    ...files
      .filter(({path}) => !/^sitemap-\d/.test(path))
      .map(({path}) => `Sitemap: ${site.to.absolute(path)}`),
    '',
  ].join('\n')
  return [
    ...files,
    // Robots ask for it at the host's root; there it is where the publication is the whole host.
    {...xmlFile('robots.txt', () => textOf(robots)), mediaType: 'text/plain'},
  ]
}

const urlset = {
  xmlns: sitemapNames,
  'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
}

/** Pages that are one another's translation: all that follows the language in their path is the same. */
function pagesAlike(
  pages: readonly PagePlace[],
  {locales}: Site,
): ReadonlyMap<string, readonly PagePlace[]> {
  const alike = new Map<string, PagePlace[]>()
  for (const page of pages) {
    if (page.locale === undefined) continue
    const rest = page.path.slice(page.locale.length)
    const list = alike.get(rest)
    if (list === undefined) alike.set(rest, [page])
    else list.push(page)
  }
  const order = locales.map(({tag}) => tag)
  for (const list of alike.values()) {
    list.sort((a, b) => order.indexOf(a.locale ?? '') - order.indexOf(b.locale ?? ''))
  }
  return alike
}

function elementOf(page: PagePlace, site: Site, alike: ReadonlyMap<string, readonly PagePlace[]>) {
  const {path, locale} = page
  const modified = modifiedOf(page, site)
  // The page that leads to every language leads to their front pages.
  const others = alike.get(locale === undefined ? `/${path}` : path.slice(locale.length)) ?? []
  const address = (at: string) => site.to.absolute(at.replace(/(^|\/)index\.html$/, '$1'))
  const alternate = (hreflang: string | undefined, at: string) =>
    x('xhtml:link', {rel: 'alternate', hreflang, href: address(at)})
  return x('url', [
    x('loc', address(path)),
    ...(modified === undefined ? [] : [x('lastmod', modified)]),
    ...(others.length < 2
      ? []
      : [
          ...others.map((other) => alternate(other.locale, other.path)),
          alternate('x-default', defaultOf(page, others, site) ?? ''),
        ]),
  ])
}

/** Where the heads of these pages lead who reads none of their languages. */
function defaultOf(
  {article, page}: PagePlace,
  others: readonly PagePlace[],
  site: Site,
): string | undefined {
  if (page === 'front' || page === 'root') return ''
  if (article === undefined) return others[0]?.path
  const source = site.editionsOf(article)[0]?.sourceLocale
  return others.find(({locale}) => locale === source)?.path
}

/** When an edition was last changed, as it says itself. */
function modifiedOf({article, locale}: PagePlace, site: Site): string | undefined {
  if (article === undefined) return undefined
  const edition = site.editionsOf(article).find((one) => one.locale === locale)
  const modified = edition?.updated ?? edition?.published
  return modified === undefined || Number.isNaN(Date.parse(modified)) ? undefined : modified
}

/** Pages that say themselves that they are not to be found by search. */
const unlisted: ReadonlySet<PagePlace['page']> = new Set([
  'gone',
  'not-found',
  'parallel',
  'search',
  'showcase',
  'fallback',
])
