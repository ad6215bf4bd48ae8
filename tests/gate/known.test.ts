import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {gate} from '../../pipeline/gate/gate.ts'
import {likeness, stateOf} from '../../pipeline/gate/known.ts'
import type {Finding} from '../../pipeline/model/finding.ts'
import type {KnownState, Policy} from '../../pipeline/model/verdict.ts'
import {finding, policy, quiet, waiver} from './case.ts'

const image = finding({check: 'axe/image-alt', excerpt: '<img src="a.png">'})
const other = finding({check: 'axe/image-alt', excerpt: '<img src="b.png">'})

function verdict(findings: readonly Finding[], more: Partial<Policy> = {}) {
  return gate({...quiet, findings, policy: {...policy, ...more}})
}

const nothing: KnownState = {known: [], causes: []}

function record(...findings: readonly Finding[]): KnownState {
  const pages = new Set(findings.map(({place}) => place.file))
  return stateOf(verdict(findings).findings, [...pages], nothing)
}

function blocking(findings: readonly Finding[], state: Partial<KnownState>) {
  return verdict(findings, state).findings.filter(({blocks}) => blocks)
}

describe('what was known and could not be looked for stays known, and is not said to be gone', () => {
  const silence = {outcome: 'cantTell', criteria: [], place: image.place} as const
  test.each([
    ['its page was not seen', finding({...silence, check: 'audit/unread'}), 1],
    ['its check did not run', finding({...silence, check: 'axe/image-alt'}), 1],
    ['another check did not run', finding({...silence, check: 'browser/reflow'}), 0],
    [
      'another page was not seen',
      finding({...silence, check: 'audit/unread', place: {file: 'b'}}),
      0,
    ],
  ])('%s', (_, silent, kept) => {
    const state = record(image)
    const now = verdict([silent], state)
    expect(stateOf(now.findings, [], state).known).toHaveLength(kept)
    expect(now.findings.filter(({check}) => check === 'gate/known-gone')).toHaveLength(1 - kept)
  })
})

describe('a ratchet', () => {
  test('lets pass what was recorded, and says that it is known', () => {
    const {decision, findings} = verdict([image], record(image))
    expect(decision).toBe('passed')
    expect(findings).toMatchObject([{known: true, blocks: false, severity: 'error'}])
  })

  test('holds what is new, though another was mended: it does not count, it knows', () => {
    expect(blocking([other], record(image))).toMatchObject([{excerpt: other.excerpt}])
  })

  test.each([
    ['id="menu-:r3:"', 'id="menu-:r9:"'],
    ['id="mantine-fbabs1k83"', 'id="mantine-q539by8kz"'],
    ['id="react-aria4884993507-_1_"', 'id="react-aria4749816918-_1_"'],
    ['id="listbox-_R_6sl5f_"', 'id="listbox-_r_2_"'],
    ['aria-controls="«r1»"', 'aria-controls="«r4»"'],
    ['data-v-9167a1ed=""', 'data-v-0a67a1e1=""'],
    ['class="big svelte-vny38x"', 'class="big svelte-k20ab1"'],
  ])('knows again what a framework has named %s and names %s now', (before, after) => {
    const about = (named: string) => ({...image, excerpt: `<button ${named} type="button">`})
    expect(blocking([about(after)], record(about(before)))).toEqual([])
    expect(blocking([about('id="close"')], record(about('id="open"')))).toHaveLength(1)
  })

  test('holds the third of a kind where two were recorded', () => {
    expect(blocking([image, image, image], record(image, image))).toHaveLength(1)
  })

  test('says when it can be tightened, and not of files that nobody looked at', () => {
    const {known} = record(image, other)
    const gone = (unjudged: readonly string[]) =>
      gate({
        ...quiet,
        findings: [image],
        policy: {...policy, known, block: ['notice']},
        unjudged: new Set(unjudged),
      }).findings.filter(({check}) => check === 'gate/known-gone')
    expect(gone([])).toMatchObject([{message: {values: {count: 1}}, blocks: false}])
    expect(gone([image.place.file])).toEqual([])
  })

  const never: readonly (readonly [string, Partial<Finding>])[] = [
    ['what could not run', {outcome: 'cantTell'}],
    ['what the gate says', {check: 'gate/nothing-checked'}],
    ['a page that could not be read', {check: 'audit/unread'}],
    ['how a page looks', {check: 'visual/baseline'}],
    ['a check that crashed', {message: {key: 'check/could-not-run', values: {}}}],
  ]
  test.each(never)('never knows %s', (_, about) => {
    const found = finding(about)
    expect(record(found)).toEqual(nothing)
    const forged = {fingerprint: likeness(found), check: found.check, file: 'x', count: 9}
    expect(blocking([found], {known: [forged]}).length).toBeGreaterThan(0)
  })

  test('survives edits elsewhere on the page', () => {
    const at = (place: Finding['place']) => likeness(finding({place}))
    const file = 'en/a.html'
    const selector = 'main > p:nth-of-type(3) > a'
    const before = at({file, line: 3, selector, view: 'phone-light'})
    expect(at({file, line: 9, selector: selector.replace('3', '14')})).toBe(before)
    expect(at({file: 'en/b.html', line: 3, selector})).not.toBe(before)
    expect(at({file, selector: 'main > ul > a'})).not.toBe(before)
  })

  test('recorded now, nothing recordable holds', () => {
    const any = fc.array(fc.constantFrom(image, other, finding(), finding({locale: 'ko'})))
    fc.assert(
      fc.property(any, (findings) => {
        expect(blocking(findings, record(...findings))).toEqual([])
        expect(record(...findings)).toEqual(record(...findings.toReversed()))
      }),
    )
  })
})

test('a waiver may name a fingerprint, and is for nothing else then', () => {
  const waivers = [{...waiver, check: image.check, fingerprint: likeness(image)}]
  const found = verdict([image, other], {waivers}).findings
  expect(found.filter(({blocks}) => blocks)).toMatchObject([{excerpt: other.excerpt}])
})

test('a waiver that names a fingerprint excuses one element, or as many as it counts', () => {
  const at = (selector: string, view = 'phone-light') =>
    finding({...image, place: {...image.place, selector, view}})
  const found = [at('#a'), at('#a', 'desktop-dark'), at('#b'), at('#c')]
  const held = (count?: number) => {
    const waivers = [{...waiver, check: image.check, fingerprint: likeness(image), count}]
    const {findings} = verdict(found, {waivers})
    return findings.filter(({blocks}) => blocks).map(({place}) => place.selector)
  }
  expect(held()).toEqual(['#b', '#c'])
  expect(held(2)).toEqual(['#c'])
  expect(held(3)).toEqual([])
})

test.each([
  'gate/nothing-checked',
  'audit/empty',
  'audit/left-out',
  'audit/other-target',
  'audit/other-means',
])('nothing excuses %s', (check) => {
  const waivers = [{...waiver, check, file: '*'}]
  const silence = finding({check, message: {key: check, values: {}}, outcome: 'cantTell'})
  expect(verdict([silence], {waivers}).decision).toBe('held')
})

describe('policy on severity', () => {
  const warning = finding({severity: 'warning', criteria: ['2.4.4'], locale: 'ko'})
  const cases: readonly (readonly [string, NonNullable<Policy['severity']>, Finding, string])[] = [
    ['raises a check', [{check: 'document/links', severity: 'error'}], warning, 'error'],
    ['raises a criterion', [{criterion: '2.4.4', severity: 'error'}], warning, 'error'],
    ['lowers a warning', [{check: 'document/links', severity: 'notice'}], warning, 'notice'],
    ['never lowers an error', [{check: 'document/links', severity: 'notice'}], finding(), 'error'],
    ['is for its language', [{locale: 'en', severity: 'error'}], warning, 'warning'],
    [
      'reads the last that fits',
      [
        {locale: 'ko', severity: 'error'},
        {criterion: '2.4.4', severity: 'notice'},
      ],
      warning,
      'notice',
    ],
    [
      'raises no reminder by its criterion',
      [{criterion: '2.4.4', severity: 'error'}],
      {...warning, outcome: 'cantTell'},
      'warning',
    ],
  ]
  test.each(cases)('%s', (_, severity, found, expected) => {
    const [one] = verdict([found], {severity}).findings
    expect(one).toMatchObject({check: 'document/links', severity: expected})
    expect(one?.blocks).toBe(expected === 'error')
  })
})

test('a rule that would take an error for less is said to do nothing', () => {
  const severity = [{check: 'document/links', severity: 'notice'}] as const
  const said = (found: Finding) =>
    verdict([found], {severity}).findings.filter(({check}) => check === 'gate/severity-unheeded')
  expect(said(finding())).toMatchObject([
    {severity: 'notice', message: {values: {of: 'document/links', severity: 'notice', count: 1}}},
  ])
  expect(said(finding({severity: 'warning'}))).toEqual([])
})

test('more warnings than policy allows hold, as many do not', () => {
  const warning = finding({severity: 'warning'})
  expect(verdict([warning, warning], {most: {warning: 2}}).decision).toBe('passed')
  const {decision, findings} = verdict([warning, warning, warning], {most: {warning: 2}})
  expect(decision).toBe('held')
  expect(findings[0]).toMatchObject({
    check: 'gate/too-many-warnings',
    message: {values: {count: 3, limit: 2}},
  })
})

test('more warnings in one language than policy allows hold that language alone', () => {
  const found = [
    finding({severity: 'warning', locale: 'ko'}),
    finding({severity: 'warning', locale: 'en'}),
  ]
  const of = (most: number) => verdict(found, {most: {editions: {ko: {warning: most}}}})
  expect(of(1).decision).toBe('passed')
  expect(of(0).findings.filter(({blocks}) => blocks)).toMatchObject([
    {check: 'gate/too-many-warnings', locale: 'ko', message: {values: {count: 1, limit: 0}}},
  ])
})
