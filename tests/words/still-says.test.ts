import {expect, test} from 'vitest'
import {stillSays} from '../../pipeline/words/still-says.ts'

test.each([
  ['There were 200 soldiers.', '200 soldiers', '300 soldiers', 11],
  ['There were 1,200 soldiers.', '200 soldiers', '300 soldiers', undefined],
  ['It was 3.200, not 2.', '3', '4', undefined],
  ['In Leeds.', 'Lee', 'Li', undefined],
  ['There were 300 or so, or 300.', '300', '300 or so', 25],
  ['There were 300 or so.', '300', '300 or so', undefined],
  ['There were 300 or so.', '300 or so', '300', 11],
  ['고등어 3,200kg을 실었다.', '3,200kg', '2,300kg', 4],
  ['화요일에 왔다.', '화요일', '수요일', 0],
  ['There were 200\nsoldiers.', '200 soldiers', '300 soldiers', 11],
  ['They don’t “know”.', "don't", 'do', 5],
  ["They don't know.", 'don’t know', 'know', 5],
  ['배 200척이 왔다.', '배 200척', '배 300척', 0],
  ['He said “yes”.', '"yes"', '“yes”', undefined],
  ['It cost US$200.', '$200', '$300', 10],
])('%s', (text, wrong, right, at) => {
  expect(stillSays(text, wrong, right)).toBe(at)
})
