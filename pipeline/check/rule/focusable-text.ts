import type {Rule} from './rule.ts'

/** Tab stops where something can be done: not at a paragraph. */
export const focusableText: Rule = {
  id: 'rule/focusable-text',
  criteria: [],
  act: [],
  severity: 'warning',
  judge: (page) =>
    page.nodes
      .filter(
        ({tag, attributes, role, seen}) =>
          seen &&
          /^(p|h[1-6]|li|span|dt|dd|td|th|img|strong|em|b|blockquote)$/.test(tag) &&
          Number(attributes['tabindex'] ?? -1) >= 0 &&
          attributes['role'] === undefined &&
          !Object.keys(attributes).some(
            (name) => name.startsWith('on') || name.startsWith('aria-'),
          ) &&
          !/^(button|link)$/.test(role),
      )
      .map((at) => ({at, values: {text: page.words(at).slice(0, 60)}})),
}
