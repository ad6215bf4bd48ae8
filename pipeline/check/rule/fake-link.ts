import type {Rule} from './rule.ts'

/** A link leads somewhere: `#` and `javascript:` are a button's work, and fail without scripts. */
export const fakeLink: Rule = {
  id: 'rule/fake-link',
  criteria: [],
  act: [],
  severity: 'error',
  judge: (page) =>
    page.nodes
      .filter(({tag, role, seen, attributes}) => {
        const href = attributes['href']?.trim()
        if (tag !== 'a' || role !== 'link' || !seen || href === undefined) return false
        return /^javascript:/i.test(href) || (href === '#' && attributes['onclick'] !== undefined)
      })
      .map((at) => ({at, values: {name: at.name ?? '', address: at.attributes['href'] ?? ''}})),
}
