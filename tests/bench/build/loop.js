// What a site of articles costs without a publishing pipeline: read, convert, put into template
// strings, write. No translation files, no sanitising, no checks, one kind of feed.
//   node loop.js MARKDOWN_FOLDER OUT satteri|micromark
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {toHtml} from 'hast-util-to-html'
import {toHast} from 'mdast-util-to-hast'
import {unified} from 'unified'
import {parse as parseYaml} from 'yaml'

/**
 * @typedef {{slug: string, title: string, description: string, author: string, date: string, tags: string[]}} Facts
 * @typedef {{locale: string, facts: Facts}} Listed
 */

const [, , source = '', out = '', engine = 'satteri'] = process.argv
const site = 'https://news.example'
const locales = ['en', 'ko']
/** @type {Record<string, {name: string, skip: string, home: string, by: string, topics: string, autonym: string, og: string, foot: string}>} */
const words = {
  en: {
    name: 'The Harbour Post',
    skip: 'Skip to content',
    home: 'Home',
    by: 'By',
    topics: 'Topics',
    autonym: 'English',
    og: 'en_US',
    foot: 'All articles are published in English and Korean.',
  },
  ko: {
    name: '하버 포스트',
    skip: '본문으로 건너뛰기',
    home: '홈',
    by: '글',
    topics: '주제',
    autonym: '한국어',
    og: 'ko_KR',
    foot: '모든 기사는 영어와 한국어로 발행됩니다.',
  },
}
/** @type {Record<string, string>} */
const topics = JSON.parse(readFileSync(join(source, 'tags.json'), 'utf8'))
/** @type {Record<string, Intl.DateTimeFormat>} */
const days = Object.fromEntries(
  locales.map((tag) => [tag, new Intl.DateTimeFormat(tag, {dateStyle: 'long', timeZone: 'UTC'})]),
)
const parser = await parserOf(engine)

/** @type {Listed[]} */
const listed = []
for (const locale of locales) {
  for (const file of readdirSync(join(source, locale))) {
    const text = readFileSync(join(source, locale, file), 'utf8')
    const end = text.indexOf('\n---\n', 4)
    /** @type {Facts} */
    const facts = parseYaml(text.slice(4, end))
    const html = toHtml(toHast(parser.parse(text.slice(end + 5))))
    put(`${locale}/articles/${facts.slug}/index.html`, article(locale, facts, html))
    listed.push({locale, facts})
  }
}
const paths = ['/', ...Object.keys(topics).map((tag) => `/tags/${tag}/`)]
for (const locale of locales) {
  const own = listed
    .filter((one) => one.locale === locale)
    .toSorted((a, b) => (a.facts.date < b.facts.date ? 1 : -1))
  put(`${locale}/index.html`, list(locale, '/', words[locale]?.name ?? '', own.slice(0, 20)))
  put(`${locale}/rss.xml`, rss(locale, own.slice(0, 20)))
  if (locale === 'en') paths.push(...own.map(({facts}) => `/articles/${facts.slug}/`))
  for (const tag of Object.keys(topics)) {
    const about = own.filter(({facts}) => facts.tags.includes(tag))
    put(
      `${locale}/tags/${tag}/index.html`,
      list(locale, `/tags/${tag}/`, nameOf(tag, locale), about),
    )
  }
}
put('sitemap.xml', sitemap(paths))

/** @param {string} name */
async function parserOf(name) {
  if (name === 'satteri') {
    const {markdownToMdast} = await import('satteri')
    return unified()
      .use(function () {
        this.parser = (text) => markdownToMdast(text)
      })
      .freeze()
  }
  const {default: remarkParse} = await import('remark-parse')
  const {gfmTable} = await import('micromark-extension-gfm-table')
  const {gfmTableFromMarkdown} = await import('mdast-util-gfm-table')
  return unified()
    .use(remarkParse)
    .use(function () {
      const data = this.data()
      data.micromarkExtensions = [gfmTable()]
      data.fromMarkdownExtensions = [gfmTableFromMarkdown()]
    })
    .freeze()
}

/** @param {string} path @param {string} content */
function put(path, content) {
  mkdirSync(join(out, path, '..'), {recursive: true})
  writeFileSync(join(out, path), content)
}

/** @param {string} text */
function escaped(text) {
  /** @type {Record<string, string>} */
  const signs = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'}
  return text.replace(/[&<>"]/g, (sign) => signs[sign] ?? '')
}

/** @param {string} tag @param {string} locale */
function nameOf(tag, locale) {
  return locale === 'ko' ? (topics[tag] ?? tag) : (tag[0] ?? '').toUpperCase() + tag.slice(1)
}

/** @param {string} locale @param {string} date */
function day(locale, date) {
  return (days[locale] ?? days['en'])?.format(new Date(date)) ?? ''
}

/** @param {{locale: string, path: string, title: string, about: string, body: string, data: unknown, type: string}} given */
function page({locale, path, title, about, body, data, type}) {
  const own = words[locale]
  const to = (/** @type {string} */ tag) => `${site}/${tag}${path}`
  const nav = ['economy', 'politics', 'climate', 'culture', 'sport']
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} — ${escaped(own?.name ?? '')}</title>
<meta name="description" content="${escaped(about)}">
<link rel="canonical" href="${to(locale)}">
${locales.map((tag) => `<link rel="alternate" hreflang="${tag}" href="${to(tag)}">`).join('\n')}
<link rel="alternate" hreflang="x-default" href="${to('en')}">
<link rel="alternate" type="application/rss+xml" title="${own?.name}" href="/${locale}/rss.xml">
<meta property="og:type" content="${type}">
<meta property="og:title" content="${escaped(title)}">
<meta property="og:description" content="${escaped(about)}">
<meta property="og:url" content="${to(locale)}">
<meta property="og:locale" content="${own?.og}">
<link rel="stylesheet" href="/style.css">
${data === undefined ? '' : `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`}
</head>
<body>
<a class="skip" href="#main">${own?.skip}</a>
<header><p class="site"><a href="/${locale}/">${own?.name}</a></p>
<nav aria-label="${own?.home}"><ul>${nav.map((tag) => `<li><a href="/${locale}/tags/${tag}/">${nameOf(tag, locale)}</a></li>`).join('')}</ul></nav>
<nav><ul>${locales.map((tag) => `<li><a href="/${tag}${path}" lang="${tag}" hreflang="${tag}">${words[tag]?.autonym}</a></li>`).join('')}</ul></nav>
</header>
<main id="main">${body}</main>
<footer><p>${own?.foot}</p></footer>
</body>
</html>
`
}

/** @param {string} locale @param {Facts} facts @param {string} html */
function article(locale, facts, html) {
  const own = words[locale]
  const {slug, title, description, author, date, tags} = facts
  const path = `/articles/${slug}/`
  const other = {
    '@type': 'NewsArticle',
    '@id': `${site}/${locale === 'en' ? 'ko' : 'en'}${path}`,
  }
  return page({
    locale,
    path,
    title,
    about: description,
    type: 'article',
    data: {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      '@id': `${site}/${locale}${path}`,
      headline: title,
      description,
      inLanguage: locale,
      datePublished: date,
      author: {'@type': 'Person', name: author},
      ...(locale === 'en' ? {workTranslation: other} : {translationOfWork: other}),
    },
    body: `<article><h1>${escaped(title)}</h1><p class="dek">${escaped(description)}</p><p class="byline">${own?.by} ${escaped(author)} · <time datetime="${date}">${day(locale, date)}</time></p>
${html}
<p class="tags">${own?.topics}</p><ul>${tags.map((tag) => `<li><a href="/${locale}/tags/${tag}/">${nameOf(tag, locale)}</a></li>`).join('')}</ul></article>`,
  })
}

/** @param {string} locale @param {string} path @param {string} title @param {readonly Listed[]} items */
function list(locale, path, title, items) {
  const item = (/** @type {Listed} */ {facts: {slug, title: name, date}}) =>
    `<li><a href="/${locale}/articles/${slug}/">${escaped(name)}</a> <time datetime="${date}">${day(locale, date)}</time></li>`
  return page({
    locale,
    path,
    title,
    about: title,
    type: 'website',
    data: undefined,
    body: `<h1>${escaped(title)}</h1><ol>${items.map(item).join('\n')}</ol>`,
  })
}

/** @param {string} locale @param {readonly Listed[]} items */
function rss(locale, items) {
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>${words[locale]?.name}</title><link>${site}/${locale}/</link><description>${words[locale]?.foot}</description><language>${locale}</language>
${items.map(({facts}) => `<item><title>${escaped(facts.title)}</title><link>${site}/${locale}/articles/${facts.slug}/</link><pubDate>${new Date(facts.date).toUTCString()}</pubDate><description>${escaped(facts.description)}</description></item>`).join('\n')}
</channel></rss>
`
}

/** @param {readonly string[]} all */
function sitemap(all) {
  const links = (/** @type {string} */ path) =>
    locales
      .map((tag) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${site}/${tag}${path}"/>`)
      .join('')
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${all.flatMap((path) => locales.map((tag) => `<url><loc>${site}/${tag}${path}</loc>${links(path)}</url>`)).join('\n')}
</urlset>
`
}
