/** A cell as it stands in its row. */
export interface PlacedCell<Cell> {
  readonly cell: Cell
  readonly role: 'cell' | 'columnheader' | 'rowheader'
  readonly name: string
  readonly colspan: number
  readonly rowspan: number
}

/** What is known of a table that is read row by row. */
export interface TableHeaders<Cell> {
  readonly columns: number
  /** The names of the headers of each cell that has some, the column's first. */
  readonly headers: ReadonlyMap<Cell, readonly string[]>
}

/**
 * Which headers a screen reader says with each cell: the nearest header above it in its column, and
 * the nearest before it in its row. Spans are laid out as in HTML’s table model
 * (https://html.spec.whatwg.org/multipage/tables.html#forming-a-table).
 */
export function cellHeaders<Cell>(
  rows: readonly (readonly PlacedCell<Cell>[])[],
): TableHeaders<Cell> {
  const headers = new Map<Cell, readonly string[]>()
  const above: string[] = []
  /** How many more rows each column is taken up by a cell that began higher. */
  const taken: number[] = []
  let columns = 0
  for (const row of rows) {
    let at = 0
    let before = ''
    const begun: {from: number; to: number; rows: number}[] = []
    for (const {cell, role, name, colspan, rowspan} of row) {
      while ((taken[at] ?? 0) > 0) at += 1
      const to = at + colspan
      if (role === 'cell') {
        const own = [above[at] ?? '', before].filter((text) => text !== '')
        if (own.length > 0) headers.set(cell, own)
      } else if (role === 'rowheader') before = name
      else for (let column = at; column < to; column += 1) above[column] = name
      begun.push({from: at, to, rows: rowspan})
      at = to
    }
    columns = Math.max(columns, at)
    for (let column = 0; column < columns; column += 1) {
      taken[column] = Math.max(0, (taken[column] ?? 0) - 1)
    }
    for (const {from, to, rows: deep} of begun) {
      for (let column = from; column < to; column += 1) taken[column] = deep - 1
    }
  }
  return {columns, headers}
}
