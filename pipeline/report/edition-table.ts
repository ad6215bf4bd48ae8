import picocolors from 'picocolors'
import stringWidth from 'string-width'
import type {EditionSummary} from '../model/run.ts'
import type {Speaker} from '../words/speaker.ts'
import {clean} from './clean.ts'
import {padded, widthsOf} from './padded.ts'

/** One line an edition, aligned by the width terminals give Korean and Latin letters; the headline gives way. */
export function editionTable(
  editions: readonly EditionSummary[],
  words: Speaker,
  screen: {readonly columns: number; readonly colour: boolean},
): string {
  if (editions.length === 0) return words.say('report', 'editions.none')
  const rows = [
    editionColumns.map((name) => words.say('report', `column.${name}`)),
    ...editions.map((edition) => editionCells(edition, words)),
  ]
  const widths = widthsOf(rows)
  const others = widths.reduce((sum, width, index) => sum + (index === HEADLINE ? 2 : width + 2), 0)
  const room = Math.max(12, Math.min(widths[HEADLINE] ?? 0, (screen.columns || 80) - others))
  const colours = picocolors.createColors(screen.colour)
  return rows
    .map((row, line) => {
      const cells = row.map((cell, index) =>
        index === HEADLINE
          ? padded(cutTo(room, cell), room)
          : padded(
              cell,
              widths[index] ?? 0,
              index > HEADLINE && index < row.length - 1 ? 'start' : 'end',
            ),
      )
      if (line === 0) return colours.dim(cells.join('  ').trimEnd())
      const decision = editions[line - 1]?.decision
      const last = cells.at(-1)?.trimEnd() ?? ''
      const verdict = decision === 'release' ? colours.green(last) : colours.red(last)
      return [...cells.slice(0, -1), verdict].join('  ')
    })
    .join('\n')
}

/** What is said of each edition: words by `column.<name>`. */
export const editionColumns = [
  'language',
  'headline',
  'words',
  'translated',
  'errors',
  'warnings',
  'notices',
  'verdict',
] as const

const HEADLINE = 1

/** The same line as text, in the order of `editionColumns`. */
export function editionCells(
  {locale, headline, progress, found, decision}: EditionSummary,
  words: Speaker,
): readonly string[] {
  const {translated, units} = progress
  return [
    locale,
    clean(headline),
    words.number(progress.words),
    translatedShare(translated, units, words),
    words.number(found.error),
    words.number(found.warning),
    words.number(found.notice),
    words.say('report', `edition.${decision}`),
  ]
}

/** `52/52 (100%)`; never 100 % while a unit is missing. */
function translatedShare(translated: number, units: number, words: Speaker): string {
  if (units === 0) return '–'
  const share = Math.floor((translated / units) * 100)
  return `${words.number(translated)}/${words.number(units)} (${share}%)`
}

function cutTo(width: number, text: string): string {
  return stringWidth(text) > width ? `${fitting(text, width - 1)}…` : text
}

const characters = new Intl.Segmenter('und', {granularity: 'grapheme'})

function fitting(text: string, width: number): string {
  let kept = ''
  for (const {segment} of characters.segment(text)) {
    if (stringWidth(kept + segment) > width) break
    kept += segment
  }
  return kept
}
