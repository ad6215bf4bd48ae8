import {isTabStop} from './page.ts'
import type {Rule} from './rule.ts'

/** A link holds no other control: there are two stops for one thing, and one of them may do nothing. */
export const controlInLink: Rule = {
  id: 'rule/control-in-link',
  criteria: ['4.1.2'],
  act: [],
  of: /^link$/,
  severity: 'error',
  judge: (page) =>
    page.nodes
      .filter(
        ({tag, heard, attributes}) => tag === 'a' && heard && attributes['href'] !== undefined,
      )
      .flatMap((at) => {
        const inner = page
          .inside(at)
          .find((one) => /^(button|input|select|textarea|a)$/.test(one.tag) && isTabStop(one))
        return inner ? [{at, values: {element: inner.tag}}] : []
      }),
}
