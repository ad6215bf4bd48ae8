import {describe, expect, test} from 'vitest'
import {conclude, passedForGood} from '../pipeline/audit-verdict.ts'
import type {AuditPart, AuditRules} from '../pipeline/model/audit.ts'
import type {Finding} from '../pipeline/model/finding.ts'
import type {Policy} from '../pipeline/model/verdict.ts'
import type {PublicationConfig} from '../pipeline/model/publication.ts'
import {policy, finding} from './gate/case.ts'

const config = {policy} as unknown as PublicationConfig
const rules: AuditRules = {level: {}, threshold: {}}
const today = '2026-11-25'

const whole: AuditPart = {
  shard: '1/1',
  means: 'this version',
  content: '',
  url: 'https://pages.example/',
  target: ['a.html', 'b.html'],
  pages: ['a.html', 'b.html'],
  unchanged: [],
  findings: [],
  checked: {'document/language': 2},
  views: ['phone-light'],
  browser: 'Chromium 147.0.0.0',
}

function on(file: string, about: Partial<Finding> = {}): Finding {
  return finding({check: 'axe/image-alt', place: {file}, criteria: ['1.1.1'], ...about})
}

function decide(parts: readonly AuditPart[], given: Partial<AuditRules> = {}) {
  const {verdict, audited = []} = conclude(parts, config, {...rules, ...given}, today)
  return {
    decision: verdict.decision,
    held: audited.filter((page) => page.decision === 'hold').map(({path}) => path),
    checks: verdict.findings.filter(({blocks}) => blocks).map(({check}) => check),
  }
}

test('pages without findings pass', () => {
  expect(decide([whole])).toEqual({decision: 'passed', held: [], checks: []})
})

test('a page with an error is held, and no other', () => {
  const found = decide([{...whole, findings: [on('a.html')]}])
  expect(found).toEqual({decision: 'held', held: ['a.html'], checks: ['axe/image-alt']})
})

test('a page whose warnings are counted is looked at again, for with those of others they may be too many', () => {
  const warned = on('a.html', {severity: 'warning'})
  const spared = (most?: Policy['most']) => {
    const by = {policy: {...policy, ...(most && {most})}} as unknown as PublicationConfig
    const run = conclude([{...whole, findings: [warned]}], by, rules, today)
    return [...passedForGood(run, by.policy)]
  }
  expect(spared()).toEqual(['a.html', 'b.html'])
  expect(spared({notice: 0})).toEqual(['a.html', 'b.html'])
  expect(spared({warning: 3})).toEqual(['b.html'])
  expect(spared({editions: {ko: {warning: 3}}})).toEqual(['b.html'])
})

test('what only asks a person is no notice of a page', () => {
  const asks = on('a.html', {severity: 'notice', outcome: 'cantTell'})
  const remark = on('a.html', {severity: 'notice', outcome: 'failed'})
  const {audited = []} = conclude([{...whole, findings: [asks, remark]}], config, rules, today)
  expect(audited.map(({found}) => found.notice)).toEqual([1, 0])
})

describe('what was not looked at never passes', () => {
  const cases: Record<string, readonly [readonly AuditPart[], readonly string[]]> = {
    'an empty target': [
      [{...whole, target: [], pages: [], checked: {}}],
      ['audit/empty', 'gate/nothing-checked'],
    ],
    'no part at all': [[], ['audit/empty', 'gate/nothing-checked']],
    'a page of no shard': [[{...whole, shard: '1/2', pages: ['a.html']}], ['audit/left-out']],
    'shards of different targets': [
      [
        {...whole, shard: '1/2'},
        {...whole, shard: '2/2', target: ['a.html', 'b.html', 'c.html']},
      ],
      ['audit/other-target'],
    ],
    'shards of one target at different times': [
      [
        {...whole, shard: '1/2', content: 'of today'},
        {...whole, shard: '2/2', content: 'of yesterday'},
      ],
      ['audit/other-target'],
    ],
    'shards by different versions, checks or views': [
      [
        {...whole, shard: '1/2'},
        {...whole, shard: '2/2', means: 'an older version'},
      ],
      ['audit/other-means'],
    ],
    'a shard in which nothing ran': [
      [
        {...whole, shard: '1/2', pages: ['a.html']},
        {...whole, shard: '2/2', pages: ['b.html'], checked: {'document/language': 0}},
      ],
      ['audit/left-out'],
    ],
    'nothing that was checked': [[{...whole, checked: {}}], ['gate/nothing-checked']],
  }
  test.each(Object.entries(cases))('%s', (_, [parts, checks]) => {
    const found = decide(parts)
    expect(found.decision).toBe('held')
    expect(found.checks.toSorted()).toEqual(checks.toSorted())
  })
})

test.each([
  ['was found at another address', {outcome: 'failed', severity: 'notice'}, ['a.html', 'b.html']],
  ['was not seen', {outcome: 'cantTell'}, ['b.html']],
] as const)('a page that %s is judged, or not', (_, about, judged) => {
  const told = on('a.html', {check: 'audit/redirected', criteria: [], ...about})
  expect(conclude([{...whole, findings: [told]}], config, rules, today).judged).toEqual(judged)
})

test('a part for which no page is left passes, and says so', () => {
  const part = {...whole, shard: '3/3', pages: [], checked: {}}
  const {verdict} = conclude([part], config, rules, today, 'part')
  expect(verdict.decision).toBe('passed')
  expect(verdict.findings.map(({check}) => check)).toEqual(['audit/empty-part'])
  const nothing = conclude([{...part, target: []}], config, rules, today, 'part')
  expect(nothing.verdict.decision).toBe('held')
})

test('a finding on several pages counts on each of them', () => {
  const pages = ['a.html', 'b.html'].map((file) => ({
    file,
    locale: undefined,
    article: undefined,
    views: [],
    pictures: [],
  }))
  expect(decide([{...whole, findings: [on('a.html', {pages})]}]).held).toEqual(['a.html', 'b.html'])
})

test('pages that passed before and are unchanged pass without being judged again', () => {
  const part = {...whole, unchanged: ['a.html', 'b.html'], checked: {}}
  expect(decide([part]).decision).toBe('passed')
})

test('shards are joined, and what all of them say is said once', () => {
  const old = on('.', {check: 'audit/old-browser', severity: 'notice'})
  const {verdict, audited} = conclude(
    [
      {...whole, shard: '1/2', pages: ['a.html'], findings: [old]},
      {...whole, shard: '2/2', pages: ['b.html'], findings: [old, on('b.html')]},
    ],
    config,
    rules,
    today,
  )
  expect(verdict.findings.map(({check}) => check)).toEqual(['axe/image-alt', 'audit/old-browser'])
  expect(verdict.checked).toEqual({'document/language': 4})
  expect(audited?.map(({path, decision}) => `${path} ${decision}`)).toEqual([
    'a.html release',
    'b.html hold',
  ])
})

describe('a threshold', () => {
  const findings = [on('a.html', {excerpt: '1'}), on('a.html', {excerpt: '2'}), on('b.html')]
  test.each([
    [{'*': 2}, []],
    [{'*': 1}, ['a.html']],
    [{'a.html': 2}, ['b.html']],
    [{'*': 9, 'b.html': 0}, ['b.html']],
    // A folder is served as static hosts do it.
    [{'*': 9, b: 0}, ['b.html']],
  ])('of %j errors holds %j', (threshold, held) => {
    expect(decide([{...whole, findings}], {threshold}).held).toEqual(held)
  })

  test('is of what pages have, and tolerates nothing that the gate says of the whole run', () => {
    const given = {threshold: {'*': 9}}
    expect(decide([{...whole, checked: {}}], given).checks).toEqual(['gate/nothing-checked'])
    const strict = {...config, policy: {...policy, most: {warning: 0}}}
    const warned = {...whole, findings: [on('a.html', {severity: 'warning'})]}
    const {verdict} = conclude([warned], strict, {...rules, ...given}, today)
    expect(verdict.decision).toBe('held')
  })

  test.each(['constructor', '__proto__'])('is not read from what every record has: %s', (path) => {
    const page = {...whole, target: [path], pages: [path], findings: [on(path)]}
    expect(decide([page], {threshold: {}}).held).toEqual([path])
    expect(decide([page], {threshold: {'*': 9}}).held).toEqual([])
  })

  test('tolerates nothing that could not run', () => {
    const crashed = on('a.html', {outcome: 'cantTell'})
    expect(decide([{...whole, findings: [crashed]}], {threshold: {'*': 9}}).held).toEqual([
      'a.html',
    ])
  })
})

test('at level A, a criterion of AA advises', () => {
  const findings = [
    on('a.html', {criteria: ['1.4.3']}),
    on('b.html', {criteria: ['1.4.3', '1.1.1']}),
  ]
  const held = (level: AuditRules['level']) => decide([{...whole, findings}], {level}).held
  expect(held({'*': 'A'})).toEqual(['b.html'])
  expect(held({'*': 'A', 'a.html': 'AA'})).toEqual(['a.html', 'b.html'])
  expect(held({a: 'A'})).toEqual(['b.html'])
})
