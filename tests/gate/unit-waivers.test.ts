import {describe, expect, test} from 'vitest'
import {gate} from '../../pipeline/gate/gate.ts'
import type {Unit, UnitWaiver} from '../../pipeline/model/catalog.ts'
import {edition, finding, quiet} from './case.ts'

const waiver: UnitWaiver = {
  check: 'translation/particles',
  reason: 'A slogan, quoted as it was painted.',
  owner: 'desk',
}

function verdict(waivers: readonly UnitWaiver[], unit = 'paragraph-1') {
  const carries: Unit = {
    key: 'paragraph-1',
    kind: 'paragraph',
    source: 'x',
    target: '번역를',
    state: 'translated',
    stale: false,
    previousSource: undefined,
    origin: undefined,
    note: undefined,
    waivers,
  }
  const found = finding({
    check: 'translation/particles',
    message: {key: 'translation/particles/certain', values: {}},
    place: {file: 'locales/ko/story.json', unit},
    locale: 'ko',
    article: 'story',
  })
  const editions = [{...edition('story', 'ko'), units: [carries]}]
  return gate({...quiet, editions, findings: [found]})
}

describe('a waiver in the sidecar', () => {
  test('excuses the findings of its check on its unit', () => {
    const {decision, findings} = verdict([waiver])
    expect(decision).toBe('passed')
    expect(findings).toMatchObject([{waived: {unit: 'paragraph-1', owner: 'desk'}, blocks: false}])
  })

  test('may name one message of the check', () => {
    expect(verdict([{...waiver, check: 'translation/particles/certain'}]).decision).toBe('passed')
    expect(verdict([{...waiver, check: 'translation/particles/latin'}]).decision).toBe('held')
  })

  test.each([
    ['another unit’s finding', waiver, 'paragraph-2', 'gate/waiver-unused'],
    ['another check', {...waiver, check: 'translation/numbers'}, undefined, 'gate/waiver-unused'],
    [
      'nothing after its last day',
      {...waiver, expires: '2026-11-23'},
      undefined,
      'gate/waiver-expired',
    ],
    ['nothing without a reason', {...waiver, reason: ' '}, undefined, 'gate/waiver-incomplete'],
    [
      'nothing with a day that is none',
      {...waiver, expires: '2026-13-45'},
      undefined,
      'gate/waiver-incomplete',
    ],
  ])('excuses %s: not', (_, one, unit, check) => {
    const {decision, findings} = verdict([one], unit)
    expect(decision).toBe('held')
    expect(findings).toContainEqual(
      expect.objectContaining({
        check,
        place: {file: 'locales/ko/story.units.json', unit: 'paragraph-1'},
        locale: 'ko',
        article: 'story',
      }),
    )
  })
})
