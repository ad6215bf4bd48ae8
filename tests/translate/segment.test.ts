import {readdirSync, readFileSync} from 'node:fs'
import type {Root} from 'mdast'
import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parseInline} from '../../pipeline/markdown/inline.ts'
import {labelsOf} from '../../pipeline/markdown/labels.ts'
import {replaceText} from '../../pipeline/translate/replace-text.ts'
import {segment} from '../../pipeline/translate/segment.ts'
import {makeArticle} from './make-article.ts'
import {markdown, noise} from './markdown-arbitrary.ts'

/** The tree with every segment's own text parsed and put back. */
function putBack(text: string): Root {
  const article = makeArticle(text)
  const body = structuredClone(article.body)
  const labels = labelsOf(body)
  for (const {path, text: own} of segment(article)) {
    const parse = (inline: string) => parseInline(inline, labels)
    if (path.startsWith('body/'))
      replaceText(body, path, {id: '', lang: undefined, text: own, parse})
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
})
