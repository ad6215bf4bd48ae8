import {expect, test} from 'vitest'
import {readArticle} from '../../pipeline/ingest/article.ts'

const correction = {date: '2026-11-25', wrong: 'about 200', right: 'about 300'}

function read(corrections: unknown, body = 'There were about 300 of them.', headline = 'H') {
  const text = [
    '---',
    `headline: ${headline}`,
    'published: 2026-11-24',
    `corrections: ${JSON.stringify(corrections)}`,
    '---',
    '',
    body,
    '',
  ].join('\n')
  const {article, findings} = readArticle({path: 'articles/a/article.md', text}, 'en')
  return {
    corrections: article?.corrections,
    updated: article?.updated,
    said: findings.map(({message, place}) => [message.key, place.line]),
  }
}

test('a correction is read', () => {
  expect(read([correction])).toMatchObject({corrections: [correction], said: []})
})

test('an article that still says it is an error, where it says it', () => {
  const body = 'There are.\n\nThere were **about** 200 of them.\n\n- One.\n- Not about 200.'
  const still = 'ingest/correction/still-there'
  expect(read([correction], body).said).toEqual([
    [still, 9],
    [still, 12],
  ])
  expect(read([correction], 'Text.', 'Only about 200 came').said).toEqual([[still, 2]])
  expect(read([correction], 'There were about\n200 of them.').said).toEqual([[still, 7]])
  const captioned = 'Text.\n\n![Boats](a.png "Boats, about 200 of them")'
  expect(read([correction], captioned).said).toEqual([[still, 9]])
})

test('neither does a byline or a dateline go on saying it', () => {
  const text = (given: string) =>
    `---\nheadline: H\npublished: 2026-11-24\n${given}\ncorrections: [{date: 2026-11-25, wrong: Jane Doe, right: Joan Doe}]\n---\n\nText.\n`
  const said = (given: string) =>
    readArticle({path: 'articles/a/article.md', text: text(given)}, 'en').findings.map(
      ({message, place}) => `${message.key} ${place.line}`,
    )
  expect(said('byline: [Kim Min-ji, Jane Doe]')).toEqual(['ingest/correction/still-there 4'])
  expect(said('dateline: Jane Doe')).toEqual(['ingest/correction/still-there 4'])
  expect(said('byline: [Joan Doe]')).toEqual([])
})

test.each([
  ['a later one is the last change', {}, '2026-11-25'],
  ['one of the day itself is none', {date: '2026-11-24'}, undefined],
])('%s', (_name, change, updated) => {
  expect(read([{...correction, ...change}]).updated).toBe(updated)
})

test('the wrong words may be part of the right ones', () => {
  const finer = {...correction, wrong: '300', right: '300 or so'}
  expect(read([finer], 'There were 300 or so.').said).toEqual([])
})

test.each([
  ['no date', [{...correction, date: 'yesterday'}]],
  ['nothing right', [{date: '2026-11-25', wrong: 'x'}]],
  ['not a list', 'about 200'],
])('%s: an error, and no correction', (_name, corrections) => {
  expect(read(corrections)).toMatchObject({corrections: [], said: [['ingest/correction/shape', 4]]})
})

test('a change before the article itself is told where its date stands', () => {
  const text = (given: string) => `---\nheadline: H\n${given}\n---\n\nText.\n`
  const said = (given: string) =>
    readArticle({path: 'articles/a/article.md', text: text(given)}, 'en').findings.map(
      ({message, place, severity}) => [message.key, severity, place.line, place.column],
    )
  const corrected = (date: string) =>
    `corrections:\n  - wrong: about 200\n    right: about 300\n    date: ${date}`
  const before = 'ingest/change-date/before'
  const at = (moment: string, date: string) => said(`published: ${moment}\n${corrected(date)}`)
  expect(at('2026-11-24', '2026-11-23')).toEqual([[before, 'warning', 7, 11]])
  expect(at('2026-11-24T09:00:00+09:00', '2026-11-24T08:00:00+09:00')).toEqual([
    [before, 'warning', 7, 11],
  ])
  for (const date of ['2026-11-24', '2026-11-24T09:00:00+09:00', '2026-11-25']) {
    expect(at('2026-11-24T09:00:00+09:00', date)).toEqual([])
  }
  expect(said('published: 2026-11-24\nupdated: 2026-11-01')).toEqual([[before, 'warning', 4, 10]])
  expect(said('published: 2026-11-24\nupdated: 2026-11-25')).toEqual([])
})

test('what a part of a block says is found, whatever stands beside it', () => {
  const still = 'ingest/correction/still-there'
  expect(read([correction], '- There were about 200\n- 3 went home.').said).toEqual([[still, 7]])
})

test('a long article is read soon, however many corrections it has and figures like those', () => {
  const corrections = Array.from({length: 10}, (_, index) => ({
    date: '2026-11-25',
    wrong: `20${index}`,
    right: `30${index}`,
  }))
  const begun = performance.now()
  const body = `There were **many** on [the boat](https://example.org/), *all* of them.\n\n`
  const {said} = read(corrections, `${body.repeat(12_000)}${'1200 '.repeat(150_000)}`)
  expect(said).toEqual([])
  expect(performance.now() - begun).toBeLessThan(8000)
})
