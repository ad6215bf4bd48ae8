import {expect, test} from 'vitest'
import type {Finding} from '../../pipeline/model/finding.ts'
import {gitlab} from '../../pipeline/report/gitlab.ts'
import {audited, context, findings, poisoned, sample} from './sample.ts'

function issues(found?: readonly Finding[]) {
  return JSON.parse(gitlab.write(sample(found), context)) as readonly Record<string, unknown>[]
}

test('one issue for each open finding, at its source where that is known', () => {
  const [part] = findings as readonly [Finding, ...Finding[]]
  const source = {file: 'locales/ko/story.json', line: 12, column: 5}
  const reminder: Finding = {...part, severity: 'notice', outcome: 'cantTell'}
  expect(issues([{...part, place: {...part.place, source}}, reminder])).toMatchObject([
    {
      check_name: 'document/language-of-parts',
      severity: 'critical',
      location: {path: 'locales/ko/story.json', lines: {begin: 12}},
    },
    {check_name: 'gate/waiver-unused', severity: 'info', location: {lines: {begin: 1}}},
  ])
})

test('what is waived is left out, fingerprints are unique', () => {
  const all = issues()
  expect(all.map((one) => one['check_name'])).not.toContain('document/duplicate-id')
  expect(new Set(all.map((one) => one['fingerprint'])).size).toBe(all.length)
})

test('hostile texts are one line', () => {
  for (const {description} of issues([poisoned]))
    expect(description).not.toMatch(/[\n\u001b\u202e]/)
})

test('of an audited folder a page is the file that it is in its repository', () => {
  const [part] = findings as readonly [Finding, ...Finding[]]
  const file = 'en/story/index.html'
  const verdict = sample([{...part, place: {file, line: 3}}]).verdict
  const files = {folder: 'public/', isCommitted: false}
  expect(JSON.parse(gitlab.write({...audited, verdict, files}, context))).toContainEqual(
    expect.objectContaining({location: {path: `public/${file}`, lines: {begin: 3}}}),
  )
})
