import {expect, test} from 'vitest'
import {shelf} from '../../pipeline/io/shelf.ts'

test('what was put is given once', () => {
  const {put, take} = shelf<string, string>(10)
  put('a', 'one')
  expect([take('a'), take('a')]).toEqual(['one', undefined])
})

test('what was put first falls off when there is too much', () => {
  const {put, take} = shelf<string, string>(10)
  for (const [key, value] of Object.entries({a: 'four', b: 'four', c: 'three'})) put(key, value)
  expect([take('a'), take('b'), take('c')]).toEqual([undefined, 'four', 'three'])
  put('d', 'longer than all')
  expect(take('d')).toBeUndefined()
})

test('what takes the place of another counts alone', () => {
  const {put, take} = shelf<string, string>(10)
  for (let time = 0; time < 5; time++) put('a', 'eightchr')
  expect(take('a')).toBe('eightchr')
  put('b', 'just ten..')
  expect(take('b')).toBe('just ten..')
})
