import {labelsOf, type Node, type Page} from './page.ts'
import type {Rule} from './rule.ts'
import {bareOf} from './vague.ts'

const finds = /search|find|look ?up|검색|찾기|조회/i
const fields = /^(textbox|searchbox|spinbutton|combobox)$/

/** A field's label stays: a placeholder is gone with the first letter. */
export const placeholderLabel: Rule = {
  id: 'rule/placeholder-label',
  criteria: ['3.3.2'],
  act: [],
  severity: 'error',
  judge: (page) =>
    page.nodes
      .filter(
        ({role, heard, attributes}) =>
          fields.test(role) && heard && Boolean(attributes['placeholder']),
      )
      .filter((at) => {
        const {attributes, name = ''} = at
        // A tooltip of the same words is shown to the pointer alone.
        const isRepeated =
          bareOf(attributes['title'] ?? '') === bareOf(attributes['placeholder'] ?? '')
        const named = ['aria-label', 'aria-labelledby', ...(isRepeated ? [] : ['title'])]
        const isNamed = named.some((key) => attributes[key])
        return (
          !isNamed &&
          !isLabelled(at, page) &&
          !hasButton(at, page) &&
          bareOf(name) === bareOf(attributes['placeholder'] ?? '')
        )
      })
      .map((at) => ({at, values: {name: at.name ?? ''}})),
}

/** A label of the same words stays when the placeholder is gone. */
function isLabelled(field: Node, page: Page): boolean {
  return labelsOf(field, page).some((label) => label.seen && page.words(label) !== '')
}

/** The button that comes next says what the one field is for: WCAG's technique G167. */
function hasButton(field: Node, page: Page): boolean {
  const [box] = page.above(field)
  const form = page.above(field).find(({tag, role}) => tag === 'form' || role === 'search') ?? box
  const [own, next] = form
    ? page
        .inside(form)
        .filter(({index, seen, focusable}) => seen && focusable && index >= field.index)
    : []
  const isOnly = form && page.inside(form).filter(({role}) => fields.test(role)).length === 1
  return isOnly === true && own === field && next?.role === 'button' && finds.test(next.name ?? '')
}
