import {createHash} from 'node:crypto'
import {describe, expect, test} from 'vitest'
import {all, edition, meta, page, prose, rendered, textOf, words} from './sample.ts'

const both = [
  edition({text: '## Despair\n\nText.', dateline: 'SEOUL', standfirst: 'So it is.'}),
  edition({locale: 'ko', headline: '제목', text: '## 절망\n\n글.', dateline: '서울'}),
]

describe('which pages there are', () => {
  test('an article in two languages', () => {
    const paths = rendered(both).renditions.flatMap(({path, page: kind}) => (kind ? path : []))
    expect(paths).toEqual([
      '404.html',
      'en/404.html',
      'en/accessibility/index.html',
      'en/archive/2025-01/index.html',
      'en/archive/index.html',
      'en/index.html',
      'en/one/index.html',
      'index.html',
      'ko/404.html',
      'ko/accessibility/index.html',
      'ko/archive/2025-01/index.html',
      'ko/archive/index.html',
      'ko/index.html',
      'ko/one/index.html',
    ])
  })

  test('a held edition leaves no trace on any page', () => {
    const out = rendered(both.slice(0, 1))
    const pages = out.renditions.filter(({mediaType}) => mediaType === 'text/html')
    expect(pages.length).toBe(8)
    for (const {content} of pages) expect(content).not.toMatch(/\/ko\/|한국어|ko_KR/)
  })

  test('no edition at all still gives a root page that leads nowhere', () => {
    const out = rendered([])
    expect(textOf(all(page(out, 'index.html'), 'h1')[0])).toBe('The Galley')
  })

  test('same input, same bytes', () => {
    expect(JSON.stringify(rendered(both))).toBe(JSON.stringify(rendered(both)))
  })

  test('editions that differ in nothing that is printed leave fonts and styles as they are', () => {
    const names = (out: ReturnType<typeof rendered>) => out.fonts.map(({path}) => path)
    const other = [edition({text: '## Despair\n\nOther text!', standfirst: 'So it is.'}), both[1]!]
    expect(names(rendered(other))).toEqual(names(rendered(both)))
  })
})

describe('the article page', () => {
  const out = rendered(both)
  const english = page(out, 'en/one/index.html')
  const korean = page(out, 'ko/one/index.html')

  test('says its language, title and description', () => {
    const [html] = all(korean, 'html')
    expect(html?.properties).toMatchObject({lang: 'ko', dir: 'ltr'})
    expect(textOf(all(korean, 'title')[0])).toBe('제목 | 더 갤리')
    expect(meta(english, 'description')).toEqual(['So it is.'])
    expect(meta(korean, 'description')).toEqual(['글.'])
  })

  test.each([
    ['en', english],
    ['ko', korean],
  ])('%s: canonical, and alternates that both editions give alike', (tag, tree) => {
    const links = all(tree, 'link').map(({properties}) => properties)
    expect(links.find(({rel}) => String(rel) === 'canonical')?.['href']).toBe(
      `https://galley.example/${tag}/one/`,
    )
    expect(
      links
        .filter(({rel, hrefLang}) => String(rel) === 'alternate' && hrefLang !== undefined)
        .map(({hrefLang, href}) => [hrefLang, href]),
    ).toEqual([
      ['en', 'https://galley.example/en/one/'],
      ['ko', 'https://galley.example/ko/one/'],
      ['x-default', 'https://galley.example/en/one/'],
    ])
  })

  test('Open Graph has the locale and its alternates in its own form', () => {
    expect(meta(korean, 'og:locale')).toEqual(['ko_KR'])
    expect(meta(korean, 'og:locale:alternate')).toEqual(['en_US'])
    expect(meta(korean, 'og:title')).toEqual(['제목'])
    expect(meta(english, 'og:type')).toEqual(['article'])
  })

  test('JSON-LD names language, place, and the original or the translations', () => {
    const data = (tree: typeof english) => JSON.parse(textOf(all(tree, 'script')[0]))
    expect(data(english)).toMatchObject({
      '@type': 'NewsArticle',
      inLanguage: 'en',
      headline: 'A headline',
      datePublished: '2025-01-13',
      contentLocation: {name: 'SEOUL'},
      workTranslation: [{'@id': 'https://galley.example/ko/one/', inLanguage: 'ko'}],
    })
    expect(data(korean)).toMatchObject({
      inLanguage: 'ko',
      translationOfWork: {'@id': 'https://galley.example/en/one/', inLanguage: 'en'},
    })
    expect(data(korean)).not.toHaveProperty('workTranslation')
  })

  test('JSON-LD has the way to it from the front page', () => {
    const sections = both.map((one) => ({...one, facts: {...one.facts, section: 'world'}}))
    const trails = ['en', 'ko'].map((tag) => {
      const tree = page(rendered(sections), `${tag}/one/index.html`)
      const data = all(tree, 'script')
        .slice(0, 2)
        .map((script) => JSON.parse(textOf(script)))
      return data.find((one) => one['@type'] === 'BreadcrumbList')?.itemListElement
    })
    expect(trails[0]).toEqual([
      {
        '@type': 'ListItem',
        position: 1,
        name: 'The Galley',
        item: 'https://galley.example/en/',
      },
      {
        '@type': 'ListItem',
        position: 2,
        name: 'World',
        item: 'https://galley.example/en/section/world/',
      },
      {
        '@type': 'ListItem',
        position: 3,
        name: 'A headline',
        item: 'https://galley.example/en/one/',
      },
    ])
    expect(trails[1]).toMatchObject([{name: '더 갤리'}, {name: '국제'}, {name: '제목'}])
  })

  test('a browser refuses styles and scripts that are not the ones rendered', () => {
    const style = all(english, 'link').find(({properties}) => properties['integrity'])
    const script = all(english, 'script').find(({properties}) => properties['src'])
    for (const [at, one] of [
      ['href', style],
      ['src', script],
    ] as const) {
      const path = String(one?.properties[at]).slice(1)
      const content = String(out.renditions.find((file) => file.path === path)?.content)
      const digest = createHash('sha384').update(content).digest('base64')
      expect(one?.properties['integrity']).toBe(`sha384-${digest}`)
    }
  })

  test('the date is in the form of its readers, and in the machine’s', () => {
    const [time] = all(korean, 'time')
    expect(textOf(time)).toBe('2025년 1월 13일')
    expect(time?.properties['dateTime']).toBe('2025-01-13')
    expect(textOf(all(english, 'time')[0])).toBe('January 13, 2025')
  })

  test('landmarks, one h1, a skip link that leads to the main part', () => {
    for (const tree of [english, korean]) {
      expect(all(tree, 'h1').length).toBe(1)
      expect(all(tree, 'main')[0]?.properties).toMatchObject({id: 'main', tabIndex: -1})
      expect(all(tree, 'a')[0]?.properties['href']).toBe('#main')
      expect(all(tree, 'header').length).toBeGreaterThan(0)
      expect(all(tree, 'footer').length).toBe(1)
    }
  })

  test('the switcher names each language in itself, and says which one this is', () => {
    const link = all(english, 'a').find(({properties}) => properties['href'] === '/ko/one/')
    expect(link?.properties).toMatchObject({lang: 'ko', hrefLang: 'ko'})
    expect(textOf(link)).toBe('한국어')
    const current = all(english, 'a').filter(({properties}) => properties['ariaCurrent'] === 'page')
    expect(current.map(textOf)).toEqual(['English'])
  })

  test('each section leads to the same section of the other edition', () => {
    const link = all(english, 'a').find(({properties}) =>
      String(properties['href']).includes('#text-'),
    )
    expect(link?.properties).toMatchObject({href: '/ko/one/#text-b0', lang: 'ko', hrefLang: 'ko'})
    expect(textOf(link)).toBe('‘절망’ 부분 읽기: 한국어')
    expect(all(korean, 'h2').map(({properties}) => properties['id'])).toContain('text-b0')
    const back = all(korean, 'a').find(({properties}) =>
      String(properties['href']).includes('#text-'),
    )
    expect(textOf(back)).toBe('Read “Despair” in English')
  })

  test('nothing runs and nothing is styled in place', () => {
    for (const {content, mediaType} of out.renditions) {
      if (mediaType !== 'text/html') continue
      const scripts =
        /<script (?!type="application\/ld\+json">|defer src="\/assets\/[\w.-]+" integrity="sha384-[\w+/=]+"><\/script>)/
      expect(content).not.toMatch(scripts)
      expect(content).not.toMatch(/<style| style=| on\w+=/)
      expect(content).not.toMatch(/\{\{|undefined|\[object/)
    }
  })
})

describe('notices', () => {
  const progress = both[1]!.progress
  const notice = (changed: Partial<Parameters<typeof edition>[0]>) =>
    textOf(
      all(
        page(rendered([both[0]!, edition({locale: 'ko', ...changed})]), 'ko/one/index.html'),
        'aside',
      )[0],
    )

  test.each([
    ['a whole and current translation has none', {}, ''],
    [
      'stale',
      {progress: {...progress, stale: 1}},
      '이 번역이 나온 뒤 영어 원문이 바뀌었습니다.영어 원문 읽기',
    ],
    [
      'partial',
      {progress: {...progress, untranslated: 2}},
      '이 기사의 일부는 아직 번역되지 않아 영어로 실었습니다.영어 원문 읽기',
    ],
  ])('%s', (_, changed, expected) => {
    expect(notice(changed)).toBe(expected)
  })

  test('a headline left in the source language says its language and makes a notice', () => {
    const left = {...edition({locale: 'ko'}), headline: {text: 'Left', locale: 'en'}}
    const tree = page(rendered([left]), 'ko/one/index.html')
    expect(all(tree, 'h1')[0]?.properties['lang']).toBe('en')
    expect(textOf(all(tree, 'aside')[0])).toContain('영어로')
    expect(all(tree, 'aside').flatMap((aside) => aside.children).length).toBe(1)
  })

  test('a block left in the source language keeps its lang', () => {
    const left = edition({locale: 'ko', text: 'Left in English.'})
    left.body.children[0]!.data = {hProperties: {id: 'b0', lang: 'en'}}
    const tree = page(rendered([left]), 'ko/one/index.html')
    expect(prose(tree).children[0]).toMatchObject({properties: {id: 'text-b0', lang: 'en'}})
  })
})

describe('front, root and not-found pages', () => {
  const out = rendered([
    edition({slug: 'b', published: '2025-01-02'}),
    edition({slug: 'old', published: '2024-01-01'}),
    edition({slug: 'a', published: '2025-01-02'}),
    edition({slug: 'undated', published: undefined}),
    edition({slug: 'a', locale: 'ko', headline: '가'}),
  ])

  test('the front page lists the newest first, then by slug', () => {
    const hrefs = all(page(out, 'en/index.html'), 'h2').map(
      (heading) =>
        heading.children[0]?.type === 'element' && heading.children[0].properties['href'],
    )
    expect(hrefs).toEqual(['/en/a/', '/en/b/', '/en/old/', '/en/undated/'])
  })

  test('the root page speaks every language, and marks it', () => {
    const tree = page(out, 'index.html')
    const [english, korean] = all(tree, 'section')
    expect(english?.properties['lang']).toBe('en')
    expect(textOf(english)).toContain('Read the English edition')
    expect(korean?.properties['lang']).toBe('ko')
    expect(textOf(korean)).toContain('한국어판 읽기')
    expect(JSON.stringify(tree)).not.toMatch(/http-equiv|httpEquiv/)
  })

  test('a page that is not there is not to be found', () => {
    for (const path of ['404.html', 'en/404.html', 'ko/404.html']) {
      expect(meta(page(out, path), 'robots')).toEqual(['noindex'])
      expect(meta(page(out, path), 'og:url')).toEqual([])
    }
    expect(textOf(page(out, 'ko/404.html'))).not.toContain('Page not found')
    expect(textOf(page(out, '404.html'))).toContain('페이지를 찾을 수 없습니다')
  })

  test('a site below a path keeps its links below it', () => {
    const below = rendered(both, [], {url: 'https://host.example/paper/'})
    const hrefs = all(page(below, 'en/one/index.html'), 'a').map(
      ({properties}) => properties['href'],
    )
    for (const href of hrefs) expect(href).toMatch(/^(#|\/paper\/)/)
  })
})

test('both languages have the same words, each in its own plural forms', () => {
  const keys = (tag: string) => [
    ...new Set(
      Object.keys(words[tag]?.['site'] ?? {}).map((key) => key.replace(/_(?:one|other)$/, '')),
    ),
  ]
  expect(keys('ko')).toEqual(keys('en'))
})
