import {joined, type Block} from './block.ts'
import {byline} from './byline.ts'
import {dateline} from './dateline.ts'
import type {Note} from './ingest-finding.ts'
import {isRule, marked} from './markers.ts'
import {residue} from './residue.ts'
import {timestamp} from './timestamp.ts'
import {continuation, type Continues} from './wrapping.ts'

/** Blocks of a raw text, lines that were broken to a width joined again. */
export function blocks(text: string, note: Note): readonly Block[] {
  const runs: Block[][] = [[]]
  text.split('\n').forEach((line, index) => {
    const trimmed = line.trim()
    if (trimmed === '') {
      if ((runs.at(-1) ?? []).length > 0) runs.push([])
      return
    }
    const place = {line: index + 1, column: line.length - line.trimStart().length + 1}
    runs.at(-1)?.push({
      text: trimmed,
      ...place,
      run: runs.length - 1,
      lines: [{...place, offset: 0}],
      suspected: false,
    })
  })
  const continues = continuation(runs.map((run) => run.map(asPrinted)))
  const joinedRuns = runs.map((run) => join(run, continues, note))
  const wrapped = joinedRuns.flat().find(({lines}) => lines.length > 1)
  if (wrapped !== undefined) note('ingest/wrapping', 'joined', 'notice', wrapped)
  return joinedRuns.flat()
}

function join(run: readonly Block[], continues: Continues, note: Note): readonly Block[] {
  const margin = Math.min(...run.map(({column}) => column))
  const blocksOfRun: Block[] = []
  let last = ''
  for (const block of run) {
    const before = blocksOfRun.at(-1)
    const indented =
      block.column > margin && before !== undefined && marked(before.text) === undefined
    if (
      before === undefined ||
      indented ||
      standsAlone(last.trim()) ||
      beginsBlock(block.text) ||
      !(hangs(before, block) || continues(last, asPrinted(block)))
    ) {
      blocksOfRun.push(block)
    } else {
      if (/\p{L}-$/u.test(last)) {
        note('ingest/wrapping', 'hyphen', 'warning', block, {
          text: `${last.split(' ').at(-1) ?? ''} ${block.text.split(' ')[0] ?? ''}`,
        })
      }
      blocksOfRun[blocksOfRun.length - 1] = joined(before, block)
    }
    last = asPrinted(block)
  }
  return blocksOfRun
}

/** Deeper than the mark of the item above, a line belongs to that item. */
function hangs(before: Block, {column}: Block): boolean {
  const kind = marked(before.text)?.kind
  return (kind === 'bullet' || kind === 'number') && column > before.column
}

function asPrinted({text, column}: Block): string {
  return ' '.repeat(column - 1) + text
}

/** Lines that never go on in the next: who wrote it, when, what the scraper left, what divides. */
function standsAlone(line: string): boolean {
  return (
    isRule(line) ||
    byline(line) !== undefined ||
    timestamp(line) !== undefined ||
    (residue(line) !== undefined && residue(line) !== 'suspected')
  )
}

function beginsBlock(line: string): boolean {
  return (
    standsAlone(line) ||
    /^https?:/.test(line) ||
    marked(line) !== undefined ||
    dateline(line) !== undefined
  )
}
