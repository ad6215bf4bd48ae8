import type {Rule} from './rule.ts'

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
      .map((at) => ({at, values: {text: at.styled ?? ''}})),
}
