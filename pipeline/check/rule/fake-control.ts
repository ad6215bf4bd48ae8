import {isChosenSign} from './chosen-sign.ts'
import {isTabStop} from './page.ts'
import type {Rule} from './rule.ts'

const native =
  /^(a|area|button|input|select|textarea|summary|label|option|details|video|audio|body|html|form|dialog)$/
const widgets = /^(button|link|checkbox|radio|switch|textbox|searchbox|spinbutton|slider|combobox)$/

/** What can be clicked can be reached with the keyboard, and says what it is. */
export const fakeControl: Rule = {
  id: 'rule/fake-control',
  criteria: ['2.1.1'],
  act: [],
  severity: 'error',
  judge: (page) =>
    page.nodes
      .filter(
        ({tag, seen, focusable}) => seen && !focusable && !native.test(tag) && tag !== '#text',
      )
      .filter(({role, heard, attributes}) => {
        const isOff = attributes['aria-disabled'] === 'true' || attributes['aria-hidden'] === 'true'
        const clicks =
          attributes['onclick'] !== undefined || attributes['onmousedown'] !== undefined
        // The page that one is on may be a link that leads nowhere (ARIA Authoring Practices, “Breadcrumb”).
        const isHere = role === 'link' && attributes['aria-current'] === 'page'
        const isTold = heard && widgets.test(role) && attributes['role'] !== undefined && !isHere
        return !isOff && (clicks || isTold)
      })
      // A click on a label, or around a real control, is only a larger target.
      .filter((at) => !page.inside(at).some(({focusable}) => focusable))
      .filter((at) => !page.above(at).some((one) => isTabStop(one) || one.tag === 'label'))
      .filter(
        (at) =>
          !page.nodes.some(
            ({attributes}) =>
              attributes['aria-activedescendant'] === at.attributes['id'] && at.attributes['id'],
          ),
      )
      .map((at) => ({
        at,
        values: {element: at.tag},
        ...(isChosenSign(at, page) && {doubtful: true, severity: 'warning' as const}),
      })),
}
