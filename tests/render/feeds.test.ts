import {parseFeed as parseByRowan} from '@rowanmanning/feed-parser'
import {parseFeed as parseBySmith} from 'feedsmith'
import sharp from 'sharp'
import {fromXml} from 'xast-util-from-xml'
import {describe, expect, test} from 'vitest'
import {facts} from '../translate/make-article.ts'
import {edition, rendered} from './sample.ts'

const hostile = 'A & B <script>x</script> ]]> “끝” ]]>'
const out = rendered([
  edition({
    headline: hostile,
    standfirst: 'So it is.',
    text: '## Part\n\nText with a [link](/en/one/) and an [anchor](#b0).',
    published: '2025-01-13T09:00:00+09:00',
    facts: {...facts, section: 'world', tags: ['north-korea']},
  }),
  edition({
    locale: 'ko',
    headline: '제목',
    text: '## 부분\n\n글.',
    facts: {...facts, section: 'world'},
  }),
])

function content(path: string): string {
  return String(out.renditions.find((rendition) => rendition.path === path)?.content)
}

const xmlFiles = out.renditions.flatMap(({path}) => (/\.(atom|rss|xml)$/.test(path) ? path : []))

test.each(xmlFiles)('%s is well-formed XML', (path) => {
  expect(fromXml(content(path)).children.length).toBeGreaterThan(0)
})

test('there is a feed in three formats for each language, section and tag', () => {
  const atoms = out.renditions.flatMap(({path}) => (path.endsWith('.atom') ? path : []))
  expect(atoms).toEqual([
    'en/feed.atom',
    'en/section/world/feed.atom',
    'en/tag/north-korea/feed.atom',
    'ko/feed.atom',
    'ko/section/world/feed.atom',
  ])
  expect(xmlFiles.length).toBe(2 * atoms.length + 2)
})

describe('a feed', () => {
  const json = JSON.parse(content('en/feed.json')) as {
    readonly items: readonly Readonly<Record<string, string>>[]
    readonly language: string
  }

  test('carries the full text with whole addresses, and no link of the page’s own', () => {
    const [item] = json.items
    expect(item?.['content_html']).toContain('href="https://galley.example/en/one/"')
    expect(item?.['content_html']).toContain('href="https://galley.example/en/one/#')
    expect(item?.['content_html']).not.toContain('hreflang')
    expect(item?.['title']).toBe('A & B x ]]> “끝” ]]>')
  })

  test('speaks its language only', () => {
    expect(json.language).toBe('en')
    expect(content('ko/feed.json')).not.toContain('/en/')
  })

  test('is as old as its newest article', () => {
    expect(content('en/feed.atom')).toContain('<updated>2025-01-13T00:00:00.000Z</updated>')
  })
})

test('pictures are found from wherever the feed is read', async () => {
  const bytes = await sharp({create: {width: 500, height: 250, channels: 3, background: 'red'}})
    .png()
    .toBuffer()
  const pictured = (text: string) =>
    rendered([edition({text})], [{path: 'articles/one/a.png', bytes}]).renditions.find(
      ({path}) => path === 'en/feed.atom',
    )?.content
  // Written in one walk, and cleaned first.
  for (const text of ['![One](a.png)', '![One](a.png) <b>x</b>\n\n![Two](a.png)']) {
    const atom = String(pictured(text))
    expect(atom).toMatch(/srcset="https:\S+a-480\.\w+\.avif 480w, https:\S+a-500\.\w+\.avif 500w"/)
    expect(atom).not.toMatch(/(?:src|srcset|href)="\/|, \//)
  }
})

test('a renamed article stays the same entry', () => {
  const renamed = rendered([edition({facts: {...facts, formerly: ['first', 'second']}})])
  const atom = String(renamed.renditions.find(({path}) => path === 'en/feed.atom')?.content)
  expect(parseBySmith(atom).feed).toMatchObject({
    entries: [
      {id: 'https://galley.example/en/first/', links: [{href: 'https://galley.example/en/one/'}]},
    ],
  })
  const idOf = (formerly: readonly string[]) =>
    /<entry>[^]*?<id>(.*?)<\/id>/.exec(
      String(
        rendered([edition({facts: {...facts, formerly}})]).renditions.find(
          ({path}) => path === 'en/feed.atom',
        )?.content,
      ),
    )?.[1]
  // Renamed twice, and back: its own name was the first.
  expect(idOf(['one', 'second'])).toBe('https://galley.example/en/one/')
})

describe('two readers that nobody here wrote', () => {
  const signed = rendered([
    edition({
      headline: 'Is 1 &lt; 2 & “true”?',
      standfirst: 'So say Tom & Jerry.',
      byline: ['Jane Doe', 'Kim Min-ji'],
      published: '2025-01-13T09:00:00+09:00',
    }),
    edition({slug: 'two', headline: 'Nobody signed', published: '2025-01-12'}),
  ])
  const read = (path: string) =>
    String(signed.renditions.find((rendition) => rendition.path === path)?.content)

  test('Atom has an author for every entry, its language, and titles as they are read', () => {
    const {feed} = parseBySmith(read('en/feed.atom'))
    expect(feed).toMatchObject({
      authors: [{name: 'The Galley', uri: 'https://galley.example/en/'}],
      entries: [{authors: [{name: 'Jane Doe'}, {name: 'Kim Min-ji'}]}, {}],
    })
    const read2 = parseByRowan(read('en/feed.atom'))
    expect(read2.meta).toEqual({type: 'atom', version: '1.0'})
    expect(read2.language).toBe('en')
    expect(read2.items.map(({title}) => title)).toEqual(['Is 1 < 2 & “true”?', 'Nobody signed'])
  })

  test('RSS names authors where no e-mail address is asked of them', () => {
    const rss = read('en/feed.rss')
    expect(rss).not.toContain('<author>')
    expect(parseBySmith(rss).feed).toMatchObject({
      language: 'en',
      items: [{dc: {creators: ['Jane Doe and Kim Min-ji']}}, {title: 'Nobody signed'}],
    })
    expect(parseByRowan(rss).items[0]?.title).toBe('Is 1 < 2 & “true”?')
  })

  test('JSON Feed 1.1 names every author, in a list', () => {
    const json = read('en/feed.json')
    expect(json).not.toContain('"author"')
    expect(parseBySmith(json).feed).toMatchObject({
      authors: [{name: 'The Galley'}],
      items: [
        {
          title: 'Is 1 < 2 & “true”?',
          summary: 'So say Tom & Jerry.',
          authors: [{name: 'Jane Doe'}, {name: 'Kim Min-ji'}],
        },
        {},
      ],
    })
  })
})

test('the sitemap has every page that is to be found, with its other languages', () => {
  const map = content('sitemap.xml')
  expect(map).toContain('<loc>https://galley.example/ko/section/world/</loc>')
  expect(map).toContain(
    '<xhtml:link rel="alternate" hreflang="ko" href="https://galley.example/ko/one/" />',
  )
  expect(map).not.toContain('404')
  expect(content('sitemap-news.xml')).toContain('<news:language>ko</news:language>')
  expect(content('robots.txt')).toContain('Sitemap: https://galley.example/sitemap.xml')
})
