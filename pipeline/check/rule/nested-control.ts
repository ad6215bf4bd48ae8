import type {Node, Page} from './page.ts'
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
        const inner = page.inside(at).find((one) => one.focusable && !isBlank(one, page))
        return inner ? [{at, values: {role: at.role, element: inner.tag}}] : []
      }),
}

/** Where a script puts the focus for a moment, or draws it: there is nothing in it to tell. */
function isBlank(node: Node, page: Page): boolean {
  const {tag, attributes} = node
  return (
    /^(div|span)$/.test(tag) &&
    Number(attributes['tabindex']) < 0 &&
    !Object.keys(attributes).some((name) => /^(role|title|aria-label.*)$/.test(name)) &&
    page.words(node) === '' &&
    page.inside(node).length === 0
  )
}
