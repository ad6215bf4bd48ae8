import type {Node} from './page.ts'
import type {Rule} from './rule.ts'

/** Paragraphs are paragraphs, not lines with two breaks between them. */
export const brokenLines: Rule = {
  id: 'rule/broken-lines',
  criteria: ['1.3.1'],
  act: [],
  severity: 'warning',
  judge: (page) =>
    page.nodes
      .filter((at) => at.heard && at.tag !== 'pre' && gaps(page.children(at)) >= 2)
      .map((at) => ({at})),
}

/** How often two breaks follow each other between long lines. */
function gaps(children: readonly Node[]): number {
  const solid = children.filter(({tag, text}) => tag !== '#text' || text?.trim())
  return solid.filter(
    ({tag}, index) =>
      tag === 'br' && solid[index + 1]?.tag === 'br' && (solid[index - 1]?.text?.length ?? 0) > 60,
  ).length
}
