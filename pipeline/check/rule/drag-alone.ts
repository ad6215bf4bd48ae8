import {grouped} from '../../model/grouped.ts'
import type {Node, Page} from './page.ts'
import type {Rule} from './rule.ts'

const controls =
  /^(button|link|checkbox|combobox|listbox|menuitem|radio|spinbutton|switch|textbox|option|tab|treeitem|row|gridcell)$/
const way =
  /\b(arrow keys?|keyboard|move (up|down|left|right|to)|reorder mode)\b|방향 ?키|화살표 ?키|위로 옮|아래로 옮|위로 이동|아래로 이동/i
/** What such a control may be called, in full. */
const step =
  /^(move )?(up|down|left|right|earlier|later|higher|lower|to (the )?(top|bottom|start|end))$|^[↑↓←→▲▼]$|^(위로|아래로|앞으로|뒤로|맨 ?위로|맨 ?아래로)$/i

/** What can be moved by dragging can be moved by a press too, and with keys: several of a kind, none with a control. */
export const dragAlone: Rule = {
  id: 'rule/drag-alone',
  criteria: ['2.5.7', '2.1.1'],
  act: [],
  severity: 'error',
  judge(page) {
    const dragged = page.nodes.filter(
      (at) => at.attributes['draggable'] === 'true' && at.seen && !/^(a|img)$/.test(at.tag),
    )
    return [...grouped(dragged, ({parent}) => parent).values()]
      .filter((group) => group.length >= 2 && !group.some((one) => isHandled(one, page)))
      .filter(([first]) => first && !hasOtherWay(first, page))
      .flatMap(([at]) => (at ? [{at, values: {text: page.words(at).slice(0, 60)}}] : []))
  },
}

/** Tab comes to it, or to a control in it. */
function isHandled(at: Node, page: Page): boolean {
  return [at, ...page.inside(at)].some((one) => one.focusable || controls.test(one.role))
}

/** Words beside it tell of one, or a control beside it is named by it. */
function hasOtherWay(at: Node, page: Page): boolean {
  const box = page.above(at)[1] ?? page.root
  return (
    (box !== undefined && way.test(page.words(box))) ||
    page.nodes.some(
      ({role, name = '', heard}) =>
        heard && controls.test(role) && (way.test(name) || step.test(name.trim())),
    )
  )
}
