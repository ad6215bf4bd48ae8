import type {Element, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {toHtml} from 'hast-util-to-html'
import {describe, expect, test} from 'vitest'
import {parallelBody} from '../../pipeline/render/parallel-body.ts'
import {all, edition, page, prose, rendered, textOf} from './sample.ts'

const original = `First.

## Despair

> Said.

![A map](map.png "The map")

- One
- Two

Noted.[^1]

---

[^1]: The note.`

const translation = `처음.

## 절망

> 말했다.

![지도](map.png "지도다")

- 하나
- 둘

적었다.[^1]

---

[^1]: 주석.`

const map = {path: 'articles/one/map.png', bytes: new Uint8Array([1])}
const both = [
  edition({text: original, headline: 'A headline', standfirst: 'So it is.'}),
  edition({locale: 'ko', text: translation, headline: '제목', standfirst: '그렇다.'}),
]
const out = rendered(both, [map], {parallel: true})
const path = 'en-ko/one/index.html'
const tree = page(out, path)

/** What stands in the body, one line a block: language and text of each part. */
function rows(of: Root): readonly string[] {
  return prose(of)
    .children.filter((node): node is Element => node.type === 'element')
    .map(({tagName, children, properties}) => {
      const parts = children.filter((node): node is Element => node.type === 'element')
      const isPair = String(properties['className']) === 'pair'
      const said = (isPair ? parts : []).map(
        (part) => `${part.properties['lang'] === 'en' ? 'en' : 'own'}: ${textOf(part).trim()}`,
      )
      return [tagName, ...said].join(' | ')
    })
}

test('an article and its translation stand side by side, block by block', () => {
  expect(rows(tree).map((row) => row.replaceAll(/\s+/g, ' '))).toEqual([
    'div | en: First. | own: 처음.',
    'h2 | en: Despair | own: 절망',
    'div | en: Said. | own: 말했다.',
    'figure',
    'div | en: One Two | own: 하나 둘',
    'div | en: Noted.1 | own: 적었다.1',
    'hr',
    'div | en: Notes The note. Back | own: 주 주석. 본문으로',
  ])
})

test('it is in the language of the translation; the original says what it is', () => {
  expect(all(tree, 'html')[0]?.properties['lang']).toBe('ko')
  expect(all(tree, 'h1').map(textOf)).toEqual(['A headline 제목'])
  expect(all(tree, 'h1')[0]?.children[0]).toMatchObject({properties: {lang: 'en'}})
})

test('a picture is shown once, described in the page’s language', () => {
  expect(all(tree, 'img').map(({properties}) => properties['alt'])).toEqual(['지도'])
  expect(all(tree, 'figcaption').map(textOf)).toEqual(['The map 지도다'])
})

test.each([
  '<figure lang="en"><img alt="지도"><figcaption>The map</figcaption></figure>',
  '<figure><img alt="지도"><figcaption lang="en">The map</figcaption></figure>',
])('a picture’s description stays where its caption is not translated: %s', (translated) => {
  const treeOf = (html: string) => fromHtml(html, {fragment: true})
  const locale = (tag: string) => ({tag, direction: 'ltr' as const, autonym: tag})
  const body = parallelBody(
    {
      tree: treeOf('<figure><img alt="A map"><figcaption>The map</figcaption></figure>'),
      locale: locale('en'),
    },
    {tree: treeOf(translated), locale: locale('ko')},
  )
  expect(toHtml(body)).toBe(translated)
})

test('ids are the article’s on one side, and no id stands twice', () => {
  const ids = all(tree, 'a').concat(all(tree, 'p'), all(tree, 'li'), all(tree, 'h2'))
  const found = ids.flatMap(({properties: {id}}) => (typeof id === 'string' ? id : []))
  expect(found).toContain('text-b0')
  expect(found).toContain('ko-text-b0')
  expect(new Set(found).size).toBe(found.length)
  const targets = all(tree, 'a').map(({properties}) => String(properties['href']))
  const inside = targets.filter((href) => /^#(?:ko-)?text-/.test(href)).map((href) => href.slice(1))
  expect(inside.length).toBe(4)
  const every = new Set([...found, ...all(tree, 'sup').map(({properties}) => properties['id'])])
  for (const id of inside) expect(every).toContain(id)
})

test('it asks not to be found: no canonical address, no alternates, not in the sitemap', () => {
  const links = all(tree, 'link').filter(
    ({properties}) =>
      ['canonical'].includes(String(properties['rel'])) || properties['hrefLang'] !== undefined,
  )
  expect(links).toEqual([])
  expect(JSON.stringify(all(tree, 'meta'))).toContain('noindex')
  const sitemap = out.renditions.find((one) => one.path === 'sitemap.xml')
  expect(sitemap?.content).not.toContain('en-ko')
})

describe('the way to it', () => {
  test.each([
    ['en', 'Side by side with Korean'],
    ['ko', '영어와 나란히 보기'],
  ])('from the %s edition', (tag, words) => {
    const link = all(page(out, `${tag}/one/index.html`), 'a').find(
      ({properties}) => properties['href'] === '/en-ko/one/',
    )
    expect(textOf(link)).toBe(words)
  })

  test('back to both editions; it says that it is the current page', () => {
    const switcher = all(tree, 'nav')[0]
    expect(textOf(switcher)).toBe('English한국어영어와 나란히 보기')
    const current = all(tree, 'a').filter(({properties}) => properties['ariaCurrent'] === 'page')
    expect(current.map(({properties}) => properties['href'])).toEqual(['/en-ko/one/'])
  })
})

describe('there is none', () => {
  const kinds = (given: ReturnType<typeof rendered>) =>
    given.renditions.filter((one) => one.page === 'parallel').map((one) => one.path)

  test('where the publication does not want one', () => {
    expect(kinds(rendered(both, [map]))).toEqual([])
  })

  test.each([0, 1])(
    'of an article of which one edition alone is given, and no link to it',
    (at) => {
      const alone = rendered(both.slice(at, at + 1), [map], {parallel: true})
      expect(kinds(alone)).toEqual([])
      for (const {content} of alone.renditions) expect(content).not.toContain('en-ko')
    },
  )

  test('whose folder would be another edition’s', () => {
    const locales = ['zh', 'tw', 'zh-TW'].map((tag) => ({
      tag,
      direction: 'ltr' as const,
      autonym: tag,
    }))
    const one = {sourceLocale: 'zh', text: '文'}
    const given = locales.map(({tag}) => edition({...one, locale: tag}))
    expect(kinds(rendered(given, [], {parallel: true, locales, source: 'zh'}))).toEqual([
      'zh-zh-TW/one/index.html',
    ])
  })
})

test('a block that is not translated stands once, in the original’s language', () => {
  const left = edition({locale: 'ko', text: 'First.\n\n둘째.'})
  left.body.children[0]!.data = {hProperties: {id: 'b0', lang: 'en'}}
  const given = [edition({text: 'First.\n\nSecond.'}), left]
  const one = page(rendered(given, [], {parallel: true}), path)
  expect(rows(one)).toEqual(['p', 'div | en: Second. | own: 둘째.'])
  expect(prose(one).children[0]).toMatchObject({properties: {lang: 'en', id: 'text-b0'}})
})

test('bodies that are built differently stand side by side as wholes', () => {
  const given = [edition({text: 'First.\n\nSecond.'}), edition({locale: 'ko', text: '하나.'})]
  const one = page(rendered(given, [], {parallel: true}), path)
  expect(rows(one)).toEqual(['div | en: First.Second. | own: 하나.'])
})

describe('notes of an article that is translated in part', () => {
  const text = 'Noted.[^1]\n\n[^1]: The note.'
  const inEnglish = {id: 'b0', lang: 'en'}
  /** The translation with the paragraph, or the note, in the original's language. */
  const partly = (left: 'paragraph' | 'note') => {
    const half = edition({
      locale: 'ko',
      text: left === 'paragraph' ? 'Noted.[^1]\n\n[^1]: 주석.' : '적었다.[^1]\n\n[^1]: The note.',
    })
    const [block, note] = half.body.children
    if (left === 'paragraph' && block !== undefined) block.data = {hProperties: inEnglish}
    const [inNote] = note !== undefined && 'children' in note ? note.children : []
    if (left === 'note' && inNote !== undefined) inNote.data = {hProperties: {lang: 'en'}}
    return half
  }

  test.each(['paragraph', 'note'] as const)('lead to each other where the %s is not', (left) => {
    const shown = page(rendered([edition({text}), partly(left)], [], {parallel: true}), path)
    const ids = new Set<unknown>()
    const visitAll = (nodes: readonly (Element | Root)['children'][number][]) => {
      for (const node of nodes) {
        if (node.type !== 'element') continue
        ids.add(node.properties['id'])
        visitAll(node.children)
      }
    }
    visitAll(shown.children)
    const within = all(shown, 'a').flatMap(({properties: {href}}) =>
      typeof href === 'string' && href.startsWith('#') ? decodeURIComponent(href.slice(1)) : [],
    )
    expect(within.length).toBeGreaterThan(2)
    expect(within.filter((id) => !ids.has(id))).toEqual([])
  })
})
