import {createHash} from 'node:crypto'
import {expect, test} from 'vitest'
import {ingest} from '../../pipeline/ingest/ingest.ts'
import {reingest} from '../../pipeline/ingest/reingest.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const article = (source: string) =>
  ingest({
    name: 'a.txt',
    bytes: new TextEncoder().encode(source),
    locale: 'en',
    slug: 'a',
    fix: false,
    hash,
  }).text

const one = article('A Headline\n\nHALE — The first paragraph of the story stands here.')
const two = article('A Headline\n\nHALE — The second paragraph of the story stands here.')
const edited = one.replace('first', 'very first')

test.each([
  ['nothing there', undefined, one, false, 'create'],
  ['the same source', one, one, false, 'unchanged'],
  ['the same source, edited', edited, one, false, 'kept'],
  ['the same source, edited, forced', edited, one, true, 'replace'],
  [
    'the same source, read in another language',
    one,
    one.replace('locale: en', 'locale: ko'),
    false,
    'replace',
  ],
  [
    'another source of the same headline',
    one,
    two.replace('name: a.txt', 'name: b.txt'),
    false,
    'taken',
  ],
  [
    'another source of the same headline, forced',
    one,
    two.replace('name: a.txt', 'name: b.txt'),
    true,
    'replace',
  ],
  ['a changed source, not edited', one, two, false, 'replace'],
  ['a changed source, edited', edited, two, false, 'refuse'],
  ['a changed source, edited, forced', edited, two, true, 'replace'],
] as const)('%s', (_, existing, incoming, force, action) => {
  expect(reingest(existing, incoming, force, hash).action).toBe(action)
})

test('the difference is shown', () => {
  const {difference} = reingest(edited, two, false, hash)
  expect(difference).toContain('-The very first paragraph of the story stands here.')
  expect(difference).toContain('+The second paragraph of the story stands here.')
})
