import {expect, test} from 'vitest'
import {uncorrected} from '../../pipeline/ingest/uncorrected.ts'

const path = 'articles/story/article.md'
const written = (front: string) =>
  `---\nheadline: Story\npublished: 2026-11-20\n${front}---\n\nA text.\n`
const plain = written('')
const first = '  - {date: 2026-11-21, wrong: nine ships, right: ten ships}\n'
const second = '  - {date: 2026-11-22, wrong: at noon, right: at dusk}\n'
const one = written(`corrections:\n${first}`)
const two = written(`corrections:\n${first}${second}`)

test.each([
  ['has none', plain, plain, false],
  ['has another word', plain, plain.replace('A text', 'A word'), false],
  ['has its first', plain, one, true],
  ['has one that readers have', one, one.replace('A text', 'A word'), false],
  ['has one more', one, two, true],
  ['has lost one', two, one, false],
  ['is gone', plain, undefined, false],
] as const)('an article that %s', (_name, before, now, is) => {
  const today = now === undefined ? [] : [{path, text: now}]
  expect(uncorrected([{path, text: before}], today, 'en')).toEqual(is ? [path] : [])
})
