import {describe, expect, test} from 'vitest'
import {isEchoed, isRepeated, marksOfWords} from '../../../pipeline/check/browser/echoed-words.ts'
import {hiddenWords} from '../../../pipeline/check/browser/hidden-words.ts'

/** “Order pears now”, as a picture of it measures. */
const line = {
  height: 28,
  marks: 13,
  bars: 1,
  widths: [16, 9, 13, 14, 9, 15, 14, 14, 9, 11, 14, 15, 20],
  gaps: [4, 2, 4, 3, 10, 3, 3, 4, 2, 11, 3, 3],
  stroke: 0.11,
}
const profile = {ground: 0.96, between: 0.08, lines: [line]}
const marks = [5, 5, 3]

test('words stand apart where the room between marks is clearly wider', () => {
  expect(marksOfWords(profile)).toEqual(marks)
  expect(marksOfWords({...profile, lines: [line, line]})).toEqual([...marks, ...marks])
  const even = {...line, gaps: line.gaps.map(() => 4)}
  expect(marksOfWords({...profile, lines: [even]})).toBeUndefined()
})

describe('a text has the words that the marks show', () => {
  const cases: readonly (readonly [string, nearly: boolean, closely: boolean, whole: boolean])[] = [
    ['Order pears now', true, true, true],
    ['Come and order pears now, they are ripe', true, true, false],
    ['“Order pears now!”', true, false, true],
    ['Order two pears now', false, false, true],
    ['Orderpears now', false, false, true],
    ['The orchard has pears and plums', false, false, false],
    ['배를 주문하십시오', false, false, false],
    ['', false, false, false],
  ]
  test.each(cases)('%s', (text, nearly, closely, whole) => {
    const words = text.split(' ')
    expect([
      isEchoed(marks, words, 'nearly'),
      isEchoed(marks, words, 'closely'),
      isRepeated(marks, words),
    ]).toEqual([nearly, closely, whole])
  })
})

describe('a picture of words that is kept from screen readers', () => {
  const seen = {
    page: 'pears.html',
    view: {name: 'desktop-light', width: 1280, height: 800, scheme: 'light'},
    locale: 'en',
    article: undefined,
  } as const
  const picture = {selector: 'img', file: 'a.png', isShown: false, at: 0, scale: 1, profile}
  const long = 'The orchard has pears and plums. '.repeat(20)
  const cut = {height: 9, marks: 2, bars: 0, widths: [9, 9], gaps: [3], stroke: 0.7}
  const cases: readonly (readonly [string, object, readonly string[], string[]])[] = [
    ['is told', {}, ['The orchard'], ['error']],
    [
      'is told where its edge cuts a line',
      {profile: {...profile, lines: [line, cut]}},
      [],
      ['error'],
    ],
    ['is none where the text says it', {}, ['Order pears now.'], []],
    [
      'is a question where such words stand far away in a sentence',
      {},
      [long, 'We order pears now or later'],
      ['notice'],
    ],
    ['is a question where it is a screen or a chart', {isShown: true}, [], ['notice']],
    ['is nothing where nobody can read it', {scale: 0.2}, [], []],
  ]
  test.each(cases)('%s', (_, changed, told, severities) => {
    const found = hiddenWords.judge({kept: [{...picture, ...changed}], told}, seen)
    expect(found.map(({severity}) => severity)).toEqual(severities)
  })
})
