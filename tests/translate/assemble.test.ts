import type {Nodes} from 'mdast'
import {toHast} from 'mdast-util-to-hast'
import {toHtml} from 'hast-util-to-html'
import {describe, expect, it} from 'vitest'
import type {Catalog} from '../../pipeline/model/catalog.ts'
import type {Edition} from '../../pipeline/model/edition.ts'
import {assemble} from '../../pipeline/translate/assemble.ts'
import {syncArticle} from '../../pipeline/translate/sync.ts'
import {makeArticle, policy} from './make-article.ts'

const body = `## A *heading*

See [the report](https://example.org/report "Report") and \`code\`.[^1]

- one
- two
  - inner

![A map](map.png "Where it is")

| Name | Age |
| --- | --- |
| Lee | 38 |

> A quotation

[^1]: The note
`
const article = makeArticle(body, {
  headline: 'The *Story*',
  standfirst: 'In short',
  byline: ['Ann Lee', 'Bo Kim'],
  dateline: 'SEOUL',
})
const {segments, catalogs} = syncArticle(article, ['ko'], [])

/** The Korean catalog with these translations, by source text. */
function catalog(texts: Readonly<Record<string, string>>): Catalog {
  const [blank] = catalogs
  if (blank === undefined) throw new Error('no catalog')
  const units = blank.units.map((unit) => {
    const target = texts[unit.source]
    return target === undefined ? unit : {...unit, target, state: 'translated' as const}
  })
  return {...blank, units}
}

function html({body: tree}: Edition): string {
  return toHtml(toHast(tree))
}

describe('the source edition', () => {
  const edition = assemble(article, segments, undefined, policy)

  it('has the article’s texts, and an id for every block', () => {
    expect(edition).toMatchObject({
      locale: 'en',
      headline: {text: 'The *Story*', locale: 'en'},
      standfirst: {text: 'In short', locale: 'en'},
      byline: [{text: 'Ann Lee'}, {text: 'Bo Kim'}],
      dateline: {text: 'SEOUL'},
      units: [],
    })
    expect(html(edition)).toMatch(/<h2 id="heading-[0-9a-f]{8}">A <em>heading<\/em><\/h2>/u)
    expect(
      html(edition).match(/ id="(?:paragraph|item|cell|alt|heading|footnote)-[0-9a-f]{8}"/gu),
    ).toHaveLength(12)
    expect(html(edition)).not.toContain('lang=')
  })

  it('counts its words', () => {
    expect(edition.progress).toMatchObject({units: segments.length, untranslated: 0, words: 29})
  })

  it('leaves the article as it was', () => {
    expect(article).toEqual({...makeArticle(body), ...article, body: makeArticle(body).body})
  })
})

describe('a translation', () => {
  const edition = assemble(
    article,
    segments,
    catalog({
      'The *Story*': '그 *이야기*',
      'Ann Lee': '이앤',
      'A *heading*': '*제목*',
      'See [the report](https://example.org/report "Report") and `code`.[^1]':
        '**보고서(Report)**는 [여기](https://example.org/report)에 있다.[^1] <script>x</script>',
      one: '하나',
      inner: '안',
      'A map': '지도 "<>',
      'The note': '1. 주석',
      Name: '이름|성',
    }),
    policy,
  )

  it('is parsed as inline Markdown, never as HTML or blocks', () => {
    expect(html(edition)).toContain(
      '<strong>보고서(Report)</strong>는 <a href="https://example.org/report">',
    )
    expect(html(edition)).toContain('<sup><a href="#user-content-fn-1"')
    expect(html(edition)).not.toContain('<script>')
    expect(html(edition)).toContain('1. 주석')
    expect(html(edition)).toContain('<th id="cell-')
    expect(html(edition)).toContain('>이름|성</th>')
    expect(html(edition)).toContain('alt="지도 &#x22;<>"')
  })

  it('has the same ids as the source', () => {
    const ids = (one: Edition) => html(one).match(/ id="[^"]+"/gu)
    expect(ids(edition)).toEqual(ids(assemble(article, segments, undefined, policy)))
  })

  it('marks what is left in the source’s language, item by item', () => {
    expect(edition.headline).toEqual({text: '그 *이야기*', locale: 'ko'})
    expect(edition.standfirst).toEqual({text: 'In short', locale: 'en'})
    expect(edition.byline.map(({locale}) => locale)).toEqual(['ko', 'en'])
    const page = html(edition)
    expect(page).toMatch(
      /<li id="[^"]+"><span lang="en">two<\/span>\s*<ul>\s*<li id="[^"]+">안<\/li>/u,
    )
    expect(page).toMatch(/<p id="[^"]+" lang="en">A quotation<\/p>/u)
    expect(page).toMatch(/<td id="[^"]+" lang="en">Lee<\/td>/u)
    // A picture's caption, and the description beside it.
    expect(page).toMatch(/<p lang="en"><img .*lang="ko"/u)
  })

  it('has its progress', () => {
    expect(edition.progress).toMatchObject({
      units: segments.length,
      translated: 9,
      untranslated: 9,
    })
    expect(edition.units).toHaveLength(segments.length)
  })
})

it('keeps a text that looks like a placeholder', () => {
  const braces = makeArticle('Write {{name}} or $t(key) or {{- raw}}')
  const synced = syncArticle(braces, ['ko'], [])
  const [first] = synced.catalogs
  const units = (first?.units ?? []).map((unit) => ({...unit, target: '{{name}} $t(key)'}))
  const edition = assemble(
    braces,
    synced.segments,
    {slug: 'story', locale: 'ko', units, retired: []},
    policy,
  )
  expect(html(edition)).toContain('{{name}} $t(key)')
})

describe('places that findings name', () => {
  const text = 'A.\n\n- See ![](map.png) here.\n- <b onclick="x()">B</b>\n\n[![C](c.png)](/d/)\n'
  const pictured = makeArticle(text)
  const synced = syncArticle(pictured, ['ko'], [])
  const [blank] = synced.catalogs
  const translated = {
    ...blank!,
    units: blank!.units.map((unit) => ({
      ...unit,
      target: `가 ${unit.source}`,
      state: 'translated' as const,
    })),
  }
  const placesIn = (edition: Edition) => {
    const found: string[] = []
    const look = (node: Nodes) => {
      if (node.position !== undefined) found.push(`${node.type} ${node.position.start.line}`)
      else if ('children' in node) node.children.forEach(look)
    }
    look(edition.body)
    return found
  }

  it.each([
    ['the article’s own edition', undefined],
    ['a translation', translated],
  ])('%s knows where what holds an image stands', (_name, from) => {
    const edition = assemble(pictured, synced.segments, from, policy)
    expect(placesIn(edition).filter((place) => place.startsWith('paragraph'))).toEqual([
      'paragraph 3',
      'paragraph 6',
    ])
  })

  it('raw HTML of the article keeps its place', () => {
    const edition = assemble(pictured, synced.segments, undefined, policy)
    expect(placesIn(edition)).toContain('html 4')
  })

  it('so do notes and addresses, of which some are left out', () => {
    const noted = makeArticle(
      'A.\n\n[a]: htp://a/\n\n- ![](b.png) <br> [c](htp://c/)\n\n[^d]: D.\n',
    )
    const edition = assemble(noted, syncArticle(noted, ['ko'], []).segments, undefined, policy)
    const [places, kinds] = [placesIn(edition), ['definition 3', 'footnoteDefinition 7']]
    expect(kinds.filter((one) => !places.includes(one))).toEqual([])
  })
})
