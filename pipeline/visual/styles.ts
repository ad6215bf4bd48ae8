import type {Box, Layout} from '../model/layout.ts'

/** A style property whose value is another one now. */
export interface Restyling {
  readonly property: string
  readonly from: string
  readonly to: string
}

/**
 * How an element's style changed, without what only follows: lengths that grew with the font, and
 * edges that are drawn in the colour of the text.
 */
export function restylingOf(
  before: Layout,
  old: Box,
  after: Layout,
  now: Box,
): readonly Restyling[] {
  const [was, is] = [before.styles[old.style] ?? [], after.styles[now.style] ?? []]
  if (was.join('\n') === is.join('\n')) return []
  const found = after.properties.flatMap((property, index) => {
    const at = before.properties.indexOf(property)
    const [from, to] = [was[at], is[index]]
    return at < 0 || from === undefined || to === undefined || from === to
      ? []
      : [{property, from, to}]
  })
  const font = found.find(({property}) => property === 'font-size')
  const colour = found.find(({property}) => property === 'color')
  return found.filter((one) => {
    if (one !== font && font && isInStep(one, font)) return false
    const isEdge = one !== colour && one.property.endsWith('color')
    return !(isEdge && colour && one.from === colour.from && one.to === colour.to)
  })
}

/** Whether a length changed by the same factor as another. */
function isInStep(one: Restyling, other: Restyling): boolean {
  const [from, to] = [parseFloat(one.from), parseFloat(one.to)]
  const factor = parseFloat(other.to) / parseFloat(other.from)
  return one.from.endsWith('px') && Math.abs(from * factor - to) < 0.02 * Math.abs(to) + 0.02
}

/** Whether two boxes of one layout look alike but for their text. */
export function isAlike(layout: Layout, one: Box, other: Box): boolean {
  return (
    one.tag === other.tag &&
    one.style === other.style &&
    tagOf(layout, one) === tagOf(layout, other)
  )
}

function tagOf({boxes}: Layout, {parent}: Box): string | undefined {
  return boxes[parent]?.tag
}
