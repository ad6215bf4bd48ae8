import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {mergeSidecars} from '../../pipeline/translate/merge/merge-sidecar.ts'
import {mergeTexts} from '../../pipeline/translate/merge/merge-texts.ts'
import {writeJson} from '../../pipeline/translate/texts.ts'

const json = (value: object) => writeJson(Object.entries(value))

describe('texts', () => {
  const cases: readonly (readonly [string, object, object, object, object])[] = [
    ['nobody', {a: '1'}, {a: '1'}, {a: '1'}, {a: '1'}],
    ['one side', {a: '', b: ''}, {a: '1', b: ''}, {a: '', b: '2'}, {a: '1', b: '2'}],
    ['both alike', {a: ''}, {a: '1'}, {a: '1'}, {a: '1'}],
    [
      'both apart',
      {a: '0', b: ''},
      {a: '1', b: ''},
      {a: '2', b: ''},
      {a: '1', 'a#theirs': '2', b: ''},
    ],
    ['both, one by taking out', {a: '0'}, {}, {a: '2'}, {a: '2'}],
    ['both, one by emptying', {a: '0'}, {a: ''}, {a: '2'}, {a: '2'}],
    ['taken out', {a: '0', b: '1'}, {b: '1'}, {a: '0', b: '1'}, {b: '1'}],
    [
      'new keys',
      {a: '', z: ''},
      {a: '', m: '1', z: ''},
      {a: '', n: '2', z: ''},
      {a: '', n: '2', m: '1', z: ''},
    ],
    [
      'a third translation',
      {a: '1', 'a#theirs': '2'},
      {a: '3', 'a#theirs': '2'},
      {a: '4', 'a#theirs': '2'},
      {a: '3', 'a#theirs-2': '4', 'a#theirs': '2'},
    ],
  ]
  it.each(cases)('changed by %s', (_, base, ours, theirs, expected) => {
    const merged = mergeTexts(json(base), json(ours), json(theirs), false)
    expect(JSON.parse(merged?.text ?? '')).toEqual(expected)
  })

  it('of the source follow ours without a word', () => {
    expect(mergeTexts(json({a: '0'}), json({a: '1'}), json({a: '2'}), true)).toEqual({
      text: json({a: '1'}),
      conflicts: [],
    })
  })

  it('that cannot be read are not merged', () => {
    expect(mergeTexts('{}', '{"a": ', '{}', false)).toBeUndefined()
  })

  it('are never lost', () => {
    const file = fc.dictionary(
      fc.constantFrom('a', 'b', 'c', 'd'),
      fc.constantFrom('', '1', '2', '3'),
    )
    fc.assert(
      fc.property(file, file, file, (base, ours, theirs) => {
        const text = mergeTexts(json(base), json(ours), json(theirs), false)?.text ?? '{}'
        const kept = JSON.parse(text) as Record<string, string>
        for (const side of [ours, theirs])
          for (const [key, written] of Object.entries(side))
            if (written !== '' && written !== base[key])
              expect([kept[key], kept[`${key}#theirs`]]).toContain(written)
      }),
    )
  })
})

describe('sidecars', () => {
  const made = {source: 'S0', state: 'translated', origin: 'person', targetHash: 'T0'}
  const cases: readonly (readonly [string, object, object, object, object])[] = [
    [
      'a translation here, a new source there: it is stale',
      made,
      {...made, targetHash: 'T1'},
      {...made, source: 'S1', previousSource: 'S0'},
      {...made, source: 'S1', previousSource: 'S0', targetHash: 'T1'},
    ],
    [
      'a new source here, its translation there: it holds',
      {...made, source: 'S1', previousSource: 'S0'},
      {...made, source: 'S1', previousSource: 'S0', note: 'n'},
      {...made, source: 'S1', targetHash: 'T1'},
      {...made, source: 'S1', targetHash: 'T1', note: 'n'},
    ],
    [
      'accepted here, reviewed there',
      {...made, source: 'S1', previousSource: 'S0'},
      {...made, source: 'S1'},
      {...made, source: 'S1', previousSource: 'S0', state: 'reviewed'},
      {...made, source: 'S1', state: 'reviewed'},
    ],
    [
      'two translations: ours',
      made,
      {...made, targetHash: 'T1'},
      {...made, targetHash: 'T2'},
      {...made, targetHash: 'T1'},
    ],
    ['two notes: both', made, {...made, note: 'a'}, {...made, note: 'b'}, {...made, note: 'a\nb'}],
    [
      'waivers of both',
      {...made, waivers: []},
      {...made, waivers: [{check: 'a'}]},
      {...made, waivers: [{check: 'b'}, {check: 'a'}]},
      {...made, waivers: [{check: 'a'}, {check: 'b'}]},
    ],
    [
      'a field of another tool on both sides: both',
      {...made, score: 1},
      {...made, score: 2},
      {...made, score: 3},
      {...made, score: 2, 'score#theirs': 3},
    ],
  ]
  it.each(cases)('%s', (_, base, ours, theirs, expected) => {
    const file = (unit: object) => json({units: {k: unit}, retired: {}})
    const merged = JSON.parse(mergeSidecars(file(base), file(ours), file(theirs)) ?? '') as unknown
    expect(merged).toEqual({units: {k: expected}, retired: {}})
  })

  it('retired here, translated anew there: both are kept', () => {
    const gone = {kind: 'paragraph', source: 'S0', target: '글', state: 'translated'}
    const merged = mergeSidecars(
      json({units: {k: made}, retired: {}}),
      json({units: {}, retired: {k: gone}}),
      json({units: {k: {...made, targetHash: 'T1'}}, retired: {}}),
    )
    expect(JSON.parse(merged ?? '')).toEqual({
      units: {k: {...made, targetHash: 'T1'}},
      retired: {k: gone},
    })
  })

  it('retired on both sides with two texts: both are kept', () => {
    const gone = (target: string) => ({kind: 'paragraph', source: 'S', target, state: 'draft'})
    const merged = mergeSidecars(
      json({units: {}, retired: {}}),
      json({units: {}, retired: {k: gone('하나')}}),
      json({units: {}, retired: {k: gone('둘')}}),
    )
    const {retired} = JSON.parse(merged ?? '') as {retired: Record<string, {target: string}>}
    expect(Object.values(retired).map(({target}) => target)).toEqual(['하나', '둘'])
  })
})
