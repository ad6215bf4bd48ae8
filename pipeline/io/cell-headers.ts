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
 * Which headers a screen reader says with each cell: those above it in the columns that it covers,
 * and those before it in its row. Headers that follow one another (`2026`, below it `May`) are all
 * said; those of a later block take the place of an earlier one's. Spans are laid out as in HTML’s
 * table model (https://html.spec.whatwg.org/multipage/tables.html#forming-a-table).
 */
export function cellHeaders<Cell>(
  rows: readonly (readonly PlacedCell<Cell>[])[],
): TableHeaders<Cell> {
  const headers = new Map<Cell, readonly string[]>()
  const above: (readonly string[])[] = []
  /** What each column had in the row above. */
  const last: (PlacedCell<Cell>['role'] | undefined)[] = []
  /** How many more rows each column is taken up by a cell that began higher. */
  const taken: {rows: number; header: string | undefined}[] = []
  let columns = 0
  for (const row of rows) {
    let at = 0
    let before: readonly string[] = []
    let isCellBefore = false
    const head = (name: string) => {
      before = isCellBefore ? [name] : [...before, name]
      isCellBefore = false
    }
    const begun: {from: number; to: number; rows: number; header: string | undefined}[] = []
    for (const {cell, role, name, colspan, rowspan} of row) {
      for (; (taken[at]?.rows ?? 0) > 0; at += 1) {
        const {header} = taken[at] ?? {}
        if (header !== undefined && !before.includes(header)) head(header)
      }
      const to = at + colspan
      const covered = Array.from({length: colspan}, (_, index) => at + index)
      if (role === 'cell') {
        const heads = covered.flatMap((column) => above[column] ?? [])
        const own = [...new Set([...heads, ...before])].filter((text) => text !== '')
        if (own.length > 0) headers.set(cell, own)
        isCellBefore = true
      } else if (role === 'rowheader') head(name)
      for (const column of covered) {
        const stack = last[column] === 'columnheader' ? (above[column] ?? []) : []
        if (role === 'columnheader') above[column] = [...stack, name]
        last[column] = role
      }
      const header = role === 'rowheader' ? name : undefined
      begun.push({from: at, to, rows: rowspan, header})
      at = to
    }
    columns = Math.max(columns, at)
    for (let column = 0; column < columns; column += 1) {
      const {rows: more = 0, header} = taken[column] ?? {}
      taken[column] = {rows: Math.max(0, more - 1), header}
    }
    for (const {from, to, rows: deep, header} of begun) {
      for (let column = from; column < to; column += 1) taken[column] = {rows: deep - 1, header}
    }
  }
  return {columns, headers}
}
