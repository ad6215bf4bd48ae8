import type {Area, Change, Layout} from '../model/layout.ts'
import type {Match} from './match.ts'
import {DRAWN, named} from './named.ts'

/**
 * Elements that changed their size by themselves, and not for their text, their style or what is in
 * them: those with text (`strained`, by index), and the others behind the causes that are known.
 */
export function sized(
  before: Layout,
  after: Layout,
  {pairs}: Match,
  causes: readonly Change[],
  explained: Set<number>,
  touched: ReadonlySet<number>,
): {readonly causes: readonly Change[]; readonly strained: readonly number[]} {
  const dirty = new Set<number>()
  const growthOf = (index: number) => {
    const [old, now] = [before.boxes[pairs.get(index) ?? -1], after.boxes[index]]
    return old && now ? {width: now.w - old.w, height: now.h - old.h} : {width: 0, height: 0}
  }
  const foul = (index: number) => {
    for (let at = index; at >= 0; at = after.boxes[at]?.parent ?? -1) dirty.add(at)
  }
  for (const index of touched) foul(index)
  const parentOf = (index: number) => after.boxes[index]?.parent ?? -1
  const floats = [...after.boxes.keys()].filter(
    (index) => /left|right|inline/.test(styleOf(after, index, 'float')) && pairs.has(index),
  )
  /** A text flows around it, or did. */
  const isBeside = (float: number, index: number) => {
    const [now, was] = [after.boxes, before.boxes]
    return (
      overlap(now[float], now[index]) ||
      overlap(was[pairs.get(float) ?? -1], was[pairs.get(index) ?? -1])
    )
  }
  const reordered = reorderedIn(after, pairs)
  const found: Change[] = []
  const strained: number[] = []
  for (const [index, box] of [...after.boxes.entries()].reverse()) {
    const growth = growthOf(index)
    const isAside = floats.some((one) => isBeside(one, index) && dirty.has(parentOf(one)))
    if (isAside && box.hash !== '') explained.add(index)
    if ((growth.width === 0 && growth.height === 0) || dirty.has(index) || box.masked) continue
    const around = growthOf(box.parent)
    // It is as wide as what it lies in, and its text flows accordingly; or as high as what lies beside it.
    const isStretched = dirty.has(box.parent) && near(growth.height, around.height)
    const follows = (around.width !== 0 || isStretched) && !DRAWN.test(box.tag)
    const isRestyled = explained.has(box.parent) || explained.has(index)
    foul(index)
    if (follows || isAside || isRestyled || isShared(after, index, dirty) || reordered.has(index))
      continue
    explained.add(index)
    if (box.hash !== '') strained.push(index)
    else found.push({...named('resized', after, index), ...growth})
  }
  return {causes: [...causes, ...found.reverse()], strained: strained.reverse()}
}

/** It has its share of a table's, a row's or a grid's room, where something else that has one changed. */
function isShared(layout: Layout, index: number, dirty: ReadonlySet<number>): boolean {
  const displayOf = (at: number) => styleOf(layout, at, 'display')
  let around = layout.boxes[index]?.parent ?? -1
  if (!/^(auto)?$/.test(styleOf(layout, around, 'column-count'))) return dirty.has(around)
  if (/flex|grid/.test(displayOf(around))) return dirty.has(around)
  for (let at = index; displayOf(at).startsWith('table-'); at = layout.boxes[at]?.parent ?? -1) {
    around = layout.boxes[at]?.parent ?? -1
  }
  return displayOf(around).endsWith('table') && dirty.has(around)
}

function styleOf({boxes, styles, properties}: Layout, index: number, property: string): string {
  return styles[boxes[index]?.style ?? -1]?.[properties.indexOf(property)] ?? ''
}

function overlap(one: Area | undefined, other: Area | undefined): boolean {
  return !!one && !!other && one.y < other.y + other.h && other.y < one.y + one.h
}

/** What holds the same as before in another order: margins meet otherwise, and it is higher or lower. */
function reorderedIn({boxes}: Layout, pairs: Match['pairs']): ReadonlySet<number> {
  const last = new Map<number, number>()
  const found = new Set<number>()
  for (const [index, {parent}] of boxes.entries()) {
    const from = pairs.get(index)
    if (from === undefined) continue
    if (from < (last.get(parent) ?? -1)) found.add(parent)
    last.set(parent, from)
  }
  return found
}

/** Lines of text have broken heights: what moves together may move by a pixel more or less. */
export function near(one = 0, other: number): boolean {
  return Math.abs(one - other) <= 1
}
