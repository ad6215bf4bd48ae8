import type {Node} from './page.ts'
import type {Breach, Rule} from './rule.ts'

/** Paragraphs are paragraphs, not lines with two breaks between them. */
export const brokenLines: Rule = {
  id: 'rule/broken-lines',
  criteria: ['1.3.1'],
  act: [],
  severity: 'warning',
  judge: (page) =>
    page.nodes
      .filter(({heard, tag}) => heard && tag !== 'pre')
      .flatMap((at): readonly Breach[] => {
        const children = page.children(at)
        if (isColumns(children)) return [{at, variant: 'columns', severity: 'error'}]
        return gaps(children) >= 2 ? [{at}] : []
      }),
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
