import {expect, test} from 'vitest'
import {hash} from '../../pipeline/translate/hash.ts'

test('a fingerprint is what cyrb53 gives for the text, in fourteen digits', () => {
  const numberOf = (text: string) => Number.parseInt(hash(text), 16)
  expect(numberOf('a')).toBe(7929297801672961)
  expect(numberOf('revenge')).toBe(4051478007546757)
  expect(['', '한글', 'text 1106'].map(hash)).toEqual([
    '0bdcb81aee8d83',
    '1682fb980fca17',
    '0000a6ae5f3daf',
  ])
})
