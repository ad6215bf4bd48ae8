import type {Rule} from './rule.ts'

const upwards = /\b(top|up)\b|맨 ?위|위로|처음으로/i

/** A link leads somewhere: `#` and `javascript:` are a button's work, and fail without scripts. */
export const fakeLink: Rule = {
  id: 'rule/fake-link',
  criteria: ['2.4.4', '4.1.2'],
  act: [],
  severity: 'error',
  judge: (page) =>
    page.nodes
      .filter(({tag, role, seen, attributes, name = ''}) => {
        const href = attributes['href']?.trim()
        if (tag !== 'a' || role !== 'link' || !seen || href === undefined) return false
        if (/^javascript:/i.test(href)) return true
        return href === '#' && (attributes['onclick'] !== undefined || !upwards.test(name))
      })
      .map((at) => ({at, values: {name: at.name ?? '', address: at.attributes['href'] ?? ''}})),
}
