import {expect, test} from 'vitest'
import {bareLine} from '../../pipeline/ingest/heading.ts'

test.each([
  ['Despair and Duty', 'heading'],
  ['Mercenaries, not Soldiers', 'heading'],
  ['WHAT COMES NEXT', 'heading'],
  ['1. What We Know', 'heading'],
  ['요금과 일정', 'heading'],
  ['The cost so far', 'heading-perhaps'],
  ['What now?', 'heading-perhaps'],
  ['남은 시간은 길지 않다', 'heading-perhaps'],
  ['"It will hold"', 'paragraph-perhaps'],
  ['It was over.', 'paragraph'],
  ['It was over, he said:', 'paragraph'],
  ['“끝났다.”', 'paragraph'],
  [
    'A line that goes on and on, well past anything that a paper would ever set as a heading',
    'paragraph',
  ],
])('%s: %s', (line, kind) => {
  expect(bareLine(line, 500)).toBe(kind)
})

test('a line with no longer text below it may be a paragraph', () => {
  expect(bareLine('Despair and Duty', 10)).toBe('heading-perhaps')
  expect(bareLine('Despair and Duty', 0)).toBe('paragraph-perhaps')
})
