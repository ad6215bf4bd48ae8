import type {Page} from './page.ts'
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
    .map((at) => ({at, variant: 'canvas', criteria: ['1.1.1']}))
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
