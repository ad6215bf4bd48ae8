import * as fc from 'fast-check'
import {toString} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import {expect, test} from 'vitest'
import {parseMarkdown} from '../../pipeline/markdown/parse.ts'
import type {Edition} from '../../pipeline/model/edition.ts'
import {renderBody, surroundingsOf, type BodyContext} from '../../pipeline/render/body.ts'
import {bodyInk, charactersIn} from '../../pipeline/render/ink.ts'
import {narrator} from '../../pipeline/render/narrator.ts'
import {isPlain} from '../../pipeline/render/plain-body.ts'
import {remember} from '../../pipeline/render/remember.ts'
import {safeHtml} from '../../pipeline/render/sanitize.ts'
import {inFull, standalone} from '../../pipeline/render/standalone.ts'
import {writePlain} from '../../pipeline/render/write-plain.ts'
import {speaker} from '../../pipeline/words/speaker.ts'
import {markdown, noise} from '../translate/markdown-arbitrary.ts'
import {edition, words} from './sample.ts'

const dot = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  ),
  (character) => character.charCodeAt(0),
)

const context: BodyContext = {
  siblings: [{slug: 'one', locale: 'ko', headings: {b0: '제목 & “따옴표”', b2: 'b'}}],
  to: {base: '/', link: (path) => `/${path}`, absolute: (path) => `https://a.example/${path}`},
  images: [{path: 'articles/one/map.png', bytes: dot}],
  marksOutdated: false,
  narratorOf: remember((tag) => narrator(speaker(words, tag, 'en'), 'Asia/Seoul')),
  languageOf: (tag) => ({autonym: tag, direction: 'ltr'}),
}

/** Every block that a segment may be, named as its segment names it; every third in the other language. */
function named(text: string): Edition {
  const made = {...edition({}), body: parseMarkdown(text)}
  let count = 0
  visit(made.body, ['heading', 'paragraph', 'tableCell', 'listItem', 'image'], (node) => {
    const lang = count % 3 === 2 ? {lang: 'ko'} : {}
    node.data = {...node.data, hProperties: {id: `b${count}`, ...lang}}
    count += 1
  })
  return made
}

/** Both ways to write it; `undefined` where there is only one. */
function bothWays(text: string) {
  const made = named(text)
  const set = context.narratorOf(made.locale).setQuotes(made.body)
  if (!isPlain(set)) return undefined
  const base = 'https://a.example/en/one/'
  const {around, images, findings} = surroundingsOf(made, context)
  const own = writePlain(set, around)
  const {text: plainInk, strong, furniture} = own.set
  const {tree, ...cleaned} = renderBody(made, context)
  return {
    plain: {
      html: own.html,
      alone: own.alone((url) => inFull(url, base)),
      words: own.words,
      ink: [plainInk, strong, furniture].map((one) => charactersIn(one)),
      images: images(),
      findings: findings(),
    },
    cleaned: {
      html: safeHtml(tree),
      alone: standalone(tree, base),
      words: toString(tree),
      ink: inkOf(tree),
      ...cleaned,
    },
  }
}

function inkOf(tree: Parameters<typeof bodyInk>[0]): readonly string[] {
  const {text, strong, furniture} = bodyInk(tree, '')
  return [text, strong, furniture]
}

test.each([
  ['headings, one of them elsewhere too', '# a *b*\n\ntext\n\n## b\n\n#### c'],
  ['a heading in a quote', '> ### a\n\n#### b'],
  ['a figure with its caption', '![a & "b"](map.png "c <d>")\n\n![e](map.png)'],
  ['pictures in a line, one of them missing', 'a ![b](map.png "c") ![d](none.png) ![](map.png)'],
  ['a picture in a link', '[![b](map.png)](https://b.example/)'],
  ['tight and loose lists, one in the other', '- a\n- b\n  1. c\n  2. d\n\n     e\n\n7. f\n8. g'],
  ['a table', '| a | *b* | c |\n|---|:-:|--:|\n| `d\\|e` | f |\n\n| g |\n|---|'],
  ['breaks', 'a\\\nb  \nc\nd'],
  ['links with what has to be escaped', "[a](https://b.example/?c=d&e='f' \"g `h` 'i'\")"],
  [
    'links of every harmless kind',
    '[a](../b/) [c](/d/) [e](mailto:f@g.example) [t](tel:+82-2-555) [h](i?j=k)',
  ],
  ['a quote', '> a\n>\n> - b\n>\n> c'],
  ['rules', 'a\n\n---\n\n~~b~~'],
])('written in one walk: %s', (_, text) => {
  const ways = bothWays(text)
  expect(ways).toBeDefined()
  expect(ways?.plain).toEqual(ways?.cleaned)
})

test('a section leads to where it stands in another language, and not to the same text again', () => {
  const html = bothWays('## a\n\nb\n\n## c')?.plain.html
  expect(html).toContain('#text-b0')
  expect(html).toMatch(/<h2 id="text-b2" lang="ko">/)
  expect(html).not.toContain('#text-b2')
})

test.each([
  ['HTML', 'a <b>c</b>'],
  ['an address that would act', '[a](javascript:alert(1))'],
  ['an address of another host', '[a](//b.example/)'],
  ['a place in the page', '[a](#b)'],
  ['an address to be encoded', '[a](https://b.example/한글)'],
  ['a note', 'a[^1]\n\n[^1]: b'],
  ['a task', '- [x] a'],
  ['code', '```js\na\n```'],
  ['a reference', '[a]\n\n[a]: https://b.example/'],
])('cleaned first: %s', (_, text) => {
  expect(bothWays(text)).toBeUndefined()
})

const marked = ['*i*', '**b *c***', '~~d~~', '`e`', '\\*', '5*4', '\\\n', '\n']
const linked = ['[f](/g/?h=i&j)', '[*k*](../l "m")', '![n](map.png)', '![o](none.png "p")']
const inline = fc
  .array(fc.constantFrom('word ', '한글', ' & ', '"', "'", '“b”', ...marked, ...linked), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join('').replace(/^\s+|\\?\s+$/gu, '') || 'q')

const {blocks} = fc.letrec<{blocks: string; block: string}>((tie) => ({
  blocks: fc.array(tie('block'), {minLength: 1, maxLength: 4}).map((all) => all.join('\n\n')),
  block: fc.oneof(
    {withCrossShrink: true, maxDepth: 3},
    inline,
    fc.tuple(fc.constantFrom('#', '##', '###', '######'), inline).map(([mark, words_]) => {
      return `${mark} ${words_.replaceAll('\n', ' ')}`
    }),
    fc.constantFrom('---', '![n](map.png)', '![n](map.png "p & \'q\'")'),
    fc
      .array(inline, {minLength: 4, maxLength: 4})
      .map((cells) => cells.map((cell) => cell.replaceAll(/[\\\n|]/gu, ' ')))
      .map(([a, b, c, d]) => `| ${a} | ${b} |\n|:-:|--:|\n| ${c} | ${d} |`),
    tie('blocks').map((inner) => inner.replaceAll(/^/gmu, '> ')),
    fc
      .tuple(fc.constantFrom('- ', '3. '), fc.array(tie('blocks'), {minLength: 1, maxLength: 3}))
      .map(([mark, items]) => items.map((one) => mark + one.replaceAll('\n', '\n   ')).join('\n')),
  ),
}))

test('whatever the article, a body that is plain is written as the cleaned one is', () => {
  let count = 0
  fc.assert(
    fc.property(fc.oneof({arbitrary: blocks, weight: 3}, markdown, noise), (text) => {
      const ways = bothWays(text)
      if (ways === undefined) return
      count += 1
      expect(ways.plain).toEqual(ways.cleaned)
    }),
    {numRuns: 500},
  )
  expect(count).toBeGreaterThan(150)
})
