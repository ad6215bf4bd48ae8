import {assert, property, string} from 'fast-check'
import {expect, test} from 'vitest'
import {isSlug, slugOf} from '../../pipeline/ingest/slug.ts'

test.each([
  ['Café Owners’ Übermut', 'cafe-owners-ubermut'],
  ['하늘시, 밤배 운항 3년 만에 확정', '하늘시-밤배-운항-3년-만에-확정'],
  ['하늘'.normalize('NFD'), '하늘'],
  [
    'North Korean Defectors Speak Out on Troops Sent to Fight in Ukraine for Russia',
    'north-korean-defectors-speak-out-on-troops-sent-to-fight',
  ],
  ['CON', 'article-con'],
  ['Report', 'article-report'],
  ['Showcase', 'article-showcase'],
  ['?!', 'article'],
  ['../../etc/passwd', 'etc-passwd'],
  ['x'.repeat(90), 'x'.repeat(60)],
  ['𐐨'.repeat(90), '𐐨'.repeat(50)],
])('%s → %s', (headline, slug) => {
  expect(slugOf(headline)).toBe(slug)
})

test('every headline has a name that can be one', () => {
  assert(
    property(string({unit: 'grapheme'}), (headline) => {
      expect(isSlug(slugOf(headline))).toBe(true)
    }),
  )
})

test('a name in pieces is none: readers type it composed', () => {
  for (const name of ['새-도서관', 'café']) {
    expect(isSlug(name)).toBe(true)
    expect(isSlug(name.normalize('NFD'))).toBe(false)
  }
})
