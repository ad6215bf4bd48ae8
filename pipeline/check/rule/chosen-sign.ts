import {isTabStop, type Node, type Page} from './page.ts'

const takes = /^(remove|delete|deselect)\b|^[×✕✖x]$|(삭제|제거|빼기)$/i

/**
 * Whether it takes out one of the things chosen in the box of a field that suggests more, where the
 * keyboard comes to that field alone: Backspace in the field may do the same, which no tree tells.
 */
export function isChosenSign(at: Node, page: Page): boolean {
  if (at.role !== 'button' || !takes.test((at.name ?? '').trim())) return false
  const isField = ({tag, role}: Node) => tag === 'input' && role === 'combobox'
  const box = page
    .above(at)
    .slice(0, 6)
    .find((one) => page.inside(one).some(isField))
  const stops = box ? page.inside(box).filter(isTabStop) : []
  return stops.length === 1 && stops.every((one) => isField(one) && at.index < one.index)
}
