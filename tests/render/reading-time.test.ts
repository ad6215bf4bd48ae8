import {expect, test} from 'vitest'
import {readingTime} from '../../pipeline/render/reading-time.ts'

test.each([
  ['nothing', '', 1],
  ['900 English words', 'word '.repeat(900), 4],
  ['1,700 syllables of Korean', '시의회는 '.repeat(425), 3],
  ['both', 'word '.repeat(460) + '가'.repeat(500), 3],
])('%s', (_name, text, minutes) => {
  expect(readingTime(text)).toBe(minutes)
})
