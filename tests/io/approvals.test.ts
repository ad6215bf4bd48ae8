import {execFileSync} from 'node:child_process'
import {appendFileSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {addApprovals, decisionOn, readApprovals} from '../../pipeline/io/approvals.ts'
import type {Approval} from '../../pipeline/model/approval.ts'

const capture = 'abcdef0123456789'.repeat(4)
const approval = (by: string, page = 'en/index.html', more: Partial<Approval> = {}): Approval => ({
  at: '2026-11-25T10:00:00.000Z',
  by,
  decision: 'accepted',
  reason: 'New masthead',
  page,
  views: {'phone-light': capture.slice(0, 16)},
  ...more,
})
const folder = () => mkdtempSync(join(tmpdir(), 'galley-approvals-'))

test('what was written down is read again, and what was there is not touched', async () => {
  const at = folder()
  await addApprovals(at, [approval('Kim')])
  const before = readFileSync(join(at, 'approvals.jsonl'), 'utf8')
  await addApprovals(at, [approval('Lee', 'ko/index.html', {decision: 'rejected'})])
  expect(readFileSync(join(at, 'approvals.jsonl'), 'utf8').startsWith(before)).toBe(true)
  expect((await readApprovals(at)).map(({by, decision}) => `${by} ${decision}`)).toEqual([
    'Kim accepted',
    'Lee rejected',
  ])
})

test('a last line without its end does not swallow the next', async () => {
  const at = folder()
  writeFileSync(join(at, 'approvals.jsonl'), JSON.stringify(approval('Kim')))
  await addApprovals(at, [approval('Lee')])
  expect(await readApprovals(at)).toHaveLength(2)
})

test('a line that is no decision is named, and nothing passes for one', async () => {
  const at = folder()
  await addApprovals(at, [approval('Kim')])
  appendFileSync(join(at, 'approvals.jsonl'), '{"by": "Lee"}\n')
  await expect(readApprovals(at)).rejects.toMatchObject({code: 'unreadable-file'})
  await expect(readApprovals(at)).rejects.toThrow(/approvals\.jsonl:2/)
})

test.each([
  ['the last one', ['accepted', 'rejected'], ['10', '11'], 'rejected'],
  [
    'the last one, in whatever order they stand',
    ['rejected', 'accepted'],
    ['11', '10'],
    'rejected',
  ],
  ['an acceptance after all', ['rejected', 'accepted'], ['10', '11'], 'accepted'],
  [
    'of two at the same time the one that rejects',
    ['rejected', 'accepted'],
    ['10', '10'],
    'rejected',
  ],
] as const)('what holds is %s', (_, decisions, hours, holds) => {
  const all = decisions.map((decision, index) =>
    approval('Kim', 'en/index.html', {decision, at: `2026-11-25T${hours[index]}:00:00.000Z`}),
  )
  expect(decisionOn(all, 'en/index.html', 'phone-light', capture)?.decision).toBe(holds)
  expect(decisionOn(all, 'en/index.html', 'phone-dark', capture)).toBeUndefined()
  expect(decisionOn(all, 'en/index.html', 'phone-light', 'f'.repeat(64))).toBeUndefined()
})

test('git keeps the decisions of two people who decided at the same time', async () => {
  const at = folder()
  const git = (...words: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@t.example', ...words], {cwd: at})
  git('init', '-q', '-b', 'main')
  await addApprovals(at, [approval('Kim')])
  git('add', '-A')
  git('commit', '-qm', 'one')
  git('checkout', '-qb', 'other')
  await addApprovals(at, [approval('Lee', 'ko/index.html')])
  git('commit', '-qam', 'two')
  git('checkout', '-q', 'main')
  await addApprovals(at, [approval('Park', 'en/404.html')])
  git('commit', '-qam', 'three')
  git('merge', '-q', 'other', '-m', 'both')
  expect((await readApprovals(at)).map(({by}) => by).sort()).toEqual(['Kim', 'Lee', 'Park'])
})
