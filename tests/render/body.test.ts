import type {Element} from 'hast'
import {visit} from 'unist-util-visit'
import {toHtml} from 'hast-util-to-html'
import sharp from 'sharp'
import {describe, expect, test} from 'vitest'
import {all, edition, page, prose, rendered, textOf} from './sample.ts'

const png = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAEElEQVR4nGP4z8DAwMAAAAwAAgHf2YcAAAAASUVORK5CYII=',
  ),
  (character) => character.charCodeAt(0),
)

function body(text: string, locale = 'en'): {readonly html: string; readonly prose: Element} {
  const images = [{path: 'articles/one/map.png', bytes: png}]
  const element = prose(
    page(rendered([edition({text, locale})], images), `${locale}/one/index.html`),
  )
  return {html: toHtml(element.children), prose: element}
}

describe('Markdown becomes', () => {
  test.each([
    [
      'emphasis beside a particle',
      '**“안 된다”**라고',
      '<p id="text-b0"><strong>“안 된다”</strong>라고</p>',
    ],
    [
      'a link',
      '[a](https://a.example/?b=c&d)',
      '<p id="text-b0"><a href="https://a.example/?b=c&#x26;d">a</a></p>',
    ],
    ['a link inside the site', '[a](../b/)', '<p id="text-b0"><a href="../b/">a</a></p>'],
    [
      'raw HTML that is harmless',
      'H<sub>2</sub>O <b onclick="x">b</b>',
      '<p id="text-b0">H<sub>2</sub>O <b>b</b></p>',
    ],
    [
      'another language’s words',
      '<span lang="ko">한국어</span>',
      '<p id="text-b0"><span lang="ko">한국어</span></p>',
    ],
    ['code as it is', '`"x" & <y>`', '<p id="text-b0"><code>"x" &#x26; &#x3C;y></code></p>'],
    [
      'a task',
      '- [x] a\n- [ ] b',
      '<ul id="text-b0">\n<li><span class="task is-done" role="img" aria-label="Done"></span> a</li>\n<li><span class="task" role="img" aria-label="To do"></span> b</li>\n</ul>',
    ],
  ])('%s', (_, markdown, html) => {
    expect(body(markdown).html).toBe(html)
  })

  test('headings below the headline, whatever their level', () => {
    expect(body('# a\n\n## b').html).toMatch(/<h2 id="text-b0">a<\/h2>\s*<h3 id="text-b1">b<\/h3>/)
    expect(body('### a\n\n#### b').html).toMatch(
      /<h2 id="text-b0">a<\/h2>\s*<h3 id="text-b1">b<\/h3>/,
    )
  })

  test('a table in a region that has a name and takes the focus', () => {
    const {html, prose: element} = body('| a | b |\n|--:|:-:|\n| 1 | 2 |')
    expect(element.children[0]).toMatchObject({
      properties: {role: 'region', tabIndex: 0, ariaLabel: 'Table 1'},
    })
    expect(html).toContain('<th scope="col" class="is-right">a</th>')
    expect(html).toContain('<td class="is-center">2</td>')
    expect(html).not.toMatch(/align=|style=/)
  })

  test('a table with a caption is named by it', () => {
    const {html} = body('<table><caption>Losses</caption><tr><th>a<td>1</table>')
    expect(html).toContain('aria-label="Losses"')
  })
})

describe('footnotes', () => {
  const text = 'One.[^a] Two.[^한글] Again.[^a]\n\n[^a]: First.\n[^한글]: Second.'

  test('every reference inside the page finds its place', () => {
    const {prose: element} = body(text)
    const ids = new Set<unknown>()
    const references: string[] = []
    visit(element, 'element', ({properties}) => {
      if (properties['id']) ids.add(properties['id'])
      const {href} = properties
      if (typeof href === 'string') references.push(decodeURIComponent(href).slice(1))
      if (properties['ariaDescribedBy'])
        references.push(...[properties['ariaDescribedBy']].flat().map(String))
    })
    expect(references.length).toBe(9)
    for (const reference of references) expect(ids).toContain(reference)
  })

  test('labels are in the page’s language', () => {
    const {html} = body(text, 'ko')
    expect(html).toContain('>주</h2>')
    expect(html).toContain('aria-label="주 1의 본문으로 돌아가기"')
  })

  test('the way back from a note in another language is named in the page’s', () => {
    const one = edition({text, locale: 'ko'})
    visit(one.body, 'footnoteDefinition', ({children: [note]}) => {
      if (note) note.data = {hProperties: {lang: 'en'}}
    })
    const html = toHtml(prose(page(rendered([one]), 'ko/one/index.html')).children)
    expect(html).toMatch(/<p lang="en">First\. <a [^>]*lang="ko">/)
  })
})

describe('quotation marks', () => {
  test.each([
    [`"Cannon fodder," he said. It's 'so'.`, '“Cannon fodder,” he said. It’s ‘so’.'],
    [`"*Whole* sentence."`, '“<em>Whole</em> sentence.”'],
    [`Lee's defectors' fate`, 'Lee’s defectors’ fate'],
  ])('%s', (text, html) => {
    expect(body(text).html).toBe(`<p id="text-b0">${html}</p>`)
  })

  test('beside Korean particles', () => {
    expect(body(`"총알받이"라고 '신속 처리'는`, 'ko').html).toContain(
      '“총알받이”라고 ‘신속 처리’는',
    )
  })

  test('the article itself stays as it was typed', () => {
    const one = edition({text: '"x"'})
    const before = structuredClone(one)
    rendered([one])
    expect(one).toEqual(before)
  })
})

describe('images', () => {
  const one = (text: string) =>
    rendered([edition({text})], [{path: 'articles/one/map.png', bytes: png}])

  test('lie among the assets, with their size, as a figure with the title as caption', () => {
    const out = one('![A map](map.png "Where it is")')
    const [image] = out.images
    expect(image?.path).toMatch(/^assets\/map-2\.[0-9a-f]{16}\.png$/)
    const [img] = all(page(out, 'en/one/index.html'), 'img')
    expect(img?.properties).toMatchObject({
      src: `/${image?.path}`,
      alt: 'A map',
      width: 2,
      height: 3,
    })
    expect(textOf(all(page(out, 'en/one/index.html'), 'figcaption')[0])).toBe('Where it is')
  })

  test.each(['gone.png', 'https://evil.example/x.png', '../two/map.png', '//evil.example/x.png'])(
    '%s is no image of the article: a finding, and its words',
    (src) => {
      const out = one(`See ![A map](${src}).`)
      expect(all(page(out, 'en/one/index.html'), 'img')).toEqual([])
      expect(textOf(prose(page(out, 'en/one/index.html')))).toBe('See A map.')
      expect(out.findings).toMatchObject([
        {
          check: 'document/missing-image',
          severity: 'error',
          place: {file: 'articles/one/article.md', line: 1, column: 5},
          message: {values: {src}},
        },
      ])
    },
  )

  test('one of raw HTML that is missing is said where it is written', () => {
    const out = one('First.\n\n<img src="gone.png" alt="A gull">\n')
    expect(out.findings).toMatchObject([
      {check: 'document/missing-image', place: {line: 3, column: 1}, excerpt: 'gone.png'},
    ])
  })

  test('larger ones come in modern formats and several widths, never enlarged', async () => {
    const bytes = await sharp({create: {width: 1000, height: 500, channels: 3, background: 'red'}})
      .jpeg()
      .toBuffer()
    const out = rendered(
      [edition({text: '![One](a.jpg)\n\n![Two](a.jpg)'})],
      [{path: 'articles/one/a.jpg', bytes}],
    )
    const asked = out.images.map(({format, width}) => `${format} ${width}`)
    expect(asked.toSorted()).toEqual([
      'avif 1000',
      'avif 480',
      'avif 800',
      'jpeg 1000',
      'webp 1000',
      'webp 480',
      'webp 800',
    ])
    const tree = page(out, 'en/one/index.html')
    const [avif, webp] = all(tree, 'source')
    expect(avif?.properties).toMatchObject({type: 'image/avif'})
    expect(webp?.properties).toMatchObject({type: 'image/webp'})
    expect(toHtml(all(tree, 'figure')[0] ?? [])).toMatch(
      /srcset="\S+a-480\.\w+\.avif 480w, \S+a-800\.\w+\.avif 800w, \S+a-1000\.\w+\.avif 1000w"/,
    )
    const [first, second] = all(tree, 'img')
    expect(first?.properties).toMatchObject({width: 1000, height: 500, alt: 'One'})
    expect(first?.properties['loading']).toBeUndefined()
    expect(second?.properties['loading']).toBe('lazy')
  })

  test('a picture that was taken upright is measured upright', async () => {
    const bytes = await sharp({create: {width: 400, height: 200, channels: 3, background: 'red'}})
      .withMetadata({orientation: 6})
      .jpeg()
      .toBuffer()
    const out = rendered([edition({text: '![One](a.jpg)'})], [{path: 'articles/one/a.jpg', bytes}])
    expect(all(page(out, 'en/one/index.html'), 'img')[0]?.properties).toMatchObject({
      width: 200,
      height: 400,
    })
  })

  test('one without a text in its place is a finding, where it stands', () => {
    expect(one('A.\n\nSee ![](map.png).').findings).toMatchObject([
      {
        check: 'image/no-alt',
        severity: 'error',
        place: {file: 'articles/one/article.md', line: 3, column: 5},
      },
    ])
    expect(one('<img src="map.png" alt="">').findings).toEqual([])
  })
})
