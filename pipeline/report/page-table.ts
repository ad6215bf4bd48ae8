import picocolors from 'picocolors'
import type {PageSummary} from '../model/audit.ts'
import type {Speaker} from '../words/speaker.ts'
import {clean} from './clean.ts'
import {padded, widthsOf} from './padded.ts'

/** What is said of each audited page, as text. */
export function pageCells({path, found, decision}: PageSummary, words: Speaker): readonly string[] {
  return [
    clean(path),
    words.number(found.error),
    words.number(found.warning),
    words.number(found.notice),
    words.say('report', `edition.${decision}`),
  ]
}

/** The columns of `pageCells`, by the keys of their names. */
export const pageColumns = [
  'audit.page',
  'column.errors',
  'column.warnings',
  'column.notices',
  'column.verdict',
] as const

const most = 20

/** One line a page that is held or has an error, of many those with the most; the others are counted. */
export function pageTable(pages: readonly PageSummary[], words: Speaker, colour: boolean): string {
  if (pages.length === 0) return words.say('report', 'audit.none')
  const {told, more} = pagesTold(pages, words)
  const rows = [
    pageColumns.map((key) => words.say('report', key)),
    ...told.map((page) => pageCells(page, words)),
  ]
  const widths = widthsOf(rows)
  const colours = picocolors.createColors(colour)
  const lines = rows.map((row, line) => {
    const cells = row.map((cell, index) =>
      padded(cell, widths[index] ?? 0, index === 0 || index === row.length - 1 ? 'end' : 'start'),
    )
    const text = cells.join('  ').trimEnd()
    if (line === 0) return colours.dim(text)
    return told[line - 1]?.decision === 'release' ? text : colours.red(text)
  })
  return [...lines, ...more].join('\n')
}

/** The pages that have a line of their own, and sentences that count the others. */
export function pagesTold(
  pages: readonly PageSummary[],
  words: Speaker,
): {readonly told: readonly PageSummary[]; readonly more: readonly string[]} {
  const due = pages.length <= most ? pages : pages.filter((page) => isTold(page))
  const byErrors = due.toSorted((a, b) => b.found.error - a.found.error)
  const worst = new Set(byErrors.slice(0, most))
  const told = due.filter((page) => worst.has(page))
  const counted = [
    ['audit.rest', due.length - told.length],
    ['audit.more', pages.length - due.length],
  ] as const
  const more = counted.flatMap(([key, count]) =>
    count === 0 ? [] : [words.say('report', key, {count})],
  )
  return {told, more}
}

function isTold({decision, found}: PageSummary): boolean {
  return decision === 'hold' || found.error > 0
}
