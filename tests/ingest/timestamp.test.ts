import {expect, test} from 'vitest'
import {timestamp} from '../../pipeline/ingest/timestamp.ts'

test.each([
  ['Published March 3, 2026, 9:00 AM EST', '2026-03-03', undefined],
  ['Tuesday, March 3, 2026', '2026-03-03', undefined],
  ['3 March 2026', '2026-03-03', undefined],
  ['Posted on Nov. 24, 2026 at 9:00 a.m. KST', '2026-11-24', undefined],
  ['Updated 11:30 AM EST, March 4, 2026', undefined, '2026-03-04'],
  ['2026-11-24T09:00:00+09:00', '2026-11-24', undefined],
  ['입력 2026.11.24. 오전 9:00', '2026-11-24', undefined],
  ['기사입력 2026-11-24 09:00 | 최종수정 2026-11-25 10:12', '2026-11-24', '2026-11-25'],
  ['등록 :2026-11-24 17:00수정 :2026-11-24 18:00', '2026-11-24', '2026-11-24'],
  ['2026년 11월 24일 (화)', '2026-11-24', undefined],
])('%s', (line, published, updated) => {
  expect(timestamp(line)).toEqual({published, updated})
})

test.each([
  'On March 3, 2026 the harbor opened',
  '03/04/2026',
  'March 3',
  '2026.13.45',
  'February 30, 2026',
  '2026-01-01 2026-01-02 2026-01-03',
  '',
])('%s: no time of publication', (line) => {
  expect(timestamp(line)).toBeUndefined()
})
