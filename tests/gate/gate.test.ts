import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {gate, type Case} from '../../pipeline/gate/gate.ts'
import {likeness} from '../../pipeline/gate/known.ts'
import type {Finding} from '../../pipeline/model/finding.ts'
import type {Waiver} from '../../pipeline/model/verdict.ts'
import {edition, finding, policy, quiet, waiver} from './case.ts'

/** The editions that are held: `story/ko`. */
function held(of: Partial<Case>): readonly string[] {
  return gate({...quiet, ...of})
    .editions.filter(({decision}) => decision === 'hold')
    .map(({slug, locale}) => `${slug}/${locale}`)
}

function on(waivers: readonly Waiver[], findings: readonly Finding[] = [finding()]) {
  return gate({...quiet, findings, policy: {...policy, waivers}})
}

function ids(...findings: readonly Finding[]): readonly string[] {
  return gate({...quiet, findings}).findings.map(({id}) => id)
}

function at(severity: Finding['severity'], file: string, line: number, check: string): Finding {
  return finding({severity, check, place: {file, line}})
}

const all = ['story/en', 'story/ko', 'other/en']

describe('what a finding counts against', () => {
  test.each([
    ['the edition it names', {article: 'story', locale: 'ko'}, ['story/ko']],
    ['every edition of a locale', {locale: 'en'}, ['story/en', 'other/en']],
    ['every edition of an article', {article: 'story'}, ['story/en', 'story/ko']],
    ['everything', {}, all],
    ['no other article where it has no edition', {article: 'broken', locale: 'en'}, []],
    ['everything where its locale has no edition', {locale: 'ja'}, all],
  ])('%s', (_, about, expected) => {
    expect(held({findings: [finding(about)]})).toEqual(expected)
    expect(gate({...quiet, findings: [finding(about)]}).decision).toBe('held')
  })

  test('the siblings of what it holds, where editions go out together', () => {
    const findings = [finding({article: 'story', locale: 'ko'})]
    expect(held({findings, policy: {...policy, together: true}})).toEqual(['story/en', 'story/ko'])
    const verdict = gate({...quiet, findings, policy: {...policy, together: true}})
    expect(verdict.editions[0]?.because).toEqual([0])
  })
})

test('a reminder for a person only asks, unless policy blocks notices', () => {
  const about = {severity: 'notice', outcome: 'cantTell'} as const
  const judge = (of: Partial<Finding>, block: ('warning' | 'notice')[] = []) =>
    gate({...quiet, findings: [finding(of)], policy: {...policy, block}}).findings[0]
  expect(judge(about)).toMatchObject({asks: true, blocks: false})
  expect(judge(about, ['notice'])).toMatchObject({asks: false, blocks: true})
  expect(judge({severity: 'notice'})).toMatchObject({asks: false, blocks: false})
  expect(judge({outcome: 'cantTell'})).toMatchObject({asks: false, blocks: true})
})

describe('the gate fails closed', () => {
  test.each([
    ['no editions', {editions: []}],
    ['no check ran', {checked: {}}],
    ['checks ran on nothing', {checked: {'document/links': 0}}],
    ['what could not be checked', {findings: [finding({outcome: 'cantTell'})]}],
  ] as const)('%s', (_, of) => {
    const verdict = gate({...quiet, ...of})
    expect(verdict.decision).toBe('held')
    expect(verdict.editions.every(({decision}) => decision === 'hold')).toBe(true)
  })

  test.each([
    ['untranslated', {untranslated: 2, translated: 8}, 'gate/untranslated'],
    ['not as far as policy asks', {translated: 7}, 'gate/unready'],
  ])('holds an edition whose units are %s', (_, progress, key) => {
    const editions = [edition('story', 'en'), edition('story', 'ko', progress)]
    const verdict = gate({...quiet, editions})
    expect(held({editions})).toEqual(['story/ko'])
    expect(verdict.findings.map(({check}) => check)).toEqual([key])
  })

  test('lets a locale that policy does not name out only when it is whole', () => {
    const silent = {...policy, state: {}, missing: {}, stale: {}}
    const progress = [{untranslated: 1, translated: 9}, {stale: 1}, {translated: 9}, {}]
    const editions = progress.map((one, index) => edition(`s${index}`, 'ko', one))
    expect(held({editions, policy: silent})).toEqual(['s0/ko', 's1/ko', 's2/ko'])
  })

  test('shows the source or the old translation where policy says so', () => {
    const lenient = {...policy, missing: {ko: 'source'}, stale: {ko: 'notice'}} as const
    const editions = [edition('story', 'ko', {untranslated: 2, translated: 8, stale: 3})]
    expect(held({editions, policy: lenient})).toEqual([])
  })
})

describe('severities', () => {
  test.each([
    ['error', [], all],
    ['warning', [], []],
    ['notice', [], []],
    ['warning', ['warning'], all],
    ['notice', ['warning'], []],
    ['notice', ['notice'], all],
  ] as const)('%s under block %j', (severity, block, expected) => {
    expect(held({findings: [finding({severity})], policy: {...policy, block}})).toEqual(expected)
  })
})

describe('waivers', () => {
  test('excuse one finding', () => {
    const verdict = on([waiver], [finding(), finding({check: 'document/language'})])
    expect(
      verdict.findings.map(({check, blocks, waived}) => [check, blocks, waived?.owner]),
    ).toEqual([
      ['document/language', true, undefined],
      ['document/links', false, 'desk@paper.example'],
    ])
  })

  test('hold on their last day and not after', () => {
    expect(on([{...waiver, expires: '2026-11-24'}]).decision).toBe('passed')
    const late = on([{...waiver, expires: '2026-11-23'}])
    expect(late.decision).toBe('held')
    expect(late.findings.map(({check, severity}) => `${severity} ${check}`)).toEqual([
      'error document/links',
      'warning gate/waiver-expired',
    ])
  })

  test('that nobody answers for excuse nothing', () => {
    const days = ['never', '2026-99-99', '2027-02-30'].map((expires) => ({expires}))
    for (const part of [{reason: ' '}, {owner: ''}, ...days]) {
      const verdict = on([{...waiver, ...part}])
      expect(verdict.decision).toBe('held')
      expect(verdict.findings.map(({check}) => check)).toContain('gate/waiver-incomplete')
    }
  })

  test('that are not needed are pointed out, and never hold', () => {
    const verdict = gate({...quiet, policy: {...policy, block: ['notice'], waivers: [waiver]}})
    expect(verdict.findings.map(({check, severity}) => `${severity} ${check}`)).toEqual([
      'notice gate/waiver-unused',
    ])
    expect(verdict.decision).toBe('passed')
  })

  test.each([
    ['an element that nothing is wrong with', {selector: 'p.pale'}, ['warning', 'p.pale']],
    [
      'a fingerprint of something else',
      {fingerprint: '0123456789abcdef'},
      ['warning', '0123456789abcdef'],
    ],
    ['a file without such findings', {file: 'ko/*', selector: 'p.pale'}, ['notice', undefined]],
    [
      'an element, while another waiver excuses the rest',
      {selector: 'p.pale'},
      ['notice', undefined],
      [{}],
    ],
  ] as const)(
    'that name %s say what may be meant',
    (_, part, said, others: readonly object[] = []) => {
      const one = finding({place: {file: waiver.file, selector: 'html > body > p'}})
      const waivers = [{...waiver, ...part}, ...others.map((other) => ({...waiver, ...other}))]
      const {findings} = gate({...quiet, findings: [one], policy: {...policy, waivers}})
      const unused = findings.filter(({check}) => check === 'gate/waiver-unused')
      expect(unused.map(({severity, message}) => [severity, message.values['named']])).toEqual([
        said,
      ])
      if (said[0] === 'warning')
        expect(unused[0]?.message.values['fingerprints']).toMatch(/^[\da-f]{16}$/)
    },
  )

  test('by a place among siblings are pointed out with the fingerprint to name, and never hold', () => {
    const one = finding({place: {file: 'en/a', selector: 'html > body > p:nth-child(3)'}})
    const noticed = (part: Partial<Waiver>) => {
      const waivers = [{...waiver, ...part}]
      const verdict = gate({
        ...quiet,
        findings: [one],
        policy: {...policy, block: ['notice'], waivers},
      })
      expect(verdict.decision).toBe('passed')
      return verdict.findings
        .filter(({check}) => check === 'gate/waiver-by-place')
        .map(({message}) => message.values['fingerprints'])
    }
    const selector = one.place.selector
    const fingerprint = likeness(one)
    expect(noticed({selector})).toEqual([fingerprint])
    expect(noticed({fingerprint})).toEqual([])
    expect(noticed({selector, fingerprint})).toEqual([])
    expect(noticed({})).toEqual([])
  })

  test('by a place that excuse very many name five of them', () => {
    const selector = 'html > body > p:nth-child(3)'
    const findings = 'abcdefg'
      .split('')
      .map((excerpt) => finding({excerpt, place: {file: 'en/a', selector}}))
    const waivers = [{...waiver, selector}]
    const verdict = gate({...quiet, findings, policy: {...policy, waivers}})
    const noticed = verdict.findings.find(({check}) => check === 'gate/waiver-by-place')
    const named = findings.slice(0, 5).map(likeness)
    expect(String(noticed?.message.values['fingerprints'])).toBe([...named, '…'].join(', '))
  })

  test('never hold on a day that is no day', () => {
    expect(
      gate({...quiet, findings: [finding()], policy: {...policy, waivers: [waiver]}, today: ''})
        .decision,
    ).toBe('held')
  })
})

test('findings are in order: severity, file, line, check', () => {
  const order = [
    at('error', 'a', 1, 'x/b'),
    at('error', 'a', 2, 'x/a'),
    at('error', 'b', 1, 'x/a'),
    at('warning', 'a', 1, 'x/a'),
    at('notice', 'a', 1, 'x/a'),
  ]
  const {findings} = gate({...quiet, findings: order.toReversed()})
  expect(
    findings.map(({place, severity, check}) => [severity, place.file, place.line, check]),
  ).toEqual(order.map(({place, severity, check}) => [severity, place.file, place.line, check]))
})

test('ids stay with a finding that moves down its file, and tell like ones apart', () => {
  const [id] = ids(finding())
  expect(id).toBe('0bff6ff5e6bf11df')
  expect(ids(finding({place: {file: 'en/story/index.html', line: 30}}))).toEqual([id])
  expect(ids(finding(), finding({place: {file: 'en/story/index.html', line: 30}}))).toEqual([
    id,
    `${id}-2`,
  ])
  expect(ids(finding({excerpt: 'x'}))).not.toEqual([id])
})

const anyPlace = {
  outcome: fc.constantFrom('failed', 'cantTell'),
  severity: fc.constantFrom('error', 'warning', 'notice'),
  locale: fc.constantFrom('en', 'ko', 'ja', undefined),
  article: fc.constantFrom('story', 'other', 'gone', undefined),
} as const

const elsewhere = fc
  .record({
    ...anyPlace,
    check: fc.constantFrom('document/links', 'axe/color-contrast'),
    file: fc.constantFrom('en/story/index.html', 'ko/story/index.html', 'publication.json'),
    line: fc.nat(3),
  })
  .map(({file, line, ...about}) => finding({...about, place: {file, line}}))

const text = {file: 'locales/ko/story.json', line: 3}

/** Of one text, and of a page that shows it. */
const ofText = fc
  .record({
    ...anyPlace,
    check: fc.constantFrom('translation/untranslated', 'document/language-of-parts'),
    pages: fc.option(
      fc.array(fc.record({locale: anyPlace.locale, article: anyPlace.article}), {minLength: 1}),
    ),
  })
  .map(({check, pages, ...about}) => {
    const isPage = check === 'document/language-of-parts'
    const page = 'ko/story/index.html'
    return finding({
      ...about,
      check,
      place: isPage ? {file: page, source: {...text, column: 1}} : text,
      ...(isPage &&
        pages && {pages: pages.map((one) => ({file: page, views: [], pictures: [], ...one}))}),
    })
  })

const anyFinding = fc.oneof(elsewhere, ofText)

const anyCase = fc.record({
  editions: fc.subarray([...quiet.editions]),
  findings: fc.array(anyFinding, {maxLength: 4}),
  checked: fc.constantFrom({}, {'document/links': 0}, {'document/links': 2}),
  today: fc.constant('2026-11-24'),
  policy: fc.record({
    state: fc.constant({}),
    missing: fc.constant({}),
    stale: fc.constant({}),
    tolerance: fc.constant(policy.tolerance),
    block: fc.subarray(['warning', 'notice'] as const),
    together: fc.boolean(),
    most: fc.constantFrom({}, {warning: 1, notice: 0}, {editions: {ko: {warning: 1, notice: 1}}}),
    waivers: fc.array(
      fc.record({
        check: fc.constantFrom('document/links', 'gate/nothing-checked'),
        file: fc.constantFrom('*', 'en/*', 'publication.json'),
        selector: fc.constant(undefined),
        unit: fc.constant(undefined),
        reason: fc.constantFrom('', 'because'),
        owner: fc.constant('me'),
        expires: fc.constantFrom('2026-11-23', '2026-12-31'),
      }),
      {maxLength: 2},
    ),
  }),
})

describe('laws', () => {
  test('no finding that is added lets anything out', () => {
    fc.assert(
      fc.property(anyCase, anyFinding, fc.nat(4), (before, added, index) => {
        const after = gate({...before, findings: before.findings.toSpliced(index, 0, added)})
        const was = gate(before)
        if (was.decision === 'held') expect(after.decision).toBe('held')
        was.editions.forEach(({decision}, place) => {
          if (decision === 'hold') expect(after.editions[place]?.decision).toBe('hold')
        })
      }),
      {numRuns: 5000},
    )
  })

  test('what says a text is wrong brings no run below its limit, though its pages say it no more', () => {
    const ofPage = (line: number) =>
      finding({
        check: 'document/language-of-parts',
        severity: 'warning',
        place: {file: 'ko/story/index.html', line, source: {...text, column: 1}},
        article: 'story',
        locale: 'ko',
      })
    const said = finding({
      check: 'translation/untranslated',
      severity: 'warning',
      place: text,
      article: 'story',
      locale: 'ko',
    })
    const limited = {...policy, block: ['warning'], most: {warning: 1}} as const
    const decisionsOn = (findings: readonly Finding[]) =>
      gate({...quiet, findings, policy: limited}).editions.map(({decision}) => decision)
    const was = decisionsOn([ofPage(1), ofPage(2)])
    expect(was).toContain('hold')
    expect(decisionsOn([ofPage(1), ofPage(2), said])).toEqual(was)
  })

  test('the order in which findings come changes nothing', () => {
    fc.assert(
      fc.property(anyCase, (of) => {
        expect(gate({...of, findings: of.findings.toReversed()})).toEqual(gate(of))
      }),
    )
  })

  test('each held edition says why, and each reason blocks', () => {
    fc.assert(
      fc.property(anyCase, (of) => {
        const {editions, findings} = gate(of)
        for (const {decision, because} of editions) {
          expect(decision === 'hold').toBe(because.length > 0)
          for (const index of because) expect(findings[index]?.blocks).toBe(true)
        }
      }),
    )
  })

  test('what passes holds no edition', () => {
    fc.assert(
      fc.property(anyCase, (of) => {
        const {decision, editions} = gate(of)
        if (decision === 'passed') {
          expect(editions.length).toBeGreaterThan(0)
          expect(editions.every((one) => one.decision === 'release')).toBe(true)
        }
      }),
    )
  })
})
