import type {Layout} from '../model/layout.ts'
import {isAlike} from './styles.ts'

/**
 * Whether an element looks otherwise only for where it stands among its neighbours, as every second
 * row or the first of a list does: it stands elsewhere among them, and one of its kind looked so before.
 */
export function placing(before: Layout, after: Layout): (index: number, from: number) => boolean {
  const [olds, news] = [placesIn(before), placesIn(after)]
  const kinds = [
    ...new Map(
      before.boxes.map((box) => [[box.tag, before.boxes[box.parent]?.tag, box.style].join(), box]),
    ).values(),
  ]
  const known = new Map<string, boolean>()
  return (index, from) => {
    const now = after.boxes[index]
    if (now === undefined || olds[from] === news[index]) return false
    const key = [now.tag, after.boxes[now.parent]?.tag, now.style].join()
    const found = known.get(key) ?? kinds.some((one) => isAlike(after, now, before, one, false))
    known.set(key, found)
    return found
  }
}

/** Of each box, how many stand before and behind it in what they lie in. */
function placesIn({boxes}: Layout): readonly string[] {
  const counts = new Map<number, number>()
  const ordinals = boxes.map(({parent}) => {
    const ordinal = counts.get(parent) ?? 0
    counts.set(parent, ordinal + 1)
    return ordinal
  })
  return boxes.map(({parent}, index) => {
    const ordinal = ordinals[index] ?? 0
    return `${ordinal} ${(counts.get(parent) ?? 0) - ordinal}`
  })
}
