import type {Rule} from './rule.ts'
import {isFiller, isVague} from './vague.ts'

/** A heading says what its section is about. */
export const headingText: Rule = {
  id: 'rule/heading-text',
  criteria: ['2.4.6'],
  act: ['b49b2e'],
  of: /^heading$/,
  severity: 'error',
  judge: (page) =>
    page.nodes
      .filter(({role, heard, name}) => role === 'heading' && heard && name)
      .filter(({name = ''}) => isFiller(name) || isVague(name))
      .filter(
        ({name = ''}) =>
          !/^(welcome|information|info|menu|option|value|start|details|article|this page)$/i.test(
            name,
          ),
      )
      .map((at) => ({at, values: {name: at.name ?? ''}})),
}
