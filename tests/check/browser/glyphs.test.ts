import {expect, test} from 'vitest'
import {glyphs} from '../../../pipeline/check/browser/glyphs.ts'

const seen = {
  page: 'en/story/index.html',
  view: {name: 'phone-light', width: 375, height: 812, scheme: 'light' as const},
  locale: 'en',
  article: 'story',
}

const told = (glyph: {readonly edition?: string}) =>
  glyphs
    .judge([{kind: 'missing', character: 'ไ', selector: '#bad', ...glyph}], seen)
    .map(({locale, article, severity, message}) => [message.key, severity, locale, article])

test('words that lead to an edition without a font count against that language, and nothing else', () => {
  expect(told({edition: 'th'})).toEqual([['browser/glyphs/language', 'error', 'th', undefined]])
  expect(told({})).toEqual([['browser/glyphs/missing', 'error', 'en', 'story']])
})
