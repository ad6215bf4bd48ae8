import {expect, test} from 'vitest'
import {dateline, datelineAlone} from '../../pipeline/ingest/dateline.ts'

test.each([
  ['SEOUL, South Korea – The', {place: 'SEOUL, South Korea', certainty: 'certain'}],
  ['WASHINGTON (AP) — A', {place: 'WASHINGTON', agency: 'AP', certainty: 'certain'}],
  [
    'PARIS, March 3 (Reuters) - The',
    {place: 'PARIS', agency: 'Reuters', day: 'March 3', date: undefined},
  ],
  ['GENEVA, 3 March 2026 (AFP) – The', {place: 'GENEVA', day: '3 March 2026', date: '2026-03-03'}],
  [
    'HALE, Maine, March 3, 2026 /NewsLine/ -- The',
    {place: 'HALE, Maine', agency: 'NewsLine', date: '2026-03-03'},
  ],
  [
    'PYONGYANG, North Korea, Nov. 24 (KCNA) -- The',
    {place: 'PYONGYANG, North Korea', day: 'Nov. 24'},
  ],
  ['LONDON — The', {place: 'LONDON', certainty: 'bare'}],
  ['ST. PETERSBURG, Russia — “We', {place: 'ST. PETERSBURG, Russia'}],
  ['SÃO PAULO, Brazil—The', {place: 'SÃO PAULO, Brazil'}],
  ['BEIRUT/JERUSALEM, Feb 3 (Reuters) - Israel', {place: 'BEIRUT/JERUSALEM'}],
  ['UNITED NATIONS (AP) _ The', {place: 'UNITED NATIONS'}],
  ['Seoul, South Korea — The', {place: 'Seoul, South Korea', certainty: 'doubtful'}],
  ['Seoul CNN — The', {place: 'Seoul', agency: 'CNN'}],
  ['(서울=연합뉴스) 홍길동 기자 = 글', {place: '서울', agency: '연합뉴스', names: ['홍길동']}],
  ['(서울=연합뉴스) 홍길동 김하늘 기자 = 글', {names: ['홍길동', '김하늘']}],
  ['【서울=뉴시스】홍길동 기자 = 글', {place: '서울', agency: '뉴시스'}],
  ['(서울=연합뉴스) 글이다', {place: '서울', agency: '연합뉴스', names: []}],
  ['[섬마을신문=홍길동 기자] 글', {place: undefined, agency: '섬마을신문', names: ['홍길동']}],
  ['[아시아신보 뉴욕=홍길동 특파원] 글', {place: '뉴욕', agency: '아시아신보', names: ['홍길동']}],
  ['[섬마을신문 홍길동 기자] 글', {place: undefined, agency: '섬마을신문', names: ['홍길동']}],
  ['베이징=홍길동 특파원 글', {place: '베이징', names: ['홍길동']}],
])('%s', (paragraph, expected) => {
  const found = dateline(paragraph)
  expect(found).toMatchObject(expected)
  expect(paragraph.slice(found?.length)).toMatch(/^(?:The|A|“We|Israel|글|글이다)$/)
})

test.each([
  'NATO – the alliance – has no opinion.',
  'NATO – A thing of the past – has no opinion.',
  'London — The',
  "Lee, South Korea's president — They",
  'COVID-19 - The',
  '[서울경제] 글',
  '(그림=글) 이다',
  '[앵커] 글',
])('%s: no dateline', (paragraph) => {
  expect(dateline(paragraph)).toBeUndefined()
})

test.each([
  ['SEOUL, South Korea (AP)', 'SEOUL, South Korea'],
  ['SEOUL, South Korea —', 'SEOUL, South Korea'],
  ['SEOUL, South Korea — The first ships left.', undefined],
  ['HIGH CASUALTY RATES', undefined],
])('%s alone on its line', (line, place) => {
  expect(datelineAlone(line)?.place).toBe(place)
})
