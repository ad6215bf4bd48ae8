import {describe, expect, test} from 'vitest'
import type {Edition} from '../../pipeline/model/edition.ts'
import {facts} from '../translate/make-article.ts'
import {all, edition, page, rendered, textOf} from './sample.ts'

function filed(slug: string, about: Partial<Edition['facts']>, rest: Partial<Edition> = {}) {
  return edition({
    slug,
    headline: `Story ${slug}`,
    ...(about.authors && {byline: about.authors.map((id) => id.replace('-', ' '))}),
    ...(rest.locale && {locale: rest.locale}),
    ...(rest.published && {published: rest.published}),
    facts: {...facts, ...about},
  })
}

const paths = (out: ReturnType<typeof rendered>, start: string) =>
  out.renditions.flatMap(({path, page: kind}) => (kind && path.startsWith(start) ? path : []))

describe('lists', () => {
  const out = rendered([
    filed('one', {section: 'world', tags: ['north-korea'], authors: ['jane-doe']}),
    filed(
      'two',
      {section: 'world', tags: ['north-korea', 'ukraine-war']},
      {published: '2025-02-01'},
    ),
    filed('three', {section: 'culture'}),
    filed('one', {section: 'world', tags: ['north-korea'], authors: ['jane-doe']}, {locale: 'ko'}),
  ])

  test('what nobody has named is called by the source’s word for it, and says so', () => {
    const both = [undefined, 'ko'].map((locale) =>
      filed('one', {tags: ['paper-making']}, locale === undefined ? {} : {locale}),
    )
    const heading = (tag: string) =>
      all(page(rendered(both), `${tag}/tag/paper-making/index.html`), 'h1')
        .flatMap((one) => all({type: 'root', children: [one]}, 'span'))
        .map((span) => [textOf(span), span.properties['lang']])
    expect(heading('ko')).toEqual([['paper making', 'en']])
    expect(heading('en')).toEqual([['paper making', undefined]])
  })

  test('a writer is called as in the newest byline that is translated', () => {
    const by = (slug: string, name: string, locale: string, published: string) => ({
      ...filed(slug, {authors: ['jane-doe']}, {locale: 'ko', published}),
      byline: [{text: name, locale}],
    })
    const listed = rendered([
      by('one', 'Jane Doe', 'en', '2025-03-01'),
      by('two', '제인 도', 'ko', '2025-02-01'),
      by('three', '제인', 'ko', '2025-01-01'),
    ])
    expect(all(page(listed, 'ko/author/jane-doe/index.html'), 'h1').map(textOf)).toEqual([
      '제인 도',
    ])
  })

  test('a language that nobody has named its edition in goes by its own name, not by another edition’s', () => {
    const locales = [
      {tag: 'en', direction: 'ltr', autonym: 'English'},
      {tag: 'de', direction: 'ltr', autonym: 'Deutsch'},
    ] as const
    const named = rendered([filed('one', {}), filed('one', {}, {locale: 'de'})], [], {
      locales,
    })
    const [title] = all(page(named, 'de/index.html'), 'title')
    expect(textOf(title)).toMatch(/^Deutsch \|/)
  })

  test('one page for each section, tag, author and month that has an article in the language', () => {
    expect(paths(out, 'ko/')).toEqual([
      'ko/404.html',
      'ko/accessibility/index.html',
      'ko/archive/2025-01/index.html',
      'ko/archive/index.html',
      'ko/author/jane-doe/index.html',
      'ko/index.html',
      'ko/one/index.html',
      'ko/section/world/index.html',
      'ko/tag/north-korea/index.html',
    ])
    expect(paths(out, 'en/tag/')).toEqual([
      'en/tag/north-korea/index.html',
      'en/tag/ukraine-war/index.html',
    ])
  })

  test('are named in their language, or marked as not', () => {
    expect(textOf(all(page(out, 'ko/section/world/index.html'), 'h1')[0])).toBe('국제')
    const culture = page(out, 'en/section/culture/index.html')
    expect(textOf(all(culture, 'h1')[0])).toBe('culture')
  })

  test('a subject and a section of one name are told apart by their titles', () => {
    const both = rendered([filed('one', {section: 'sea', tags: ['sea']})])
    const titleOf = (list: string) =>
      textOf(all(page(both, `en/${list}/sea/index.html`), 'title')[0])
    expect([titleOf('section'), titleOf('tag')].map((title) => title.split(' | ')[0])).toEqual([
      'sea',
      'Articles about sea',
    ])
  })

  test('show the newest first', () => {
    const titles = all(page(out, 'en/section/world/index.html'), 'h2').map(textOf)
    expect(titles).toEqual(['Story two', 'Story one'])
  })

  test('name other languages only where the list is there too', () => {
    const alternatesOf = (path: string) =>
      all(page(out, path), 'link').flatMap(({properties}) => properties['hrefLang'] ?? [])
    expect(alternatesOf('en/tag/north-korea/index.html')).toEqual(['en', 'ko', 'x-default'])
    expect(alternatesOf('en/tag/ukraine-war/index.html')).toEqual(['en', 'x-default'])
  })

  test('an article leads to its section, tags, author and related articles', () => {
    const hrefs = all(page(out, 'en/one/index.html'), 'a').map(({properties}) => properties['href'])
    expect(hrefs).toEqual(
      expect.arrayContaining([
        '/en/section/world/',
        '/en/tag/north-korea/',
        '/en/author/jane-doe/',
        '/en/two/',
      ]),
    )
    expect(hrefs).not.toContain('/en/three/')
  })
})

describe('pages of a long list', () => {
  const many = Array.from({length: 45}, (_, index) =>
    filed(`s${String(index).padStart(2, '0')}`, {section: 'world'}),
  )
  const out = rendered(many)

  test('hold twenty articles each, every article once', () => {
    const found = ['', 'page/2/', 'page/3/'].map((step) =>
      all(page(out, `en/section/world/${step}index.html`), 'h2').map(textOf),
    )
    expect(found.map(({length}) => length)).toEqual([20, 20, 5])
    expect(new Set(found.flat()).size).toBe(45)
  })

  test('the front page goes on in them', () => {
    const steps = all(page(out, 'en/page/2/index.html'), 'a').map(({properties}) => properties)
    expect(steps.filter(({rel}) => rel !== undefined).map(({rel, href}) => [rel, href])).toEqual([
      [['prev'], '/en/'],
      [['next'], '/en/page/3/'],
    ])
  })
})

describe('addresses that articles have left', () => {
  const out = rendered(
    [filed('one', {formerly: ['uno']}), filed('one', {formerly: ['uno']}, {locale: 'ko'})],
    [],
    {},
    ['bad-story'],
  )

  test('a former name leads on', () => {
    const moved = page(out, 'ko/uno/index.html')
    expect(all(moved, 'a').map(({properties}) => properties['href'])).toContain('/ko/one/')
    expect(JSON.stringify(all(moved, 'meta'))).toContain('noindex')
  })

  test('the titles of former names tell which article has moved', () => {
    const [title] = all(page(out, 'en/uno/index.html'), 'title')
    expect(textOf(title)).toMatch(/^“Story one” has a new address\. \|/)
  })

  test('an address is the page of the article that has it now, and leads to one of those that had it', () => {
    const {renditions} = rendered([
      filed('one', {formerly: ['two', 'uno']}),
      filed('two', {}),
      filed('three', {formerly: ['uno', 'one']}),
    ])
    const written = renditions.map(({path}) => path)
    expect(written.filter((path, index) => written.indexOf(path) !== index)).toEqual([])
    expect(content({renditions}, '_redirects')).toBe('/en/uno/ /en/one/ 301\n')
    expect(content({renditions}, 'en/one/index.html')).toContain('Story one')
    expect(content({renditions}, 'en/two/index.html')).toContain('Story two')
  })

  test('a withdrawn article says so and is on no list', () => {
    expect(textOf(all(page(out, 'en/bad-story/index.html'), 'h1')[0])).toMatch(/withdrawn/)
    for (const path of ['sitemap.xml', 'en/feed.atom', 'en/index.html']) {
      expect(content(out, path)).not.toContain('bad-story')
    }
  })

  test('servers are told', () => {
    expect(content(out, '_redirects')).toBe(
      '/en/uno/ /en/one/ 301\n/ko/uno/ /ko/one/ 301\n' +
        '/en/bad-story/ /en/bad-story/index.html 410\n/ko/bad-story/ /ko/bad-story/index.html 410\n',
    )
    expect(content(out, 'redirects.nginx.conf')).toContain(
      'location = "/en/uno/" { return 301 /en/one/; }',
    )
  })

  test('an article is gone in languages too in which nothing else is left, in words of the publication’s own', () => {
    const alone = rendered([filed('one', {})], [], {}, ['bad-story'])
    const gone = page(alone, 'ko/bad-story/index.html')
    expect(all(gone, 'html')[0]?.properties['lang']).toBe('en')
    expect(textOf(all(gone, 'h1')[0])).toMatch(/withdrawn/)
    const hrefs = all(gone, 'a').map(({properties}) => properties['href'])
    expect(hrefs.filter((href) => String(href).startsWith('/ko/'))).toEqual([])
    expect(hrefs).toContain('/')
    expect(content(alone, '_redirects')).toContain('/ko/bad-story/ /ko/bad-story/index.html 410\n')
  })

  test('it is gone where nothing else is left at all', () => {
    const none = rendered([], [], {}, ['bad-story'])
    expect(textOf(all(page(none, 'en/bad-story/index.html'), 'h1')[0])).toMatch(/withdrawn/)
    expect(content(none, '_redirects').split('\n')).toHaveLength(3)
  })

  test('pages beside the original move and go with their article', () => {
    const beside = rendered(
      [filed('one', {formerly: ['uno']}), filed('one', {formerly: ['uno']}, {locale: 'ko'})],
      [],
      {parallel: true},
      ['bad-story'],
    )
    expect(content(beside, '_redirects').split('\n')).toEqual([
      '/en/uno/ /en/one/ 301',
      '/ko/uno/ /ko/one/ 301',
      '/en-ko/uno/ /en-ko/one/ 301',
      '/en/bad-story/ /en/bad-story/index.html 410',
      '/ko/bad-story/ /ko/bad-story/index.html 410',
      '/en-ko/bad-story/ /en-ko/bad-story/index.html 410',
      '',
    ])
    const moved = all(page(beside, 'en-ko/uno/index.html'), 'a')
    expect(moved.map(({properties}) => properties['href'])).toContain('/en-ko/one/')
    expect(textOf(all(page(beside, 'en-ko/bad-story/index.html'), 'h1')[0])).not.toBe('')
  })

  test('nginx is told of Korean addresses as it compares them, decoded', () => {
    const moved = rendered([filed('부두', {formerly: ['항구']})], [], {}, ['배'])
    const told = content(moved, 'redirects.nginx.conf').split('\n')
    expect(told).toContain(`location = "/en/항구/" { return 301 ${encodeURI('/en/부두/')}; }`)
    expect(told).toContain(
      'location = "/en/배/" { error_page 410 "/en/배/index.html"; return 410; }',
    )
    expect(told).toContain('location = "/en/배/index.html" { internal; }')
  })
})

function content(out: Pick<ReturnType<typeof rendered>, 'renditions'>, path: string): string {
  return String(out.renditions.find((rendition) => rendition.path === path)?.content)
}
