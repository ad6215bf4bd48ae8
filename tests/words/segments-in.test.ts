import {expect, test} from 'vitest'
import {segmentsIn} from '../../pipeline/words/segments-in.ts'

const words = new Intl.Segmenter('en', {granularity: 'word'})
const graphemes = new Intl.Segmenter('und', {granularity: 'grapheme'})

test.each([
  ['nothing', ''],
  ['words', 'The harbour’s gate opened. 항구가 다시 열렸다.'],
  ['longer than a piece', 'The harbour opened again, 다시. '.repeat(400)],
  ['decomposed and joined', '한국 é 👩‍👩‍👧 '.normalize('NFD').repeat(500)],
])('%s: the parts are those of the whole, in their places', (_, text) => {
  for (const segmenter of [words, graphemes]) {
    const whole = [...segmenter.segment(text)].map(({segment, index}) => ({segment, index}))
    const parts = [...segmentsIn(text, segmenter)].map(({segment, index}) => ({segment, index}))
    expect(parts).toEqual(whole)
  }
})

test('where no space is for long, nothing is lost and no character is torn', () => {
  const text = '港😀'.repeat(5000)
  const parts = [...segmentsIn(text, graphemes)]
  expect(parts.map(({segment}) => segment)).toEqual(Array.from(text))
  expect(parts.every(({segment, index}) => text.startsWith(segment, index))).toBe(true)
})

// With a copy of the whole for each word, this is 12 GB.
test('the words of a megabyte fit into memory', () => {
  const text = 'The harbour opened again. '.repeat(40_000)
  const parts = [...segmentsIn(text, words)]
  expect(parts.filter(({isWordLike}) => isWordLike)).toHaveLength(160_000)
})
