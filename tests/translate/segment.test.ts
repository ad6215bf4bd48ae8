import {readdirSync, readFileSync} from 'node:fs'
import {isDeepStrictEqual} from 'node:util'
import type {Root} from 'mdast'
import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {inlineParserFor} from '../../pipeline/markdown/inline.ts'
import {replaceText} from '../../pipeline/translate/replace-text.ts'
import {segment} from '../../pipeline/translate/segment.ts'
import {parseDocument} from '../../pipeline/markdown/mdx.ts'
import type {Article} from '../../pipeline/model/article.ts'
import {makeArticle} from './make-article.ts'
import {markdown, noise} from './markdown-arbitrary.ts'

/** The tree with every segment's own text parsed and put back. */
function putBack(text: string): Root {
  return putBackIn(makeArticle(text))
}

function putBackIn(article: Article): Root {
  const body = structuredClone(article.body)
  const parse = inlineParserFor(body)
  for (const {path, text: own} of segment(article)) {
    if (path.startsWith('body/'))
      replaceText(body, path, {id: '', locale: 'en', mark: {}, text: own, parse})
  }
  return body
}

/**
 * A tree without places and ids, and without the white space that no page shows: at a block's
 * edges, of code that is broken over lines, and of tags that are.
 */
function meaning(tree: unknown): unknown {
  return JSON.parse(
    JSON.stringify(tree, (name, value: unknown) =>
      name === 'position' || name === 'data' ? undefined : trimmed(value),
    ),
  )
}

function trimmed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('type' in value)) return value
  if (value.type === 'inlineCode' && 'value' in value)
    return {...value, value: String(value.value).replace(/\s+/gu, ' ').trim()}
  if (value.type === 'html' && 'value' in value)
    return {...value, value: String(value.value).replace(/\n[ \t]+/gu, '\n')}
  if (value.type !== 'paragraph' || !('children' in value) || !Array.isArray(value.children))
    return value
  const [first, ...rest]: unknown[] = value.children
  if (typeof first !== 'object' || first === null || !('value' in first)) return value
  const text = String(first.value).trimStart()
  return {...value, children: text === '' ? rest : [{...first, value: text}, ...rest]}
}

function documentArticle(text: string, file: string): Article {
  const {root} = parseDocument(text, file)
  return {
    ...makeArticle(''),
    text,
    body: {...root, children: root.children.filter(({type}) => type !== 'yaml')},
  }
}

/** What chance has found: kept, since it would not find it again. */
const found = [
  // The second space after a box is a text node of its own, with nothing in it.
  '> - [x]  `the`\n\n> the\n\n[ref]: https://example.org "Title"',
  // A tag over two lines, the second of them indented.
  '<!A the *the*\n  <b>x',
  // A rule at the top that is not front matter.
  '---\n\n- ## [^1]\n\n[^1]: ~~the~~\n\n[ref]: https://example.org "Title"',
]

describe('the partition law: identity translations give the article back', () => {
  it('for articles as people write them', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        // micromark takes a note that begins with a note for a link definition called `^1`.
        fc.pre(!text.includes(']: [^'))
        expect(meaning(putBack(text))).toEqual(meaning(makeArticle(text).body))
      }),
      {numRuns: 400, examples: found.map((text) => [text])},
    )
  })

  it('for noise', () => {
    fc.assert(
      fc.property(noise, (text) => {
        fc.pre(!text.includes(']: [^'))
        expect(meaning(putBack(text))).toEqual(meaning(makeArticle(text).body))
      }),
      {numRuns: 1000},
    )
  })

  const corpus = new URL('../fixtures/translate/corpus/', import.meta.url)
  const files = readdirSync(corpus).filter((name) => /^[a-z]+-.*\.md$/u.test(name))
  it('has real files to try', () => expect(files.length).toBeGreaterThanOrEqual(8))
  it.each(files)('for %s', (name) => {
    const text = readFileSync(new URL(name, corpus), 'utf8')
    expect(meaning(putBack(text))).toEqual(meaning(makeArticle(text).body))
    expect(segment(makeArticle(text)).length).toBeGreaterThan(1)
  })

  const pairs = new URL('../fixtures/translate/pairs/', import.meta.url)
  const documents = readdirSync(pairs, {recursive: true, encoding: 'utf8'})
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /^[a-z]+\/.*\.mdx?$/u.test(name))
  it('has published documents to try', () => expect(documents.length).toBeGreaterThan(150))
  it.each(['astro', 'glossary', 'hfcourse', 'osguide', 'react'])('for those of %s', (origin) => {
    const some = documents.filter((one) => one.startsWith(origin))
    for (const name of some.filter((_, index) => index % 3 === 0)) {
      const text = readFileSync(new URL(name, pairs), 'utf8')
      // React's documents are MDX by another name.
      const article = documentArticle(text, origin === 'react' ? `${name}x` : name)
      const [back, own] = [meaning(putBackIn(article)), meaning(article.body)]
      if (!isDeepStrictEqual(back, own)) expect(back, name).toEqual(own)
      expect(segment(article).length, name).toBeGreaterThan(0)
    }
  })
})

describe('MDX', () => {
  const texts = (body: string) =>
    segment(documentArticle(body, 'story.mdx')).flatMap(({kind, text, container, path}) =>
      path.startsWith('body/') ? [[kind, text, container]] : [],
    )
  it.each<readonly [name: string, body: string, expected: unknown]>([
    ['imports and exports', 'import A from "a"\n\nexport const b = "words"', []],
    ['expressions', '{1 + 1}\n\n{/* a remark */}', []],
    [
      'the words in a component',
      '<Note title="Mind this">\n  It *is*\n  so.\n</Note>',
      [
        ['title', 'Mind this', ''],
        ['paragraph', 'It *is*\nso.', 'box'],
      ],
    ],
    ['attributes for machines', '<Tabs client="a b" size={3} {...more} />', []],
    [
      'alternative text in a line of nothing but JSX',
      '<p><img src="a.png" alt="A cat" /></p>',
      [['alt', 'A cat', 'box']],
    ],
    [
      'JSX and expressions in prose',
      'Use <kbd>x</kbd> {count} times.',
      [['paragraph', 'Use <kbd>x</kbd> {count} times.', '']],
    ],
    [
      'a box',
      ':::tip[Did you *know*?]\nIt is so.\n:::',
      [
        ['paragraph', 'Did you *know*?', 'box'],
        ['paragraph', 'It is so.', 'box'],
      ],
    ],
    ['a colon in prose', 'Time:noon, 3:x[y]', [['paragraph', 'Time:noon, 3:x[y]', '']]],
  ])('%s', (_, body, expected) => {
    expect(texts(body)).toEqual(expected)
  })
})
