import type {Rule} from './rule.ts'

/** Radio buttons of one question stand in a group that says the question. */
export const groupedFields: Rule = {
  id: 'rule/grouped-fields',
  criteria: ['1.3.1'],
  act: [],
  severity: 'error',
  judge(page) {
    const seen = new Set<string>()
    return page.nodes.flatMap((at) => {
      const {tag, attributes, heard} = at
      const type = attributes['type']?.toLowerCase()
      const question = attributes['name']
      if (tag !== 'input' || type !== 'radio' || !heard || !question || seen.has(question))
        return []
      seen.add(question)
      const answers = page.nodes.filter(
        (one) => one.tag === 'input' && one.attributes['name'] === question && one.heard,
      )
      const isGrouped = page
        .above(at)
        .some(({tag: above, role}) => above === 'fieldset' || /^(radiogroup|group)$/.test(role))
      return answers.length > 1 && !isGrouped ? [{at, values: {question}}] : []
    })
  },
}
