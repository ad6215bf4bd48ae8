import type {Node, Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'

/** What is embedded says what it is. */
export const embeddedName: Rule = {
  id: 'rule/embedded-name',
  criteria: ['1.1.1', '4.1.2'],
  act: [],
  severity: 'error',
  judge: (page) => [...embeds(page), ...drawings(page)],
}

/** A canvas in the flow of the page with something drawn on it: neither a ground nor an overlay. */
function drawings(page: Page): readonly Breach[] {
  return page.nodes
    .filter(
      ({tag, seen, heard, name, role, drawn, size = 0}) =>
        tag === 'canvas' &&
        seen &&
        heard &&
        !name &&
        !/none|presentation/.test(role) &&
        drawn === 'canvas' &&
        size >= 100,
    )
    .filter((at) => !at.attributes['title'] && page.inside(at).every(({text}) => !text?.trim()))
    .filter((at) => !isToldBeside(at, page))
    .map((at) => ({at, variant: 'canvas', criteria: ['1.1.1']}))
}

/** By what describes it, its figure's caption, or a table in the same box. */
function isToldBeside(at: Node, page: Page): boolean {
  const [box] = page.above(at)
  const beside = box ? page.children(box) : []
  const figure = page.above(at).find(({tag}) => tag === 'figure') ?? at
  return (
    page.described(at, 'aria-describedby') !== '' ||
    page.inside(figure).some((one) => one.tag === 'figcaption' && page.words(one) !== '') ||
    beside.some(({tag, heard}) => tag === 'table' && heard)
  )
}

function embeds(page: Page): readonly Breach[] {
  return page.nodes
    .filter(
      ({tag, seen, attributes}) => tag === 'embed' && seen && attributes['aria-hidden'] !== 'true',
    )
    .filter(
      ({attributes}) =>
        !['title', 'aria-label', 'aria-labelledby'].some((key) => attributes[key]?.trim()),
    )
    .map((at) => ({at}))
}
