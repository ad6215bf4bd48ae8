import fc from 'fast-check'
import type {Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {expect, test} from 'vitest'
import {parseMarkdown} from '../../pipeline/markdown/parse.ts'
import {serializeMarkdown} from '../../pipeline/markdown/serialize.ts'

const lookAlikes = [
  '1. Mai in Berlin',
  '1986. A great year',
  '# of dead rises',
  '- not an item',
  '+ 3 points',
  '* a footnote mark',
  '***',
  '---',
  '=== x',
  '> quoted',
  '| a | b |',
  ':--|',
  '_under_ snake_case',
  '[x] done [^1] [a]: b',
  '[^1]: not a note',
  '<b>bold</b> a < b',
  '\\* back\\slash',
  '&amp; & &nbsp;',
  '`code` ```fence',
  '![alt](src) !a',
  '~~struck~~ 3~5일',
  'http://example.org www.example.org a@b.example',
  '<#@0>',
  'commun[ist-ruled',
  '**굵게(Bold)**는 별표다',
  '“따옴표”*라고*',
]

test.each(lookAlikes)('%s stays text', (text) => {
  expect(roundTrip(text)).toBe(text)
})

const hangul = fc.string({unit: fc.integer({min: 0xac00, max: 0xd7a3}).map(String.fromCodePoint)})
const markup = fc.string({
  unit: fc.constantFrom(...Array.from('*_[]()<>!#-+.1 \\`|~&;:=\'"“”가을a\t/^@{}$')),
})
const line = fc
  .array(fc.oneof(fc.string(), hangul, markup), {maxLength: 5})
  .map((parts) => parts.join('').trim())
  .filter((text) => text !== '' && !/[\r\n]/.test(text))

test('any line of raw text survives being written as a paragraph and read back', () => {
  fc.assert(
    fc.property(line, (text) => {
      expect(roundTrip(text)).toBe(text)
    }),
  )
})

test('paragraphs, headings, items and quotes keep apart', () => {
  fc.assert(
    fc.property(fc.array(line, {minLength: 1, maxLength: 6}), (lines) => {
      const root: Root = {
        type: 'root',
        children: [
          {type: 'heading', depth: 2, children: [{type: 'text', value: lines[0] ?? ''}]},
          ...lines.map((value) => ({
            type: 'paragraph' as const,
            children: [{type: 'text' as const, value}],
          })),
          {
            type: 'list',
            ordered: false,
            spread: false,
            children: lines.map((value) => ({
              type: 'listItem',
              spread: false,
              children: [{type: 'paragraph', children: [{type: 'text', value}]}],
            })),
          },
          {
            type: 'blockquote',
            children: lines.map((value) => ({
              type: 'paragraph',
              children: [{type: 'text', value}],
            })),
          },
        ],
      }
      const back = parseMarkdown(serializeMarkdown(root))
      expect(shape(back)).toEqual(shape(root))
    }),
  )
})

function roundTrip(text: string): string {
  const root: Root = {
    type: 'root',
    children: [{type: 'paragraph', children: [{type: 'text', value: text}]}],
  }
  const back = parseMarkdown(serializeMarkdown(root))
  expect(back.children.map(({type}) => type)).toEqual(['paragraph'])
  return toString(back)
}

function shape(node: {type: string}): unknown {
  if (!('children' in node) || !Array.isArray(node.children)) return toString(node)
  if (node.type === 'paragraph' || node.type === 'heading') return [node.type, toString(node)]
  return [node.type, ...node.children.map(shape)]
}
