import {describe, expect, test} from 'vitest'
import type {Edition} from '../../pipeline/model/edition.ts'
import {all, edition, meta, page, prose, rendered, textOf} from './sample.ts'

const about = {section: 'world', tags: ['rain'], authors: []}

/** An article, its original and what the catalog has of it. */
function article(slug: string, tags: readonly string[]): Edition {
  const facts = {...edition({}).facts, ...about, tags}
  return edition({slug, headline: `About ${slug}`, text: `Text of ${slug}.`, facts})
}

function untranslated(original: Edition): Edition {
  const body = structuredClone(original.body)
  for (const node of body.children) node.data = {hProperties: {id: 'b0', lang: 'en'}}
  const {progress} = original
  return {
    ...original,
    locale: 'ko',
    body,
    progress: {...progress, units: 2, translated: 0, reviewed: 0, untranslated: 2},
  }
}

function translated(original: Edition): Edition {
  const {slug, facts} = original
  return edition({slug, facts, locale: 'ko', headline: `${slug} 소식`, text: '글이다.'})
}

const originals = [
  article('a', ['rain']),
  article('b', ['rain', 'sun']),
  article('c', ['sun']),
  article('d', ['snow']),
]
// Half of the translations are missing, d's tag has none at all.
const given = originals.flatMap((one, index) => [
  one,
  index % 2 === 0 ? translated(one) : untranslated(one),
])
const out = rendered(given, [], {parallel: true})
const shown = page(out, 'ko/b/index.html')

describe('the page of an article of which nothing is translated', () => {
  test('is in the reader’s language, and marks the original’s words', () => {
    expect(all(shown, 'html')[0]?.properties['lang']).toBe('ko')
    expect(all(shown, 'h1')[0]?.properties['lang']).toBe('en')
    expect(prose(shown).children[0]).toMatchObject({properties: {lang: 'en'}})
  })

  test('says so, and leads to the original', () => {
    const notice = all(shown, 'aside')[0]
    expect(textOf(notice)).toBe(
      '이 기사는 아직 번역되지 않아 영어 원문을 그대로 실었습니다.영어 원문 읽기',
    )
  })

  test('has the original’s address as canonical, and says nothing as if it were an edition', () => {
    const links = all(shown, 'link').map(({properties}) => properties)
    const canonical = links.filter(({rel}) => String(rel) === 'canonical')
    expect(canonical.map(({href}) => href)).toEqual(['https://galley.example/en/b/'])
    expect(links.filter(({hrefLang}) => hrefLang !== undefined)).toEqual([])
    expect(meta(shown, 'og:locale')).toEqual([])
    expect(all(shown, 'script')).toEqual([])
    expect(out.renditions.find((one) => one.path === 'ko/b/index.html')?.page).toBe('fallback')
  })

  test('goes with the original', () => {
    const alone = rendered(given.filter(({slug, locale}) => slug !== 'b' || locale === 'ko'))
    for (const {path, content} of alone.renditions) {
      expect(path).not.toContain('/b/')
      expect(String(content)).not.toContain('About b')
    }
  })
})

describe('where half of the translations are missing', () => {
  const contentOf = (path: string) =>
    String(out.renditions.find((one) => one.path === path)?.content ?? 'none')

  test.each(['ko/index.html', 'ko/section/world/index.html', 'ko/archive/2025-01/index.html'])(
    'the list %s has every article, and says of which there is only the original',
    (path) => {
      const cards = all(page(out, path), 'article').map((card) => [
        textOf(all({type: 'root', children: [card]}, 'h2')[0]),
        textOf(card).includes('영어로만 읽을 수 있음'),
        all({type: 'root', children: [card]}, 'h2')[0]?.children.length,
      ])
      expect(cards.map(([headline, only]) => [headline, only])).toEqual([
        ['a 소식', false],
        ['About b', true],
        ['c 소식', false],
        ['About d', true],
      ])
    },
  )

  test.each(['atom', 'rss', 'json'])('the feed (%s) has what is translated alone', (kind) => {
    const feed = contentOf(`ko/feed.${kind}`)
    for (const headline of ['a 소식', 'c 소식']) expect(feed).toContain(headline)
    for (const headline of ['About b', 'About d']) expect(feed).not.toContain(headline)
  })

  test('a list without anything translated has no feed, and names none of its own', () => {
    expect(out.renditions.map(({path}) => path)).not.toContain('ko/tag/snow/feed.atom')
    expect(contentOf('ko/tag/snow/index.html')).not.toContain('/ko/tag/snow/feed')
    expect(contentOf('ko/tag/rain/index.html')).toContain('/ko/tag/rain/feed.atom')
  })

  test.each(['section/world', 'tag/sun'])(
    'a list with something translated (%s) is an edition',
    (list) => {
      expect(contentOf('sitemap.xml')).toContain(`https://galley.example/ko/${list}/</loc>`)
      expect(contentOf(`en/${list}/index.html`)).toContain('hreflang="ko" href="https')
    },
  )

  test('a list without anything translated is none: search finds the original, and readers both', () => {
    const list = page(out, 'ko/tag/snow/index.html')
    const links = all(list, 'link').map(({properties}) => properties)
    expect(links.find(({rel}) => String(rel) === 'canonical')?.['href']).toBe(
      'https://galley.example/en/tag/snow/',
    )
    expect(links.filter(({hrefLang}) => hrefLang !== undefined)).toEqual([])
    expect(all(list, 'script')).toEqual([])
    expect(contentOf('sitemap.xml')).not.toContain('ko/tag/snow/')
    expect(contentOf('en/tag/snow/index.html')).not.toContain('/ko/tag/snow/')
    const switcher = all(list, 'nav').find(
      ({properties}) =>
        properties['className'] === undefined || String(properties['className']) === 'switcher',
    )
    expect(textOf(switcher)).toBe('English')
  })

  test('the sitemap names for each page the alternates that its own head does', () => {
    const listed = [...contentOf('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>(.*?)<\/url>/gs)]
    const ofMap = listed.map(([, address = '', rest = '']) => [
      new URL(address).pathname,
      [...rest.matchAll(/hreflang="(.*?)" href="(.*?)"/g)].map(([, tag, href]) => [tag, href]),
    ])
    const ofHeads = ofMap.map(([path]) => {
      const links = all(page(out, `${String(path).slice(1)}index.html`), 'link')
      const alternates = links.flatMap(({properties: {hrefLang, href}}) =>
        hrefLang === undefined ? [] : [[hrefLang, href]],
      )
      // A page in one language alone has no other to lead to.
      return [path, alternates.length > 2 ? alternates : []]
    })
    expect(ofMap.length).toBeGreaterThan(10)
    expect(ofMap).toEqual(ofHeads)
  })

  test('sitemaps, switchers and parallel pages know the editions there are', () => {
    const sitemap = contentOf('sitemap.xml') + contentOf('sitemap-news.xml')
    expect(sitemap).toContain('https://galley.example/ko/a/')
    expect(sitemap).not.toMatch(/\/ko\/[bd]\//)
    for (const slug of ['b', 'd']) {
      const original = contentOf(`en/${slug}/index.html`)
      expect(original).not.toContain(`/ko/${slug}/`)
      expect(original).not.toContain('hreflang="ko" href="https')
      expect(contentOf(`en-ko/${slug}/index.html`)).toBe('none')
    }
    expect(contentOf('en/a/index.html')).toContain('hreflang="ko" href="https')
    expect(contentOf('en-ko/a/index.html')).not.toBe('none')
  })
})

test.each([
  ['blocks', ['이 대목은 번역한 뒤에 원문이 바뀌었습니다.']],
  ['notice', []],
] as const)('policy %s decides whether a block that is behind says so', (policy, expected) => {
  const unit = {
    key: 'b1',
    kind: 'paragraph',
    source: 'New.',
    target: '옛것.',
    state: 'translated',
    stale: true,
    previousSource: 'Old.',
    origin: undefined,
    note: undefined,
  } as const
  const behind = edition({locale: 'ko', text: '처음.\n\n옛것.', units: [unit]})
  const changed = {policy: {...withPolicy, stale: {ko: policy}}}
  const tree = page(rendered([edition({}), behind], [], changed), 'ko/one/index.html')
  const notes = all(tree, 'span').filter(({properties}) =>
    String(properties['className']).includes('outdated'),
  )
  expect(notes.map(textOf)).toEqual(expected)
  if (policy === 'blocks') expect(textOf(all(tree, 'p').find(isSecond))).toContain('옛것.')
})

function isSecond({properties}: {readonly properties: Readonly<Record<string, unknown>>}): boolean {
  return properties['id'] === 'text-b1'
}

const withPolicy = {
  state: {},
  missing: {},
  stale: {},
  block: [],
  together: false,
  tolerance: {channel: 0, pixels: 0},
  waivers: [],
}
