import {expect, test} from 'vitest'
import {pageTable} from '../../pipeline/report/page-table.ts'
import {speaker} from '../../pipeline/words/speaker.ts'
import {context} from './sample.ts'

const page = (index: number) => ({
  path: `${String(index)}.html`,
  decision: index < 30 ? ('hold' as const) : ('release' as const),
  unchanged: false,
  found: {error: index < 30 ? index : 0, warning: 0, notice: 0},
})

test('of many pages, those with most errors are listed, and all others counted', () => {
  const pages = Array.from({length: 40}, (_, index) => page(index))
  const lines = pageTable(pages, speaker(context.words, 'en', 'en'), false).split('\n')
  expect(lines).toHaveLength(1 + 20 + 2)
  expect(lines[1]).toMatch(/^10\.html/)
  expect(lines.at(-2)).toBe('and 10 more pages that are held or have errors; the report lists them')
  expect(lines.at(-1)).toBe('and 10 more pages without errors')
})
