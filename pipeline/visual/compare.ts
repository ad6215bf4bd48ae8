import type {Raster} from '../model/hands.ts'
import type {Change, Layout} from '../model/layout.ts'
import {explain, hidingPlace} from './changes.ts'
import {idleRestylings} from './idle.ts'
import {withoutNewlyMasked} from './mask.ts'
import {matchBoxes, type Match} from './match.ts'
import {DRAWN, named} from './named.ts'
import {paintDifference} from './paint.ts'
import {countPixels, type Counted} from './pixels.ts'
import {residueOf} from './residue.ts'
import {alignRows, type Stretch} from './rows.ts'
import {isAlike, partsOf} from './styles.ts'

/** How a page looked at one time. */
export interface Look {
  readonly raster: Raster
  /** `undefined` where nobody noted it down. */
  readonly layout: Layout | undefined
}

/** How far one colour channel may differ (0–255), and how many pixels may differ more. */
export interface Tolerance {
  readonly channel: number
  readonly pixels: number
}

export interface LookDifference extends Counted {
  /** Causes first, from top to bottom; then what moved because of them. */
  readonly changes: readonly Change[]
  /** Only text changed, came or went, in elements that look as others do. */
  readonly textOnly: boolean
  readonly picture: Raster
}

/** What changed between two looks of one page and why; `undefined` where it is within tolerance. */
export function compareLooks(
  before: Look,
  after: Look,
  tolerance: Tolerance,
): LookDifference | undefined {
  const [was, is] = [before.layout, after.layout]
  if (was === undefined || is === undefined) {
    const found = pixelsBetween(before.raster, after.raster, tolerance)
    return found && {...found.told, changes: [], textOnly: false}
  }
  const match = matchBoxes(was, is)
  const known = withoutNewlyMasked(
    {raster: before.raster, layout: was},
    {raster: after.raster, layout: is},
    match,
  )
  const found = pixelsBetween(known.before.raster, known.after.raster, tolerance)
  if (found === undefined) return undefined
  const changes = changesBetween(known, match, found.stretches, tolerance.channel)
  const isByMask = [...match.pairs].some(([index, from]) => {
    const [old, now] = [was.boxes[from], is.boxes[index]]
    return now?.masked && (old?.w !== now.w || old.h !== now.h)
  })
  // What is masked takes more room or less: what stands around it makes way.
  if (isByMask && changes.every(({kind}) => kind === 'moved')) return undefined
  return {
    ...found.told,
    changes: together(changes),
    textOnly: isTextOnly(was, is, match, changes),
  }
}

function pixelsBetween(before: Raster, after: Raster, {channel, pixels: allowed}: Tolerance) {
  const stretches = alignRows(before, after)
  const counted = countPixels(before, after, stretches, channel)
  if (counted.pixels <= allowed) return undefined
  const picture = paintDifference(before, after, stretches, channel)
  return {stretches, told: {...counted, picture}}
}

interface Known {
  readonly raster: Raster
  readonly layout: Layout
}

function changesBetween(
  known: {readonly before: Known; readonly after: Known},
  match: Match,
  stretches: readonly Stretch[],
  channel: number,
): readonly Change[] {
  const idle = idleRestylings(known.before, known.after, match, channel)
  return explainedBy(known, match, stretches, channel, idle)
}

function explainedBy(
  {before, after}: {readonly before: Known; readonly after: Known},
  match: Match,
  stretches: readonly Stretch[],
  channel: number,
  idle: ReadonlySet<string>,
): readonly Change[] {
  const {causes, moved, explained, reaching, strained} = explain(
    before.layout,
    after.layout,
    match,
    idle,
  )
  const isByFont = causes.some(({kind}) => kind === 'font')
  const residue = [
    ...strained.map((box) => ({box, pixels: 0})),
    ...residueOf(before, after, match, {explained, reaching}, stretches, channel),
  ]
  const redrawn = residue.flatMap(({box: index, pixels}): readonly Change[] => {
    const box = after.layout.boxes[index]
    const old = before.layout.boxes[match.pairs.get(index) ?? -1]
    const parts = pixels === 0 && box && old ? partsOf(before.layout, old, after.layout, box) : []
    if (parts.length > 0) {
      return parts.map((part) => ({...named('restyled', after.layout, index), ...part}))
    }
    if (!box || (isByFont && box.hash !== '')) return []
    const letters = box.hash === '' || DRAWN.test(box.tag) ? {} : {letters: true as const}
    const change = named('redrawn', after.layout, index)
    return [{...change, ...(pixels > 0 && {width: pixels}), ...letters}]
  })
  return [...[...causes, ...redrawn].toSorted((a, b) => a.top - b.top), ...moved]
}

/** Says once what is the same for several elements: the first stands for all. */
function together(changes: readonly Change[]): readonly Change[] {
  const groups = new Map<string, Change>()
  for (const [index, change] of changes.entries()) {
    const {kind, property, from, to, letters, tag, width, height} = change
    const key =
      kind === 'restyled'
        ? JSON.stringify([kind, property, from, to])
        : kind === 'redrawn'
          ? JSON.stringify([kind, letters, letters ? '' : tag])
          : kind === 'resized'
            ? JSON.stringify([kind, tag, width, height])
            : String(index)
    const known = groups.get(key)
    groups.set(key, known ? {...known, count: known.count + 1} : change)
  }
  return [...groups.values()]
}

/** What sets words off in a running text. */
const RUNNING = /^(a|abbr|b|cite|code|del|em|i|ins|mark|q|s|strong|sub|sup)$/

/** Another text, or another element of a kind that was there already, with nothing drawn in it. */
function isTextOnly(
  before: Layout,
  after: Layout,
  {pairs, vanished, appeared}: Match,
  changes: readonly Change[],
): boolean {
  const causes = changes.filter(({kind}) => kind !== 'moved')
  if (causes.length === 0) return false
  if (!causes.every(({kind}) => /^(text|appeared|vanished)$/.test(kind))) return false
  const isKnown = (layout: Layout, index: number, stayed: Iterable<number>, other: Layout) => {
    const box = layout.boxes[index]
    if (!box || DRAWN.test(box.tag)) return false
    const others = [...stayed].flatMap((one) => layout.boxes[one] ?? [])
    // The first or last of its kind may have had a sign that the one left has not.
    const isBare = layout === before
    return (
      others.some((one) => isAlike(layout, box, layout, one, isBare)) ||
      other.boxes.some((one) => isAlike(layout, box, other, one, isBare))
    )
  }
  /** Emphasis or a link in a running text, which may be the last on its page. */
  const isOfLine = (index: number) => {
    const {tag = '', parent = -1} = before.boxes[index] ?? {}
    return RUNNING.test(tag) && (before.boxes[parent]?.hash ?? '') !== ''
  }
  // A text that is still there and only hidden was hidden by a style.
  const isShown = (layout: Layout, index: number, other: Layout) =>
    hidingPlace(layout, index, other) === undefined
  return (
    appeared.every(
      (index) => isKnown(after, index, pairs.keys(), before) && isShown(after, index, before),
    ) &&
    vanished.every(
      (index) =>
        (isOfLine(index) || isKnown(before, index, pairs.values(), after)) &&
        isShown(before, index, after),
    )
  )
}
