import {askedAgain} from './asked-again.ts'
import type {Node, Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'

const same = /\b(same|copy|identical|as above)\b|동일|같음|같은|위와 같/i

/**
 * What has been written once is there to be taken: a form that asks for an address to bill and for one
 * to send to, offers to use the first for the second; and none asks for the same twice.
 */
export const redundantEntry: Rule = {
  id: 'rule/redundant-entry',
  criteria: ['3.3.7'],
  act: [],
  of: /^form$/,
  severity: 'warning',
  judge: (page) => [...unoffered(page), ...askedAgain(page)],
}

function unoffered(page: Page): readonly Breach[] {
  return page.nodes
    .filter(({tag}) => tag === 'form')
    .flatMap((form) => {
      const inside = page.inside(form)
      const fields = inside.filter((one) => one.heard && purposeOf(one) !== undefined)
      const asked = (kind: string) => new Map(fields.flatMap((one) => entryOf(one, kind)))
      const [billed, sent] = [asked('billing'), asked('shipping')]
      const again = [...sent].find(([purpose]) => billed.has(purpose))
      const isOffered = inside.some(
        ({role, name = ''}) =>
          /^(checkbox|radio|button|switch|link)$/.test(role) && same.test(name),
      )
      return again && !isOffered
        ? [{at: again[1], doubtful: true, values: {name: again[1].name ?? ''}}]
        : []
    })
}

function purposeOf({attributes}: Node): string | undefined {
  return /\b(?:billing|shipping)\s+([\w-]+)\s*$/i.exec(attributes['autocomplete'] ?? '')?.[1]
}

function entryOf(field: Node, kind: string): readonly (readonly [string, Node])[] {
  const purpose = purposeOf(field)
  const isOfKind = new RegExp(`\\b${kind}\\b`, 'i').test(field.attributes['autocomplete'] ?? '')
  return isOfKind && purpose !== undefined ? [[purpose, field]] : []
}
