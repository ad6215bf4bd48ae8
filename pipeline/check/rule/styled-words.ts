import type {Node, Page} from './page.ts'
import type {Rule} from './rule.ts'
import {bareOf} from './vague.ts'

/** Words belong into the page: those of a style sheet cannot be copied, searched or translated. */
export const styledWords: Rule = {
  id: 'rule/styled-words',
  criteria: ['1.3.1'],
  act: [],
  severity: 'error',
  judge: (page) =>
    page.nodes
      .filter(
        ({seen, styled = ''}) =>
          seen && /\p{L}{2,}[\s\p{P}]+\p{L}{2,}/u.test(styled) && !/^[\s\p{Co}]*$/u.test(styled),
      )
      .filter((at) => !isHeader(at, page))
      .map((at) => ({at, values: {text: at.styled ?? ''}})),
}

/** A table that is laid out as a list shows a cell's header at the cell, and has it as a header too. */
function isHeader(at: Node, page: Page): boolean {
  const table = page.above(at).find(({tag}) => tag === 'table')
  const said = bareOf(at.styled ?? '')
  return (
    table !== undefined &&
    page.inside(table).some((one) => one.tag === 'th' && bareOf(page.words(one)) === said)
  )
}
