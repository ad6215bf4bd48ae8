import {expect, test} from 'vitest'
import {inlineParserFor} from '../../../pipeline/markdown/inline.ts'
import {parseMarkdown} from '../../../pipeline/markdown/parse.ts'
import type {Unit} from '../../../pipeline/model/catalog.ts'
import {readStamp, stamp} from '../../../pipeline/translate/exchange/base.ts'
import type {ReadUnit} from '../../../pipeline/translate/exchange/formats.ts'
import {recognise} from '../../../pipeline/translate/exchange/recognise.ts'

const parse = inlineParserFor(parseMarkdown(''))
const storm = unit('paragraph-1', 'A storm came.', '폭풍이 왔다.')
const yes = unit('cell-1', 'Yes', '예')
const again = unit('cell-2', 'Yes', '응')
const units = [storm, yes, again]

test.each<readonly [string, ReadUnit, string | undefined]>([
  ['its key', back(yes, {key: 'cell-2'}), 'cell-2'],
  ['its source', back(storm, {base: undefined}), 'paragraph-1'],
  ['its source at export', back(storm, {source: 'A  storm came.'}), 'paragraph-1'],
  ['its translation at export, of two with one source', back(again, {target: '그래'}), 'cell-2'],
  ['nothing, where it could be either', back(again, {base: undefined}), undefined],
  ['nothing, where no unit has its source', back(unit('x', 'Snow.', '눈.')), undefined],
])('a text is known by %s', (_, read, key) => {
  expect(recognise(units, [read], {parse})).toEqual([{...read, key}])
})

test('no unit is given to two texts', () => {
  const keys = recognise(units, [back(storm), back(storm), back(yes), back(again)], {parse})
  expect(keys.map(({key}) => key)).toEqual(['paragraph-1', undefined, 'cell-1', 'cell-2'])
})

test('the previous source of a stale unit is its source too', () => {
  const today = {...storm, source: 'A typhoon came.', stale: true, previousSource: storm.source}
  expect(recognise([today], [back(storm)], {parse})[0]?.key).toBe('paragraph-1')
})

function unit(key: string, source: string, target: string): Unit {
  return {
    key,
    kind: 'paragraph',
    source,
    target,
    state: 'translated',
    stale: false,
    previousSource: undefined,
    origin: 'person',
    note: undefined,
  }
}

/** A unit as it comes back, without its key. */
function back(exported: Unit, change: Partial<ReadUnit> = {}): ReadUnit {
  const {source, target, note} = exported
  const base = readStamp(stamp(exported))
  const spot = {line: 1, column: 1}
  return {key: undefined, source, target, standing: 'translated', note, base, ...spot, ...change}
}
