import {decoded} from '../../model/decoded.ts'
import type {Page} from './page.ts'
import type {Rule} from './rule.ts'

const upwards = /\b(top|up)\b|맨 ?위|위로|처음으로/i

/** How people write that a link leads nowhere. */
const dead = /^#(none|void|null|nolink|noaction|javascript|[;!]|void\(0\);?)$/i

/**
 * A link leads somewhere: `#` and `javascript:` are a button's work, and fail without scripts. Where
 * hardly a link of the page leads anywhere, the page is a draft or a sample, and what stands for
 * addresses in it advises.
 */
export const fakeLink: Rule = {
  id: 'rule/fake-link',
  criteria: ['2.4.4', '4.1.2'],
  act: [],
  severity: 'error',
  judge(page) {
    const real = page.nodes.filter(
      ({tag, attributes}) => tag === 'a' && /^(?!javascript:)[^#]/i.test(attributes['href'] ?? ''),
    )
    return page.nodes
      .filter(({tag, role, seen, attributes, name = ''}) => {
        const href = attributes['href']?.trim()
        if (tag !== 'a' || role !== 'link' || !seen || href === undefined) return false
        if (/^javascript:/i.test(href)) return true
        const isScripted = attributes['onclick'] !== undefined
        if (href !== '#')
          return href.startsWith('#') && (isScripted || dead.test(href)) && isNowhere(href, page)
        return !isHere(name, page) && (isScripted || (real.length > 1 && !upwards.test(name)))
      })
      .map((at) => ({
        at,
        values: {name: at.name ?? '', address: at.attributes['href'] ?? ''},
        ...(real.length < 2 && {criteria: [], severity: 'warning' as const}),
      }))
  },
}

/** A name for no place (`#none`, `#;`), which no part of the page bears. */
function isNowhere(href: string, page: Page): boolean {
  const id = decoded(href.slice(1))
  return (
    !/^!?\/|^(top)?$/i.test(id) &&
    page.byId(id) === undefined &&
    !page.nodes.some(({attributes}) => attributes['name'] === id)
  )
}

/** In a menu, the page that one is on: its top is where the link leads. */
function isHere(name: string, page: Page): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim()
  return plain(name) !== '' && ` ${plain(page.tree.title)} `.includes(` ${plain(name)} `)
}
