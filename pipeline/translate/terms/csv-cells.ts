import {CsvError, parse} from 'csv-parse/sync'
import type {Spot} from '../../model/spot.ts'

/** A cell, and where it begins. */
export interface Cell {
  readonly text: string
  readonly spot: Spot
}

const delimiters = [',', ';', '\t']
const recordDelimiters = ['\r\n', '\n', '\r']

/** A file's rows of cells; or where it cannot be read on. Empty lines are left out. */
export function readCells(
  text: string,
): {readonly rows: readonly (readonly Cell[])[]} | {readonly fault: Spot} {
  const body = text.replace(/^\uFEFF/u, '')
  const bytes = new TextEncoder().encode(body)
  const spotAfter = placesIn(bytes)
  const rows: Cell[][] = []
  let end: number | undefined
  try {
    parse(body, {
      delimiter: delimiterOf(body),
      record_delimiter: recordDelimiters,
      relax_column_count: true,
      skip_empty_lines: true,
      cast: (value, {bytes: at, column}) => {
        if (column === 0) rows.push([])
        rows.at(-1)?.push({text: value, spot: spotAfter(end, column === 0)})
        end = at
        return value
      },
    })
    return {rows}
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const {column} = error
    return {fault: spotAfter(end, column === 0)}
  }
}

/** Spreadsheets write commas, semicolons or tabs as their country is used to: what splits the first row most. */
function delimiterOf(text: string): string {
  const widths = delimiters.map((delimiter) => {
    const options = {delimiter, record_delimiter: recordDelimiters, relax_quotes: true, to: 1}
    try {
      return parse(text, {...options, relax_column_count: true})[0]?.length ?? 0
    } catch {
      return 0
    }
  })
  return delimiters[widths.indexOf(Math.max(...widths))] ?? ','
}

const [lineFeed, carriageReturn] = [10, 13]

/** Finds the place of the cell behind the one that ends at a byte. */
function placesIn(bytes: Uint8Array): (end: number | undefined, isFirst: boolean) => Spot {
  const isBreak = (at: number) => {
    const byte = bytes[at]
    return byte === lineFeed || byte === carriageReturn
  }
  const starts = [0]
  for (let at = 0; at < bytes.length; at++) {
    if (!isBreak(at)) continue
    if (bytes[at] === carriageReturn && bytes[at + 1] === lineFeed) at++
    starts.push(at + 1)
  }
  let line = 1
  return (end, isFirst) => {
    let start = end === undefined ? 0 : isFirst ? end : end + 1
    if (isFirst) while (isBreak(start)) start++
    while ((starts[line] ?? Infinity) <= start) line++
    const before = bytes.subarray(starts[line - 1], start)
    return {line, column: new TextDecoder().decode(before).length + 1}
  }
}

// A cell that begins like this is a formula to a spreadsheet, and can do what its author wants.
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/u

/** A text that no spreadsheet takes for a formula. */
export function guarded(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** A text as it was before `guarded`. */
export function unguarded(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text
}
