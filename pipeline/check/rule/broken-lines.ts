import type {Node, Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'

/** Paragraphs are paragraphs, not lines with two breaks between them. */
export const brokenLines: Rule = {
  id: 'rule/broken-lines',
  criteria: ['1.3.1'],
  act: [],
  severity: 'warning',
  judge: (page) => [
    ...page.nodes
      .filter((at) => at.heard && isTyped(at, page))
      .map((at): Breach => ({at, variant: 'columns', severity: 'error'})),
    ...page.nodes
      .filter(({heard, tag}) => heard && tag !== 'pre')
      .flatMap((at): readonly Breach[] => {
        const children = page.children(at)
        if (isColumns(children)) return [{at, variant: 'columns', severity: 'error'}]
        return gaps(children) >= 2 ? [{at}] : []
      }),
  ],
}

/**
 * A table typed into a `pre`: words for heads, and below them, column for column, words and at least one
 * column of figures. No program's output, which has marks and parts of its own.
 */
function isTyped(at: Node, page: Page): boolean {
  if (at.tag !== 'pre') return false
  const children = page.children(at)
  if (children.some(({tag}) => tag !== '#text')) return false
  const text = children.map((one) => one.text ?? '').join('')
  if (/[{}<>=;$|_\\]|:\/\/|[-~=]{4}/.test(text)) return false
  const rows = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.trim().split(/\s{2,}|\t+/))
  const [head = [], ...body] = rows
  const isEven = rows.every((row) => row.length === head.length)
  // Programs write the heads of what they list in capitals.
  const isHead =
    head.every((cell) => /^\p{L}[\p{L} ().%]*$/u.test(cell)) &&
    !head.every((cell) => /^[A-Z ().%]+$/.test(cell))
  const hasFigures = head.some((_, index) =>
    body.every((row) => /^[\p{Sc}+-]?\d[\d.,:]*\s?%?$/u.test(row[index] ?? '')),
  )
  return body.length >= 2 && head.length >= 3 && isEven && isHead && hasFigures
}

/** Lines whose words are set below each other by blanks: WCAG's failure F34. */
function isColumns(children: readonly Node[]): boolean {
  const lines = children.filter(({text = ''}) =>
    /[\p{L}\p{N}][ \u00A0]*\u00A0{3}[ \u00A0]*[\p{L}\p{N}]/u.test(text),
  )
  return lines.length >= 3 && children.filter(({tag}) => tag === 'br').length >= 2
}

/** How often two breaks follow each other between long lines. */
function gaps(children: readonly Node[]): number {
  const solid = children.filter(({tag, text}) => tag !== '#text' || text?.trim())
  return solid.filter(
    ({tag}, index) =>
      tag === 'br' && solid[index + 1]?.tag === 'br' && (solid[index - 1]?.text?.length ?? 0) > 60,
  ).length
}
