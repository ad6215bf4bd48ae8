import type {Node, Page} from './page.ts'
import type {Rule} from './rule.ts'
import {bareOf} from './vague.ts'

const empty =
  /^(error|errors|invalid|invalid value|invalid input|invalid entry|invalid format|invalid field|wrong|wrong value|incorrect|incorrect value|not valid|failed|required error|try again|please try again|please correct|please correct this|please fix this|this field is invalid|this field has an error|this value is invalid|this is invalid|fix the errors?|there was an error|an error occurred|there are errors|error please try again|value not accepted|오류|에러|오류가 있습니다|잘못되었습니다|잘못된 값|잘못된 값입니다|잘못된 입력|잘못된 입력입니다|올바르지 않습니다|올바르지 않은 값입니다|다시 입력하세요|다시 시도하세요)$/

/** An error's message says which field is wrong, and how. */
export const errorMessage: Rule = {
  id: 'rule/error-message',
  criteria: ['3.3.1'],
  act: ['36b590'],
  severity: 'error',
  judge(page) {
    const messages = new Set<Node>()
    for (const node of page.nodes) {
      const {attributes, role} = node
      const pointed = `${attributes['aria-errormessage'] ?? ''} ${attributes['aria-describedby'] ?? ''}`
      for (const id of pointed.split(/\s+/)) {
        const message = page.byId(id)
        if (message) messages.add(message)
      }
      const isNamed = /error|invalid|warning/i.test(attributes['id'] ?? '')
      const isText = /^(span|p|div|strong|em|label|output|li|small|b)$/.test(node.tag)
      if (role === 'alert' || (isText && isNamed)) messages.add(node)
    }
    const hasField = page.nodes.some(({tag, seen}) => seen && /^(input|select|textarea)$/.test(tag))
    const poor = [...messages].filter((node) => node.seen && empty.test(bareOf(page.words(node))))
    const silent = page.nodes.filter((node) => isSilent(node, page))
    return hasField
      ? [
          ...poor.map((at) => ({at, values: {text: page.words(at)}})),
          ...silent.map((at) => ({
            at,
            variant: 'silent',
            values: {},
            severity: 'warning' as const,
          })),
        ]
      : []
  },
}

/** A field that says it is wrong, and nothing says why. */
function isSilent({attributes, seen}: Node, page: Page): boolean {
  if (attributes['aria-invalid'] !== 'true' || !seen) return false
  const pointed = [attributes['aria-errormessage'], attributes['aria-describedby']].join(' ').trim()
  return pointed === '' && !page.nodes.some(({role}) => role === 'alert')
}
