import type {Node, Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'

/**
 * HTML's own dialogs, bars, gauges and disclosures say what they are for. Engines ask that of the
 * roles of ARIA alone, which these elements have without saying so.
 */
export const unnamedPart: Rule = {
  id: 'rule/unnamed-part',
  criteria: ['4.1.2'],
  act: [],
  of: /^(dialog|progress|meter|details)$/,
  severity: 'error',
  judge: (page) =>
    page.nodes.flatMap((at): readonly Breach[] => {
      const {tag, heard, name, attributes} = at
      if (!heard || attributes['role'] !== undefined) return []
      if (tag === 'dialog') return name === '' ? [{at, variant: 'dialog'}] : []
      if (tag === 'progress' || tag === 'meter') {
        const isNamed = name !== '' || labelsOf(at, page).some((label) => page.words(label) !== '')
        return isNamed ? [] : [{at, variant: 'progress', criteria: ['1.1.1']}]
      }
      if (tag !== 'details' || page.children(at).some((one) => one.tag === 'summary')) return []
      return [{at, variant: 'details', severity: 'warning', criteria: ['2.4.6']}]
    }),
}

/** Bars and gauges can be labelled as fields are (HTML, section 4.10.2). */
function labelsOf(at: Node, page: Page): readonly Node[] {
  const {id} = at.attributes
  return [
    ...page.above(at).filter(({tag}) => tag === 'label'),
    ...page.nodes.filter(({tag, attributes}) => tag === 'label' && id && attributes['for'] === id),
  ]
}
