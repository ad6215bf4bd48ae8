import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {wordDiff} from '../../pipeline/translate/word-diff.ts'

/** As the terminal shows it. */
function shown(before: string, now: string): string {
  return wordDiff(before, now)
    .map(({in: where, text}) =>
      where === 'both' ? text : where === 'now' ? `{+${text}+}` : `[-${text}-]`,
    )
    .join('')
}

test.each([
  ['a figure', 'came with 3,200 kg.', 'came with 2,300 kg.', 'came with [-3,200-]{+2,300+} kg.'],
  ['a fraction', '$4.5 million', '$4.7 million', '$[-4.5-]{+4.7+} million'],
  ['a word with an apostrophe', 'They don’t.', 'They didn’t.', 'They [-don’t-]{+didn’t+}.'],
  [
    'Korean',
    '고등어 3,200kg을 싣고',
    '고등어 2,300kg을 싣고',
    '고등어 [-3,200kg을-]{+2,300kg을+} 싣고',
  ],
  ['a full stop', 'It ends.', 'It ends!', 'It ends[-.-]{+!+}'],
  ['two sentences that had no blank', 'One.Two', 'One. Two', '[-One.Two-]{+One. Two+}'],
])('%s is told whole', (_, before, now, expected) => {
  expect(shown(before, now)).toBe(expected)
})

test('nothing is lost of either text', () => {
  const text = fc.string({unit: fc.constantFrom('a', '1', ',', '.', ' ', '\n', '’', '가', '😀')})
  fc.assert(
    fc.property(text, text, (before, now) => {
      const parts = wordDiff(before, now)
      const without = (left: 'before' | 'now') =>
        parts.flatMap((part) => (part.in === left ? [] : part.text)).join('')
      expect([without('now'), without('before')]).toEqual([before, now])
    }),
  )
})
