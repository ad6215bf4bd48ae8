import {describe, expect, test} from 'vitest'
import {cellHeaders, type PlacedCell} from '../../pipeline/io/cell-headers.ts'

/** `A` is a column's header, `:A` a row's, `a` a cell; `2x3` before it are its columns and rows. */
function table(...rows: readonly string[]) {
  return rows.map((row) =>
    row.split(' ').map((written): PlacedCell<string> => {
      const [, colspan = '1', rowspan = '1', name = ''] = /^(?:(\d)x(\d))?(.+)$/.exec(written) ?? []
      const role = name.startsWith(':')
        ? 'rowheader'
        : /^[A-Z]/.test(name)
          ? 'columnheader'
          : 'cell'
      return {
        cell: name,
        role,
        name: name.replace(/^:/, ''),
        colspan: Number(colspan),
        rowspan: Number(rowspan),
      }
    }),
  )
}

describe('each cell is told with the headers of its column and row', () => {
  const cases: readonly (readonly [
    what: string,
    rows: readonly string[],
    columns: number,
    headers: Readonly<Record<string, readonly string[]>>,
  ])[] = [
    ['columns', ['A B', 'a b'], 2, {a: ['A'], b: ['B']}],
    ['rows', [':A a', ':B b'], 2, {a: ['A'], b: ['B']}],
    ['both', ['- X Y', ':A a b'], 3, {a: ['X', 'A'], b: ['Y', 'A']}],
    ['a header over two columns', ['2x1A B', 'a b c'], 3, {a: ['A'], b: ['A'], c: ['B']}],
    ['a row’s header of two rows', ['- X', '1x2:A a', 'b'], 2, {a: ['X', 'A'], b: ['X', 'A']}],
    ['a row’s header within another’s', ['1x2:A :M a', ':N b'], 3, {a: ['A', 'M'], b: ['A', 'N']}],
    [
      'headers of columns below the one over them',
      ['1x2- 2x1A', 'B C', ':r b c'],
      3,
      {b: ['A', 'B', 'r'], c: ['A', 'C', 'r']},
    ],
    ['a cell over two columns', ['A B', '2x1a'], 2, {a: ['A', 'B']}],
    ['a second row of headers', ['A B', 'a b', 'C D', 'c d'], 2, {a: ['A'], c: ['C'], d: ['D']}],
    ['none', ['a b'], 2, {}],
    ['no row', [], 0, {}],
  ]
  test.each(cases)('%s', (_, rows, columns, wanted) => {
    const found = cellHeaders(table(...rows))
    expect(found.columns).toBe(columns)
    expect(Object.fromEntries(found.headers)).toMatchObject(wanted)
    if (Object.keys(wanted).length === 0) expect(found.headers.size).toBe(0)
  })
})
