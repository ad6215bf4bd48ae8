import {expect, test} from 'vitest'
import {parseInline} from '../../pipeline/markdown/inline.ts'
import {plainText} from '../../pipeline/markdown/plain.ts'

test.each([
  '1. FC Köln wins',
  '# of dead rises',
  '- a dash',
  '> an arrow',
  '[a]: b',
  '[^1]: c',
  '| a |\n| - |\n| b |',
  'x\n===',
  '---',
  '```\nx',
])('%j begins no block', (text) => {
  expect(parseInline(text, [])).toMatchObject([{type: 'text', value: text}])
})

test.each([
  ['a[^1]', ['^1'], ['text', 'footnoteReference']],
  ['a[^1]', [], ['text']],
  ['[the report][source]', ['source'], ['linkReference']],
  ['[Source]', ['source'], ['linkReference']],
  ['[the report][source]', ['other'], ['text']],
  ['[a](b) **c**', [], ['link', 'text', 'strong']],
  ['one\n\ntwo', [], ['text', 'text', 'text']],
])('%j with the labels %j', (text, labels, types) => {
  expect(parseInline(text, labels).map(({type}) => type)).toEqual(types)
})

test.each([
  ['**마크다운(Markdown)**을 쓴다', '마크다운(Markdown)을 쓴다'],
  ['a [link](https://example.org) and ![a picture](p.jpg)', 'a link and a picture'],
  ['AT&amp;T\\* <b>bold</b>', 'AT&T* bold'],
  ['two\nlines and\\\nthree', 'two lines and three'],
  ['1. FC Köln', '1. FC Köln'],
  ['', ''],
])('%j in plain words', (markdown, words) => {
  expect(plainText(markdown)).toBe(words)
})
