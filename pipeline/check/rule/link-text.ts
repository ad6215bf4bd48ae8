import {blockOf, contextOf} from './page.ts'
import type {Rule} from './rule.ts'
import {bareOf, isVague} from './vague.ts'

/**
 * A link says where it leads, by its name or by its sentence, list item, paragraph, cell or
 * description. One that needs its surroundings advises: lists of links are read without them.
 */
export const linkText: Rule = {
  id: 'rule/link-text',
  criteria: ['2.4.4'],
  act: ['5effbb', 'aizyf1'],
  of: /^link$/,
  severity: 'error',
  judge: (page) =>
    page.nodes
      .filter(
        ({role, heard, name}) => role === 'link' && heard && name !== undefined && name !== '',
      )
      .filter(({name = ''}) => isVague(name))
      .map((at) => {
        const {name = ''} = at
        const own = bareOf(name)
        const around = bareOf(contextOf(at, page)).replace(own, '').trim()
        const block = blockOf(at, page)
        const isFlow = block && /^(p|li|td|th|dd|dt)$/.test(block.tag)
        const isClear =
          around.length > 0 && (isFlow || around.split(' ').length > 0) && !isVague(around)
        return {
          at,
          values: {name},
          ...(isClear && ({severity: 'warning', variant: 'context'} as const)),
        }
      }),
}
