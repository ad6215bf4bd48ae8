import wrapAnsi from 'wrap-ansi'
import {clean} from './clean.ts'

/** How a terminal shows text. */
export interface Screen {
  readonly columns: number
  readonly colour: boolean
}

/** Text in lines that fit, the first behind a mark, the others below it. */
export function indented(text: string, mark: string, {columns}: Screen): string {
  const width = Math.max(30, Math.min(columns || 80, 110)) - mark.length
  const lines = wrapAnsi(clean(text), width, {hard: true}).split('\n')
  return lines
    .map((line, index) => (index === 0 ? mark : ' '.repeat(mark.length)) + line)
    .join('\n')
}
