import {closest} from 'fastest-levenshtein'
import {tests} from '../check/tests.ts'
import {PipelineError} from '../model/error.ts'
import type {Words} from '../model/publication.ts'
import type {Policy} from '../model/verdict.ts'

/**
 * Refuses policy about a check that there is none of: a misspelt waiver would excuse nothing, and
 * a misspelt severity would raise nothing.
 *
 * @throws PipelineError `bad-policy`, with the nearest name
 */
export function refuseUnknownChecks({severity = [], waivers}: Policy, words: Words): void {
  const named = Object.keys(words['en']?.['findings'] ?? {})
  const keys = named.map((key) => key.replace(/\.advice$|_(zero|one|two|few|many|other)$/g, ''))
  const known = new Set([...tests.map(({id}) => id), ...keys].filter((key) => key.includes('/')))
  const rules = severity.flatMap(({check}, at) =>
    check === undefined ? [] : [{check, where: `policy.severity[${at}]`}],
  )
  const excuses = waivers
    // What a pa11y-ci configuration ignores is by its engines' codes.
    .filter(({owner, reason}) => reason !== `Ignored in ${owner}.`)
    .map(({check}, at) => ({check, where: `policy.waivers[${at}]`}))
  for (const {check, where} of [...rules, ...excuses]) {
    // Engines have rules that nobody has words for; ours are all known.
    if (known.has(check) || /^(htmlcs|alfa|accesslint|ibm)\/|\/could-not-run$/.test(check)) continue
    throw new PipelineError(
      'bad-policy',
      `publication.json: "${where}.check" is "${check}", and there is no such check. Did you mean "${closest(check, [...known])}"?`,
      'The ids of checks stand beside their findings in every report.',
    )
  }
}
