import type {DocumentCheck} from '../check.ts'
import {defect} from './defect.ts'
import {languageOf} from './facts.ts'
import {helpOn, type Help} from './help.ts'

const about = {id: 'document/consistent-help', criteria: ['3.2.6']}

/**
 * Ways to get help that pages have in common stand at one place in all of them: before the content
 * or behind it, and in one order. Somebody who has found one once need not look for it again.
 */
export const consistentHelp: DocumentCheck = {
  ...about,
  judge(page, site) {
    const own = helpOn(page, site.url)
    if (own.length === 0) return []
    const language = languageOf(page)
    const moved = [...new Set(own.map(({address}) => address))].flatMap((address) => {
      const first = site.ask('help', language, address)
      if (first === null || first.path === page.rendition.path) return []
      const [here, ...others] = own.filter((one) => one.address === address)
      const places = new Set(first.help.filter((one) => one.address === address).map(placeOf))
      if (here === undefined || [here, ...others].some((one) => places.has(placeOf(one)))) return []
      const {name, at, where} = here
      const values = {name, other: first.path}
      return [defect(about, page, {key: `${about.id}/${where}`, values, at, severity: 'warning'})]
    })
    if (moved.length > 0) return moved
    const [one] = own
    const first = one && site.ask('help', language, one.address)
    if (!one || !first || first.path === page.rendition.path) return []
    const [before, now] = [byPlace(first.help), byPlace(own)]
    const known = [...before.keys()].filter((key) => now.has(key))
    const late = [...now]
      .filter(([key]) => before.has(key))
      .find(([key], at) => key !== known[at])?.[1]
    if (late === undefined) return []
    const values = {name: late.name, other: first.path}
    return [
      defect(about, page, {
        key: `${about.id}/order`,
        values,
        at: late.at,
        severity: 'warning',
      }),
    ]
  },
}

function placeOf({where}: Help): Help['where'] {
  return where
}

/** The first of each before the content, and behind it: what a page has at both has two turns. */
function byPlace<One extends Help>(help: readonly One[]): ReadonlyMap<string, One> {
  const found = new Map<string, One>()
  for (const one of help) {
    const key = `${one.where} ${one.address}`
    if (!found.has(key)) found.set(key, one)
  }
  return found
}
