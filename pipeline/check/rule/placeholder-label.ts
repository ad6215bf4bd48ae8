import type {Node, Page} from './page.ts'
import type {Rule} from './rule.ts'
import {bareOf} from './vague.ts'

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
        const isNamed = ['aria-label', 'aria-labelledby', 'title'].some((key) => attributes[key])
        return (
          !isNamed &&
          !isLabelled(at, page) &&
          bareOf(name) === bareOf(attributes['placeholder'] ?? '')
        )
      })
      .map((at) => ({at, values: {name: at.name ?? ''}})),
}

/** A label of the same words stays when the placeholder is gone. */
function isLabelled(field: Node, page: Page): boolean {
  const {id} = field.attributes
  const labels = page.nodes.filter(
    ({tag, attributes}) => tag === 'label' && id !== undefined && attributes['for'] === id,
  )
  const around = page.above(field).filter(({tag}) => tag === 'label')
  return [...labels, ...around].some((label) => label.seen && page.words(label) !== '')
}
