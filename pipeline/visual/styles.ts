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
  const found = differencesOf(before, old, after, now)
  // Without its file a picture is set like a word.
  const lost = found.filter(
    ({property, from, to}) => property === 'picture' && [from, to].includes('missing'),
  )
  if (lost.length > 0) return lost
  const size = sizeOfFile(found)
  const isResized = old.w !== now.w || old.h !== now.h || old.hash !== now.hash
  const font = found.find(({property}) => property === 'font-size')
  const colour = found.find(({property}) => property === 'color')
  const isOfParts = found.every(isOfPart)
  const isTurned = found.some(({property}) => property === 'direction')
  const own = found.filter((one) => {
    if (size.has(one) || (isGenerated(one) && (!isOfParts || isResized))) return false
    if (isLeastOfAll(one) || (isTurned && (isMirrored(one, found) || isOfPart(one)))) return false
    if (one === colour || one === font) return true
    if (font && isInStep(one, font)) return false
    const isDrawnInIt = one.property.endsWith('color') || isOfPart(one)
    return !(isDrawnInIt && colour && one.from.replaceAll(colour.from, colour.to) === one.to)
  })
  return inOne(own)
}

/** What of an element's generated parts is another size, or elsewhere: what nothing else explains, they may. */
export function partsOf(before: Layout, old: Box, after: Layout, now: Box): readonly Restyling[] {
  return differencesOf(before, old, after, now).filter(isOfPart)
}

function differencesOf(before: Layout, old: Box, after: Layout, now: Box): readonly Restyling[] {
  const [was, is] = [before.styles[old.style] ?? [], after.styles[now.style] ?? []]
  if (was.join('\n') === is.join('\n')) return []
  return after.properties.flatMap((property, index) => {
    const at = before.properties.indexOf(property)
    const [from, to] = [was[at], is[index]].map((value) => value && partOf(property, value))
    return at < 0 ||
      from === undefined ||
      to === undefined ||
      from === to ||
      isByNoteOfOld(before, property, to)
      ? []
      : [{property, from, to}]
  })
}

/**
 * Layouts that were noted before margins were kept as they are specified have what a browser made of
 * `auto`, and parts that are not shown. (What is noted otherwise from now on gets another name: what
 * only one of two layouts knows is not compared.)
 */
function isByNoteOfOld({properties}: Layout, property: string, to: string): boolean {
  const [margin, width] = ['margin-top', 'width'].map((name) => properties.indexOf(name))
  if (margin === undefined || width === undefined || margin < 0) return false
  if (width >= 0 && margin > width) return false
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

/** What a row or a grid makes of the least size of what lies in it, where nobody has set one. */
function isLeastOfAll({property, from, to}: Restyling): boolean {
  return property.startsWith('min-') && [from, to].sort().join() === '0px,auto'
}

/** What was on the left is on the right, as the text runs the other way. */
function isMirrored({property, from, to}: Restyling, found: readonly Restyling[]): boolean {
  const sides: Readonly<Record<string, string>> = {left: 'right', right: 'left'}
  const opposite = property.replace(/left|right/, (side) => sides[side] ?? side)
  return found.some((one) => {
    return one.property === opposite && opposite !== property && one.from === to && one.to === from
  })
}

function isOfPart({property}: Restyling): boolean {
  return property.startsWith('::')
}

/** Whether of what a style sheet puts before or behind an element only size and place are others. */
function isGenerated({property, from, to}: Restyling): boolean {
  const lengths = property.endsWith('place') ? /-?[\d.]+(px)?/g : /-?[\d.]+px/g
  const [was, is] = [from, to].map((value) => value.replaceAll(lengths, ''))
  return /^::(before|after)/.test(property) && was === is
}

/** Whether a length changed by the same factor as another. */
function isInStep(one: Restyling, other: Restyling): boolean {
  const [from, to] = [parseFloat(one.from), parseFloat(one.to)]
  const factor = parseFloat(other.to) / parseFloat(other.from)
  return one.from.endsWith('px') && Math.abs(from * factor - to) < 0.02 * Math.abs(to) + 0.02
}

/**
 * Whether a box of one layout looks like one of another, but for their text, and how far off their
 * neighbours are. What stands in a line may stand in a line of another kind.
 *
 * @param isBare whatever a style sheet puts into them
 */
export function isAlike(
  layout: Layout,
  one: Box,
  others: Layout,
  other: Box,
  isBare: boolean,
): boolean {
  if (one.tag !== other.tag) return false
  const isInPlace = INLINE.test(one.tag) || tagOf(layout, one) === tagOf(others, other)
  return isInPlace && hasStyleOf(layout, one, others, other, isBare)
}

/** Properties by which something is drawn beyond an element's own edges. */
export const SPILLING =
  /^(::|box-shadow|text-shadow|filter|outline|transform|translate|rotate|scale|border-image|list-style|overflow)/

/** Text that sits in a line with other text. */
export const INLINE =
  /^(a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|ruby|s|samp|small|span|strong|sub|sup|time|u|var|wbr)$/

/** What says nothing of how an element looks by itself. */
const OFFSETS = /^margin-(top|bottom)$/
/** The same of one in a line, where it is the line's. */
const LINES = /^(margin-(top|bottom)|list-style-.*|text-(align|indent|wrap))$/

function hasStyleOf(
  layout: Layout,
  one: Box,
  others: Layout,
  other: Box,
  isBare: boolean,
): boolean {
  if (layout === others && one.style === other.style) return true
  const [its, theirs] = [layout.styles[one.style] ?? [], others.styles[other.style] ?? []]
  return layout.properties.every((property, index) => {
    const isHere = others.properties[index] === property
    const at = isHere ? index : others.properties.indexOf(property)
    const isNothing = INLINE.test(one.tag) ? LINES.test(property) : OFFSETS.test(property)
    if (isBare && property.startsWith('::')) return true
    return at < 0 || isNothing || its[index] === theirs[at]
  })
}

function tagOf({boxes}: Layout, {parent}: Box): string | undefined {
  return boxes[parent]?.tag
}
