import type {Finding} from '../model/finding.ts'
import {weight} from './agree.ts'

/** What one cause does to an element in several ways of reading, as messages; the plainest first. */
const causes: readonly (readonly RegExp[])[] = [
  // No ring in the usual colours is none in a reader's own.
  [/^browser\/focus-visible$/, /^browser\/forced-colors\/focus$/],
  // What is cut off as it stands is so enlarged, spaced and printed.
  [
    /^browser\/clipped-text\/(?:cut|hidden)$/,
    /^browser\/zoom\/cut$/,
    /^browser\/reflow\/cut$/,
    /^browser\/text-spacing\/cut$/,
    /^browser\/print\/cut$/,
  ],
  // A link without words cannot be seen when it has the focus.
  [/^axe\/link-name$/, /^browser\/focus-obscured\/invisible$/],
]

/**
 * Says of an element once what one cause does to it: the graver of the findings stays, or the
 * plainer, with the criteria of all.
 */
export function ofOneCause(findings: readonly Finding[]): readonly Finding[] {
  return causes.reduce(once, findings)
}

function once(findings: readonly Finding[], ways: readonly RegExp[]): readonly Finding[] {
  const rankOf = ({message}: Finding) => ways.findIndex((way) => way.test(message.key))
  const spots = new Map<string, Finding[]>()
  for (const finding of findings) {
    if (rankOf(finding) < 0 || finding.place.selector === undefined) continue
    const spot = JSON.stringify([finding.place.file, finding.place.selector])
    spots.set(spot, [...(spots.get(spot) ?? []), finding])
  }
  const told = new Map<Finding, Finding | undefined>()
  for (const all of spots.values()) {
    const [first] = all.toSorted((a, b) => weight(b) - weight(a) || rankOf(a) - rankOf(b))
    if (first === undefined || all.every((one) => rankOf(one) === rankOf(first))) continue
    const criteria = [...new Set([first, ...all].flatMap((one) => one.criteria))]
    for (const one of all)
      told.set(one, rankOf(one) === rankOf(first) ? {...one, criteria} : undefined)
  }
  return findings.flatMap((one) => (told.has(one) ? (told.get(one) ?? []) : [one]))
}
