import {expect, test} from 'vitest'
import {schedule} from '../../pipeline/ingest/schedule.ts'
import type {Article} from '../../pipeline/model/article.ts'
import {facts, makeArticle} from '../translate/make-article.ts'

const now = '2026-11-24T20:00:00.000Z'

function plan(front: Partial<Article['facts']>, published?: string) {
  const article: Article = {...makeArticle('Text.'), published, facts: {...facts, ...front}}
  const {due, withdrawn, findings} = schedule([article], now, 'Asia/Seoul')
  return {due: due.length, withdrawn, said: findings.map(({message}) => message.key)}
}

test.each([
  ['nothing said', {}, undefined, 1],
  ['published earlier', {}, '2026-11-24T20:00:00Z', 1],
  ['dated a second from now', {}, '2026-11-24T20:00:01Z', 0],
  // It is five in the morning of the 25th in Seoul.
  ['dated today where the paper is', {}, '2026-11-25', 1],
  ['dated tomorrow', {}, '2026-11-26', 0],
  ['an embargo to come', {embargo: '2026-11-25T06:00:00+09:00'}, '2026-11-20', 0],
  ['an embargo that is over', {embargo: '2026-11-25T05:00:00+09:00'}, '2026-11-20', 1],
  ['a draft', {status: 'draft' as const}, '2026-11-20', 0],
  ['withdrawn', {status: 'withdrawn' as const}, '2026-11-20', 0],
] as const)('%s', (_name, front, published, due) => {
  const found = plan(front, published)
  expect(found.due).toBe(due)
  expect(found.said.length).toBe(1 - due)
  expect(found.withdrawn).toEqual(
    'status' in front && front.status === 'withdrawn' ? ['story'] : [],
  )
})

const named = (
  slug: string,
  formerly: readonly string[],
  status: Article['facts']['status'] = 'published',
) => ({...makeArticle('x'), slug, facts: {...facts, formerly, status}})

test('a withdrawn article is gone under its former names too, but for those that others go by', () => {
  const gone = named('new', ['old', 'older', 'b', 'was-b'], 'withdrawn')
  const {withdrawn} = schedule([gone, named('b', ['was-b'])], now, 'UTC')
  expect(withdrawn).toEqual(['new', 'old', 'older'])
})

test('a former name belongs to one article', () => {
  const {findings} = schedule([named('a', ['old']), named('b', ['old', 'a'])], now, 'UTC')
  expect(findings.map(({severity, message}) => [severity, message.values])).toEqual([
    ['error', {slug: 'old', other: 'a'}],
    ['error', {slug: 'a', other: 'a'}],
  ])
})

test.each([
  ['today in Seoul', '2026-11-25', []],
  // It is ten in the morning there of the day after.
  ['a day that has begun on Kiritimati', '2026-11-25', []],
  ['tomorrow', '2026-11-26', ['ingest/change-date/ahead']],
  ['a moment ago', '2026-11-25T04:59:00+09:00', []],
  ['in a minute', '2026-11-25T05:01:00+09:00', ['ingest/change-date/ahead']],
] as const)('a change that is dated %s', (_name, date, expected) => {
  const changed = (given: Partial<Article>) => ({
    ...makeArticle('x'),
    published: '2026-11-20',
    ...given,
  })
  const keys = (article: Article) => {
    const {findings, until} = schedule([article], now, 'Asia/Seoul')
    expect(until).toBe(expected.length > 0 ? until : Infinity)
    return findings.map(({message}) => message.key)
  }
  const corrections = [{date, wrong: 'about 200', right: 'about 300'}]
  expect(keys(changed({updated: date}))).toEqual(expected)
  expect(keys(changed({updated: date, corrections}))).toEqual(expected)
  // What waits is not asked yet.
  expect(keys(changed({corrections, facts: {...facts, status: 'draft'}}))).toEqual([
    'ingest/schedule/draft',
  ])
})
