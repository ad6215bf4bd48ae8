import type {Box, Change, Layout} from '../model/layout.ts'
import {changeOf} from './idle.ts'
import type {Match} from './match.ts'
import {DRAWN, named, selected, shorten} from './named.ts'
import {placing} from './placing.ts'
import {setAnew} from './set-anew.ts'
import {near, sized} from './sized.ts'
import {INLINE, restylingOf, SPILLING} from './styles.ts'

/** What explains a difference, and which boxes of the second layout need no other explanation. */
export interface Explanation {
  readonly causes: readonly Change[]
  readonly moved: readonly Change[]
  /** Boxes whose pixels may differ for one of these causes. */
  readonly explained: ReadonlySet<number>
  /** Boxes that came or look otherwise, and may lie over what lies elsewhere; whether they draw beyond their edges. */
  readonly reaching: ReadonlyMap<number, boolean>
  /** Boxes with text whose size changed although neither text nor style did. */
  readonly strained: readonly number[]
}

/** @param idle changes of style that explain nothing, by `changeOf` */
export function explain(
  before: Layout,
  after: Layout,
  match: Match,
  idle: ReadonlySet<string>,
): Explanation {
  const causes: Change[] = []
  const explained = new Set<number>()
  const touched = new Set<number>()
  const restyled = new Set<number>()
  const reaching = new Map<number, boolean>()
  const cause = (index: number, change: Change) => {
    causes.push(change)
    explained.add(index)
    touched.add(index)
  }

  const lost = before.fonts.filter((family) => !after.fonts.includes(family))
  const news = after.fonts.filter((family) => !before.fonts.includes(family))
  if (lost.length + news.length > 0) {
    causes.push({
      kind: 'font',
      tag: '',
      text: '',
      count: 1,
      top: 0,
      ...(lost.length > 0 && {from: lost.join(', ')}),
      ...(news.length > 0 && {to: news.join(', ')}),
    })
  }

  const places = new Map([...match.pairs].map(([index, from]) => [from, index]))
  const gone = new Set<number>()
  const [aroundGone, aroundNew] = [around(before, places), around(after, match.pairs)]
  for (const index of topmost(match.vanished, before, aroundGone)) {
    if (isForEars(before.boxes[index]) || isFrame(before, index, places)) continue
    const home = places.get(before.boxes[index]?.parent ?? -1)
    if (after.boxes[home ?? -1]?.masked) continue
    const hiding = hidingPlace(before, index, after)
    causes.push({
      ...standing('vanished', before, index),
      ...(hiding !== undefined && {hidden: true}),
      ...(aroundGone(index) && {around: true}),
      ...selected(hiding ?? after.selectors?.[home ?? -1]),
    })
    if (home !== undefined) touched.add(home)
    if (aroundGone(index)) gone.add(index)
  }
  for (const index of topmost(match.appeared, after, aroundNew)) {
    if (isForEars(after.boxes[index]) || isFrame(after, index, match.pairs)) continue
    cause(index, {
      ...standing('appeared', after, index),
      ...(hidingPlace(after, index, before) !== undefined && {hidden: true}),
      ...(aroundNew(index) && {around: true}),
      ...selected(after.selectors?.[index]),
    })
    if (aroundNew(index)) restyled.add(index)
  }
  for (const index of match.appeared) {
    explained.add(index)
    reaching.set(index, false)
  }

  const isByPlace = placing(before, after)
  for (const [index, from] of match.pairs) {
    // What it lay in may have had a ground.
    if (gone.has(before.boxes[from]?.parent ?? -1))
      for (const set of [restyled, explained]) set.add(index)
    const [old, now] = [before.boxes[from], after.boxes[index]]
    if (!old || !now || (isForEars(old) && isForEars(now))) continue
    if (old.masked || now.masked) {
      explained.add(index)
      continue
    }
    if (old.tag !== now.tag) {
      const rank = {property: 'element', from: old.tag, to: now.tag}
      cause(index, {...named('restyled', after, index), ...rank})
      restyled.add(index)
      reaching.set(index, false)
      continue
    }
    const grown = {width: now.w - old.w, height: now.h - old.h}
    if (old.hash !== now.hash) {
      const texts = difference(old.text, now.text)
      cause(index, {...named('text', after, index), ...texts, ...grown})
    }
    const restylings = idle.has(changeOf(old, now)) ? [] : restylingOf(before, old, after, now)
    if (restylings.length > 0 && isByPlace(index, from)) {
      restyled.add(index)
      explained.add(index)
      continue
    }
    for (const restyling of restylings) {
      cause(index, {...named('restyled', after, index), ...restyling})
      restyled.add(index)
      reaching.set(index, reaching.get(index) === true || SPILLING.test(restyling.property))
    }
  }
  for (const index of setAnew(before, after, match)) explained.add(index)
  for (const index of restyled) {
    // The canvas behind the page is painted with the ground of its body.
    const box = after.boxes[index]
    if (box?.tag === 'body') explained.add(box.parent)
  }
  spread(after, explained, restyled)
  return {
    ...sized(before, after, match, causes, explained, touched),
    moved: movedBy(before, after, match, touched),
    explained,
    reaching,
  }
}

/** Words squeezed into a pixel, which only screen readers get: no eye sees them change. */
function isForEars(box: Box | undefined): boolean {
  return !!box && box.hash !== '' && !DRAWN.test(box.tag) && Math.min(box.w, box.h) <= 1
}

/** The frame around a picture's files, which draws nothing, of a picture that both pages have. */
function isFrame({boxes}: Layout, index: number, known: ReadonlyMap<number, number>): boolean {
  if (boxes[index]?.tag !== 'picture') return false
  return boxes.some(({parent}, at) => parent === index && known.has(at))
}

/** Whether what is not in both layouts has no text, and holds something that is. */
function around({boxes}: Layout, known: ReadonlyMap<number, number>): (index: number) => boolean {
  const holding = new Set<number>()
  for (const one of known.keys()) {
    for (let at = one; at >= 0; at = boxes[at]?.parent ?? -1) holding.add(at)
  }
  return (index) => boxes[index]?.hash === '' && holding.has(index)
}

/** The elements of a list that do not lie in another one of it, but for those around what is known. */
function topmost(
  list: readonly number[],
  {boxes}: Layout,
  isAround: (index: number) => boolean,
): readonly number[] {
  const all = new Set(list)
  return list.filter((index) => {
    const {parent = -1} = boxes[index] ?? {}
    return !all.has(parent) || isAround(parent)
  })
}

function standing(kind: 'appeared' | 'vanished', {boxes}: Layout, index: number): Change {
  const box = boxes[index]
  const inner = boxes.find((one, at) => at >= index && one.text !== '' && isIn(boxes, at, index))
  const text = shorten(inner?.text ?? '')
  return {
    kind,
    tag: box?.tag ?? '',
    text,
    count: 1,
    top: box?.y ?? 0,
    width: box?.w ?? 0,
    height: box?.h ?? 0,
  }
}

function isIn(boxes: readonly Box[], index: number, outer: number): boolean {
  for (let at = index; at >= 0; at = boxes[at]?.parent ?? -1) if (at === outer) return true
  return false
}

/**
 * Where the other layout hides a text that this one shows there or in what lies there; `undefined`
 * where it has none, or hides the same text as well as this one does. An empty text: nobody knows where.
 */
export function hidingPlace(
  {boxes, hidden = []}: Layout,
  index: number,
  other: Layout,
): string | undefined {
  for (const [at, {tag, hash}] of boxes.entries()) {
    const key = `${tag} ${hash}`
    if (hash === '' || hidden.includes(key) || !other.hidden?.includes(key)) continue
    if (isIn(boxes, at, index)) return other.hiddenAt?.[key] ?? ''
  }
  return undefined
}

/** Where two texts begin to differ, with a few words around. */
function difference(from: string, to: string): {from: string; to: string} {
  let same = 0
  while (same < Math.min(from.length, to.length) && from[same] === to[same]) same++
  const start = same <= 24 ? 0 : from.lastIndexOf(' ', same - 12) + 1
  const cut = (text: string) =>
    (start > 0 ? '…' : '') + shorten(text.slice(start).replace(start > 0 ? /^…/ : '', ''))
  return {from: cut(from), to: cut(to)}
}

/** What stands in a line of changed text was set anew with it; what lies in something restyled looks otherwise too. */
function spread({boxes}: Layout, explained: Set<number>, restyled: Set<number>): void {
  // What stands in one line with it begins at another part of a pixel.
  const lines = new Set(
    [...explained].flatMap((index) => {
      const {parent = -1, tag = '', hash = ''} = boxes[index] ?? {}
      return INLINE.test(tag) && hash !== '' ? parent : []
    }),
  )
  for (const [index, {parent, tag}] of boxes.entries()) {
    if (restyled.has(parent)) restyled.add(index)
    const isInLine = INLINE.test(tag) && (explained.has(parent) || lines.has(parent))
    if (restyled.has(parent) || isInLine) explained.add(index)
  }
}

/** What is somewhere else, by how far it went; what has text or draws something, and did not change itself. */
function movedBy(
  before: Layout,
  after: Layout,
  {pairs}: Match,
  touched: ReadonlySet<number>,
): readonly Change[] {
  const groups: Change[] = []
  for (const [index, from] of [...pairs].sort(([a], [b]) => a - b)) {
    const [old, now] = [before.boxes[from], after.boxes[index]]
    if (!old || !now || isForEars(now) || touched.has(index)) continue
    if (now.hash === '' && !DRAWN.test(now.tag)) continue
    const [right, down] = [now.x - old.x, now.y - old.y]
    if (Math.abs(right) + Math.abs(down) === 0) continue
    const at = groups.findIndex((one) => near(one.right, right) && near(one.down, down))
    const group = groups[at]
    if (group) groups[at] = {...group, count: group.count + 1}
    else groups.push({...named('moved', after, index), right, down})
  }
  return groups
}
