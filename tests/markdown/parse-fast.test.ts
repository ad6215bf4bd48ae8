import {readdirSync, readFileSync} from 'node:fs'
import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parseInFull, parseMarkdown} from '../../pipeline/markdown/parse.ts'
import {parseInline, parseInlineInFull, parseTogether} from '../../pipeline/markdown/inline.ts'
import {markdown, noise} from '../translate/markdown-arbitrary.ts'

/** Keys without a value are not there. */
function plain(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(tree))
}

describe('the fast parser gives the tree that the full one gives', () => {
  const folder = new URL('../fixtures/translate/corpus/', import.meta.url)
  it.each(readdirSync(folder).filter((name) => name.endsWith('.md')))('%s', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8')
    expect(plain(parseMarkdown(text))).toEqual(plain(parseInFull(text)))
  })

  it('for articles as people write them', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        expect(plain(parseMarkdown(text))).toEqual(plain(parseInFull(text)))
      }),
      {numRuns: 1000},
    )
  })

  it('for noise', () => {
    fc.assert(
      fc.property(noise, (text) => {
        expect(plain(parseMarkdown(text))).toEqual(plain(parseInFull(text)))
      }),
      {numRuns: 3000},
    )
  })
})

describe('so does the fast parser of one block’s text', () => {
  const labels = ['ref', '^1']
  const check = (text: string) =>
    expect(plain(parseInline(text, labels))).toEqual(plain(parseInlineInFull(text, labels)))

  it.each([
    '1. FC Köln',
    '# of dead rises',
    '- not an item',
    'a\n===',
    'a\n- b',
    '[ref] and [ref][] and [a][ref]',
    '**굵게(Bold)**는 *가*나',
    'a  \nb',
    ' a ',
    '![alt](p.png "t") and [x](y)',
    '| a | b |\n|---|---|',
    '`a` \\* \\',
    '    code',
    '---',
  ])('%j', check)

  it('for the lines of articles and noise', () => {
    fc.assert(
      fc.property(fc.oneof(markdown, noise), (text) => text.split('\n\n').forEach(check)),
      {numRuns: 1500},
    )
  })
})

it('gives the same for many texts at once, but for places', () => {
  const line = fc.oneof(markdown, noise).map((text) => text.split('\n\n')[0] ?? '')
  fc.assert(
    fc.property(fc.array(line, {maxLength: 5}), (lines) => {
      for (const [text, nodes] of parseTogether(lines, {type: 'root', children: []}))
        expect(withoutPlaces(nodes)).toEqual(withoutPlaces(parseInlineInFull(text, [])))
    }),
    {numRuns: 300},
  )
  const lines = ['a *b*', 'c [d](/e) `f`', 'plain', 'g\n# h', '**i**']
  expect([...parseTogether(lines.slice(0, 3), {type: 'root', children: []}).keys()]).toEqual(
    lines.slice(0, 2),
  )
  expect(parseTogether(lines, {type: 'root', children: []}).size).toBe(0)
})

function withoutPlaces(tree: unknown): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => (key === 'position' ? undefined : value)),
  )
}
