import {expect, test} from 'vitest'
import {readArticle} from '../../pipeline/ingest/article.ts'
import {recalled} from '../../pipeline/ingest/recalled.ts'

const paper = {source: 'en', timeZone: 'Asia/Seoul'}
const path = 'articles/story/article.md'
const written = (front: string) => `---\nheadline: Story\n${front}\n---\n\nA text.\n`

/** Why an article that was judged may not go out, when its file is as it is and the clock says what it says. */
function why(judged: string, latest: string | undefined, now: string): string | undefined {
  const {article} = readArticle({path, text: judged}, paper.source)
  if (article === undefined) throw new Error('no article')
  const due = [{article, judged: {path, text: judged}}]
  return recalled(due, {textOf: () => latest, now}, paper)[0]?.why
}

const plain = written('published: 2026-11-20')
const noon = '2026-11-26T12:00:00Z'

test.each([
  ['nothing changed', plain, undefined],
  ['another word in it', plain.replace('text', 'word'), undefined],
  ['an embargo that was added', written('embargo: 2026-11-27T06:00:00+09:00'), 'embargo'],
  ['an embargo that is over', written('embargo: 2026-11-26T20:59:00+09:00'), undefined],
  ['an embargo that nobody can read', written('embargo: tomorrow at six'), 'draft'],
  ['a day that nobody can read', written('published: 2026-11-31'), 'draft'],
  ['withdrawn, of an unreadable day', written('status: withdrawn\npublished: x'), 'withdrawn'],
  ['an embargo that is empty', written('embargo: ""'), undefined],
  ['an embargo to the millisecond', written('embargo: 2026-11-26T12:00:00.001Z'), 'embargo'],
  ['a later day', written('published: 2026-11-27'), 'embargo'],
  ['a draft again', written('status: draft'), 'draft'],
  ['withdrawn', written('status: withdrawn'), 'withdrawn'],
  ['its file is gone', undefined, 'gone'],
  ['no headline any more', '---\nstandfirst: x\n---\n', 'unreadable'],
] as const)('while the gate ran: %s', (_name, latest, expected) => {
  expect(why(plain, latest, noon)).toBe(expected)
})

const day = written('published: 2026-11-27')

// Midnight in Seoul is three in the afternoon in Greenwich.
test.each([
  ['2026-11-26T15:00:00Z', undefined],
  ['2026-11-26T14:59:59Z', 'embargo'],
])('a day without a time begins at midnight where the paper is: %s', (now, expected) => {
  expect(why(day, day, now)).toBe(expected)
})
