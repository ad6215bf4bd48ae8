import type {Rule} from './rule.ts'

/** Roles whose children are only pictures of them, by WAI-ARIA: nothing in them is told. */
const closed =
  /^(button|checkbox|img|image|menuitemcheckbox|menuitemradio|meter|option|progressbar|radio|scrollbar|separator|slider|switch|tab)$/

/**
 * A control holds nothing that can have the focus, be it by script alone: it would not be told. What
 * opens `details` is no button by HTML-AAM: what stands in a summary is told.
 */
export const nestedControl: Rule = {
  id: 'rule/nested-control',
  criteria: ['4.1.2'],
  act: ['307n5z'],
  severity: 'error',
  judge: (page) =>
    page.nodes
      .filter(({tag, role, heard}) => heard && closed.test(role) && tag !== 'option')
      .filter(({tag, attributes}) => tag !== 'summary' || attributes['role'] !== undefined)
      .flatMap((at) => {
        const inner = page.inside(at).find(({focusable}) => focusable)
        return inner ? [{at, values: {role: at.role, element: inner.tag}}] : []
      }),
}
