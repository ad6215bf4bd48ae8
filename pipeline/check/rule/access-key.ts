import type {Rule} from './rule.ts'

/** No key of its own: it is taken already, by the browser or by a screen reader. */
export const accessKey: Rule = {
  id: 'rule/access-key',
  criteria: [],
  act: [],
  severity: 'warning',
  judge: (page) =>
    page.nodes
      .filter(({attributes}) => attributes['accesskey']?.trim())
      .map((at) => ({at, values: {key: at.attributes['accesskey'] ?? ''}})),
}
