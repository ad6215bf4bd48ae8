import type {Rule} from './rule.ts'

/** What is embedded says what it is. */
export const embeddedName: Rule = {
  id: 'rule/embedded-name',
  criteria: ['1.1.1', '4.1.2'],
  act: [],
  severity: 'error',
  judge: (page) =>
    page.nodes
      .filter(
        ({tag, seen, attributes}) =>
          tag === 'embed' && seen && attributes['aria-hidden'] !== 'true',
      )
      .filter(
        ({attributes}) =>
          !['title', 'aria-label', 'aria-labelledby'].some((key) => attributes[key]?.trim()),
      )
      .map((at) => ({at})),
}
