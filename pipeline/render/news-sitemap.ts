import {x} from 'xastscript'
import {plainText} from '../markdown/plain.ts'
import type {Brief} from '../model/brief.ts'
import {articlePath} from './addresses.ts'
import {isFallback} from './fallback.ts'
import type {Sheet} from './page.ts'
import type {Site} from './site.ts'
import {sitemapNames, xml, xmlFile} from './xml-file.ts'

/** The most articles of a news sitemap, and how old they may be
 * (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap). */
const [most, window] = [1000, 2 * 86_400_000]

/**
 * `sitemap-news.xml`: what was published in the two days before `now` (ISO 8601), or no file where
 * nothing was. As everywhere outside of the publication, a day without a time begins at midnight UTC.
 */
export function newsSitemap(site: Site, now: string): readonly Sheet[] {
  const recent = site.editions.filter((one) => leavesNews(one) >= Date.parse(now)).slice(0, most)
  if (recent.length === 0) return []
  return [
    xmlFile('sitemap-news.xml', () =>
      site.memory.text('news', [recent, site.ground], () => xml(tree(recent, site))),
    ),
  ]
}

/** The last moment, in milliseconds, at which all that `newsSitemap` lists now is in it. */
export function newsUntil(editions: readonly Brief[], now: string): number {
  const leaving = editions.map(leavesNews).filter((time) => time >= Date.parse(now))
  return leaving.reduce((first, time) => Math.min(first, time), Infinity)
}

/** When an edition is no news any more; what has no date or is a stand-in never was. */
function leavesNews(edition: Brief): number {
  const published = Date.parse(edition.published ?? '')
  return isFallback(edition) || Number.isNaN(published) ? -Infinity : published + window
}

function tree(recent: readonly Brief[], site: Site) {
  return x(
    'urlset',
    {xmlns: sitemapNames, 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9'},
    recent.map((edition) => entry(edition, site)),
  )
}

function entry(edition: Brief, site: Site) {
  return x('url', [
    x('loc', site.to.absolute(articlePath(edition))),
    x('news:news', [
      x('news:publication', [
        x('news:name', site.narratorOf(edition.locale).say('paper.name')),
        x('news:language', newsLanguage(edition.locale)),
      ]),
      x('news:publication_date', edition.published),
      x('news:title', plainText(edition.headline.text)),
    ]),
  ])
}

/** A language as the schema of news sitemaps has it: ISO 639 alone, but for the two ways to write Chinese. */
function newsLanguage(tag: string): string {
  const {language, script} = new Intl.Locale(tag).maximize()
  if (language !== 'zh') return language
  return script === 'Hant' ? 'zh-tw' : 'zh-cn'
}
