import type {Layout} from '../model/layout.ts'
import type {Match} from './match.ts'
import {INLINE} from './styles.ts'

/** Boxes whose own words stand in line with words that came, went, or take other room. */
export function setAnew(
  before: Layout,
  after: Layout,
  {pairs, vanished, appeared}: Match,
): ReadonlySet<number> {
  const places = new Map([...pairs].map(([index, from]) => [from, index]))
  const isInLine = ({boxes}: Layout, index: number) => INLINE.test(boxes[index]?.tag ?? '')
  const lines = [
    ...vanished
      .filter((index) => isInLine(before, index))
      .map((index) => places.get(before.boxes[index]?.parent ?? -1) ?? -1),
    ...appeared
      .filter((index) => isInLine(after, index))
      .map((index) => after.boxes[index]?.parent ?? -1),
    ...[...pairs]
      .filter(([index, from]) => {
        const [old, now] = [before.boxes[from], after.boxes[index]]
        const isOther = now?.masked ? old?.w !== now.w : old?.hash !== now?.hash
        return isInLine(after, index) && isOther
      })
      .map(([index]) => after.boxes[index]?.parent ?? -1),
  ]
  return new Set(
    lines.flatMap((line) => {
      const outwards: number[] = []
      for (let at = line; at >= 0; at = after.boxes[at]?.parent ?? -1) {
        outwards.push(at)
        if (!isInLine(after, at)) break
      }
      return outwards.filter((at) => after.boxes[at]?.hash !== '')
    }),
  )
}
