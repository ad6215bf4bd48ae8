import {expect, test} from 'vitest'
import {sourceText} from '../../pipeline/check/source-text.ts'
import {syncArticle} from '../../pipeline/translate/sync.ts'
import {makeArticle} from '../translate/make-article.ts'

function told(body: string, locale = 'en') {
  const article = makeArticle(body, {locale})
  return sourceText(article, syncArticle(article, [], []).segments).map(
    ({severity, message, place}) =>
      `${severity} ${message.key.replace('translation/', '')} ${place.file}:${place.line}:${place.column}`,
  )
}

const file = 'articles/story/article.md'

test.each([
  [
    'a word that stands twice',
    'One.\n\nIt raised raised questions.',
    `warning doubled ${file}:3:4`,
  ],
  ['in the second line of a block', 'One\nit raised raised it.', `warning doubled ${file}:2:4`],
  ['in the second line of an item', '- One\n  it raised raised it.', `warning doubled ${file}:2:6`],
  [
    'in the third line of a quote',
    '> One\n> two\n> it raised raised it.',
    `warning doubled ${file}:3:6`,
  ],
  [
    'in an item of a quoted list',
    '> - One\n>   it raised raised it.',
    `warning doubled ${file}:2:8`,
  ],
  ['a direction turned round', 'A deep \u202Esense', `error characters/control ${file}:1:8`],
  ['an invisible character', '## Valuable\u200B news', `warning characters/invisible ${file}:1:12`],
  ['a Cyrillic letter', 'The for\u0435ign troops', `warning characters/homoglyph ${file}:1:8`],
  ['an article that stands twice', 'The the ship.', `warning doubled ${file}:1:1`],
  ['a quotation that is not closed', 'One.\n\nHe said: “We go.', `warning balance ${file}:3:10`],
  [
    'a bracket that is not closed',
    'The port (shut since May is open.',
    `warning balance ${file}:1:10`,
  ],
  ['a straight mark too many', 'He said: "We go." "And', `warning balance ${file}:1:19`],
  ['letters read wrongly', 'The cafÃ© opened', `warning characters/mojibake ${file}:1:8`],
])('an article’s own text: %s', (_, body, expected) => {
  expect(told(body)).toEqual([expected])
})

test('a syllable that no word has, in a Korean article', () => {
  expect(told('사진이 공개됬다.', 'ko')).toEqual([`warning characters/no-syllable ${file}:1:7`])
})

test('a spelling that no dictionary has, in a Korean article', () => {
  expect(told('파업은 몇일 이어졌다.', 'ko')).toEqual([`warning characters/misspelt ${file}:1:5`])
})

test.each([
  'He had had enough, and flew to Walla Walla.',
  'Run `npm npm` and *raised* hands.',
  'Shalom: \u2067שלום\u2069.',
  'In Москва (Moscow), 5\u03BCm.',
  '“We go.\n\n“And we stay.”',
  '"We go.\n\n"And we stay."',
  'A 5" pipe, a) one and 1) two, :) and don’t.',
])('what is meant: %s', (body) => {
  expect(told(body)).toEqual([])
})

test('what cannot be seen is quoted by its code', () => {
  const article = makeArticle('A deep \u202Esense', {locale: 'en'})
  const found = sourceText(article, syncArticle(article, [], []).segments)
  expect(found.map(({excerpt}) => excerpt)).toEqual(['A deep ⟨U+202E⟩sense'])
})
