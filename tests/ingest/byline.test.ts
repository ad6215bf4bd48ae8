import {expect, test} from 'vitest'
import {byline, isAgency} from '../../pipeline/ingest/byline.ts'

const lines: [line: string, names: string[], more?: {place?: string; agency?: string}][] = [
  ['By Jane Doe', ['Jane Doe']],
  ['BY JANE DOE', ['Jane Doe']],
  [
    'By JANE DOE and JOHN ROE, Associated Press',
    ['Jane Doe', 'John Roe'],
    {agency: 'Associated Press'},
  ],
  ["By MARIA de la CRUZ and T.J. O'NEIL", ['Maria de la Cruz', "T.J. O'Neil"]],
  [
    'By Ludwig van Dijk, Ana-Maria Popescu and Lee Chul Eun in Seoul',
    ['Ludwig van Dijk', 'Ana-Maria Popescu', 'Lee Chul Eun'],
    {agency: 'Seoul'},
  ],
  ['By Jane Doe | Staff Writer', ['Jane Doe'], {agency: 'Staff Writer'}],
  ['By Jane Doe jane@paper.example', ['Jane Doe']],
  ['By Reuters Staff', ['Reuters Staff']],
  ['By AFP', ['AFP']],
  ['김하늘 기자', ['김하늘']],
  ['김하늘 기자 haneul@paper.example', ['김하늘']],
  ['[김하늘 기자]', ['김하늘']],
  ['글·사진 김하늘 기자', ['김하늘']],
  ['정리=김하늘 기자', ['김하늘']],
  ['김하늘·이바다 기자', ['김하늘', '이바다']],
  ['김하늘 기자, 이바다 기자', ['김하늘', '이바다']],
  ['베이징=김하늘 특파원', ['김하늘'], {place: '베이징'}],
  ['김하늘 베이징 특파원', ['김하늘'], {place: '베이징'}],
  ['이바다 경제부 기자', ['이바다']],
  ['강원일보 이바다 기자', ['이바다'], {agency: '강원일보'}],
]

test.each(lines)('%s', (line, names, more) => {
  expect(byline(line)).toEqual({names, place: undefined, agency: undefined, ...more})
})

test.each([
  'By the numbers',
  'By Monday',
  'By Land and Sea',
  'By Monday the water had reached the second mark.',
  'Jane Doe was by the river',
  `By ${'A'.repeat(90)}1`,
  '기자들이 모였다',
  '전직 기자',
  '디지털뉴스팀',
  '',
])('%s: no byline', (line) => {
  expect(byline(line)).toBeUndefined()
})

test.each([
  ['The Associated Press', true],
  ['Associated Press Writer', true],
  ['Staff Writer', true],
  ['The town woke up to the news', false],
])('%s is an agency: %s', (line, expected) => {
  expect(isAgency(line)).toBe(expected)
})
