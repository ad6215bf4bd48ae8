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
    const [from, to] = [was[at], is[index]].map((value) => value && partOf(property, value))
    return at < 0 ||
      from === undefined ||
      to === undefined ||
      from === to ||
      isNoteOfOld(before, property, to)
      ? []
      : [{property, from, to}]
  })
  // Without its file a picture is set like a word.
  const lost = found.filter(
    ({property, from, to}) => property === 'picture' && [from, to].includes('missing'),
  )
  if (lost.length > 0) return lost
  const size = sizeOfFile(found)
  const isResized = old.w !== now.w || old.h !== now.h
  const font = found.find(({property}) => property === 'font-size')
  const colour = found.find(({property}) => property === 'color')
  const own = found.filter((one) => {
    if (size.has(one) || (isGenerated(one) && (found.length > 1 || isResized))) return false
    if (one !== font && font && isInStep(one, font)) return false
    const isEdge = one !== colour && one.property.endsWith('color')
    return !(isEdge && colour && one.from === colour.from && one.to === colour.to)
  })
  return inOne(own)
}

/**
 * Layouts that were noted before margins were kept as they are specified have what a browser made of
 * `auto`, and parts that are not shown.
 */
function isNoteOfOld({properties}: Layout, property: string, to: string): boolean {
  if (properties.indexOf('margin-top') > properties.indexOf('width')) return false
  return property.startsWith('margin-')
    ? to === 'auto'
    : /^::(before|after)$/.test(property) && to === ''
}

/** What sets a part off from its element: that it has no ground of its own does not. */
function partOf(property: string, value: string): string {
  if (!/^::(first-|marker)/.test(property)) return value
  return value.replace(/ ?\bbackground-color rgba\(0, 0, 0, 0\)/, '').trimStart()
}

/** The size of a picture as its file has it: told with the file that gave way to another. */
function sizeOfFile(found: readonly Restyling[]): ReadonlySet<Restyling> {
  const ratio = found.find(({property}) => property === 'aspect-ratio')
  if (ratio === undefined || !found.some(({property}) => property === 'picture')) return new Set()
  const [was = [], is = []] = [ratio.from, ratio.to].map((value) => value.match(/[\d.]+/g) ?? [])
  const isOfFile = ({property, from, to}: Restyling) => {
    const side = ['width', 'height'].indexOf(property)
    return side >= 0 && from === `${was[side]}px` && to === `${is[side]}px`
  }
  return new Set([ratio, ...found.filter(isOfFile)])
}

/** Each side of a box has properties of its own: what all of them say alike is said by the shorthand. */
const SIDES: readonly (readonly [all: string, each: readonly string[]])[] = [
  ...['margin', 'padding', 'border--width', 'border--style', 'border--color'].map((name) => {
    const [edge = '', rest] = name.split('--')
    const each = ['top', 'right', 'bottom', 'left'].map((side) =>
      rest === undefined ? `${edge}-${side}` : `${edge}-${side}-${rest}`,
    )
    return [name.replace('--', '-'), each] as const
  }),
  [
    'border-radius',
    ['top-left', 'top-right', 'bottom-right', 'bottom-left'].map((one) => `border-${one}-radius`),
  ],
  ['overflow', ['overflow-x', 'overflow-y']],
  ['gap', ['column-gap', 'row-gap']],
]

function inOne(found: readonly Restyling[]): readonly Restyling[] {
  return SIDES.reduce((list, [all, each]) => {
    const sides = list.filter(({property}) => each.includes(property))
    const [first] = sides
    const isOne = sides.every(({from, to}) => from === first?.from && to === first.to)
    if (first === undefined || sides.length < each.length || !isOne) return list
    return list.flatMap((one) =>
      one === first ? {...one, property: all} : sides.includes(one) ? [] : one,
    )
  }, found)
}

/** Whether of what a style sheet puts before or behind an element only the size is another one. */
function isGenerated({property, from, to}: Restyling): boolean {
  const [was, is] = [from, to].map((value) => value.replaceAll(/-?[\d.]+px/g, ''))
  return /^::(before|after)$/.test(property) && was === is
}

/** Whether a length changed by the same factor as another. */
function isInStep(one: Restyling, other: Restyling): boolean {
  const [from, to] = [parseFloat(one.from), parseFloat(one.to)]
  const factor = parseFloat(other.to) / parseFloat(other.from)
  return one.from.endsWith('px') && Math.abs(from * factor - to) < 0.02 * Math.abs(to) + 0.02
}

/** Whether two boxes of one layout look alike but for their text, and how far off their neighbours are. */
export function isAlike(layout: Layout, one: Box, other: Box): boolean {
  return (
    one.tag === other.tag &&
    hasStyleOf(layout, one, other) &&
    tagOf(layout, one) === tagOf(layout, other)
  )
}

function hasStyleOf({properties, styles}: Layout, one: Box, other: Box): boolean {
  if (one.style === other.style) return true
  const [its, theirs] = [styles[one.style] ?? [], styles[other.style] ?? []]
  return properties.every(
    (property, index) => /^margin-(top|bottom)$/.test(property) || its[index] === theirs[index],
  )
}

function tagOf({boxes}: Layout, {parent}: Box): string | undefined {
  return boxes[parent]?.tag
}
