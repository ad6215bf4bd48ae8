import stringWidth from 'string-width'

/** A text with spaces behind it, or before it, to fill so many columns of a terminal: Korean letters take two. */
export function padded(text: string, columns: number, side: 'start' | 'end' = 'end'): string {
  const gap = ' '.repeat(Math.max(0, columns - stringWidth(text)))
  return side === 'end' ? text + gap : gap + text
}

/** How many columns of a terminal each column of a table takes. */
export function widthsOf(rows: readonly (readonly string[])[]): readonly number[] {
  const [first = []] = rows
  return first.map((_, index) => Math.max(...rows.map((row) => stringWidth(row[index] ?? ''))))
}
