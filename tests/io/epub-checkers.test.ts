import {expect, test} from 'vitest'
import {absentCheckers, epubCheckers} from '../../pipeline/io/epub-checkers.ts'

test('what is not on the PATH is absent, and what is there is not', () => {
  expect(absentCheckers(epubCheckers('/nowhere'))).toEqual(['EPUBCheck', 'Ace'])
  const ace = {by: 'Ace', name: 'ace', ask: () => Promise.resolve([])} as const
  expect(absentCheckers([ace])).toEqual(['EPUBCheck'])
})
