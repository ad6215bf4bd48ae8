import type {Finding} from '../model/finding.ts'

/** How our own rules are named among the engines, where both saw a defect. */
const own = 'galley'

/**
 * Rules of axe-core that a rule of ours answers by the whole text of the standard: where it sees
 * nothing on the page, axe's word is a question for a person. (A second refresh that never comes; a
 * guard that passes the focus on; spacing of no text; frames of two addresses that show one thing.)
 */
const better: ReadonlyMap<string, string> = new Map([
  ['axe/meta-refresh', 'rule/meta-refresh'],
  ['axe/aria-hidden-focus', 'rule/hidden-control'],
  ['axe/nested-interactive', 'rule/nested-control'],
  ['axe/avoid-inline-spacing', 'rule/inline-spacing'],
  ['axe/frame-title-unique', 'rule/frame-name'],
  ['axe/no-autoplay-audio', 'rule/autoplay'],
  ['axe/th-has-data-cells', 'rule/header-cells'],
  ['axe/empty-table-header', 'rule/header-cells'],
  ['axe/label-content-name-mismatch', 'browser/label-in-name'],
])

/** They look at a page in one of its views and answer for all of them, element by element. */
const ofPage: ReadonlySet<string> = new Set(['browser/label-in-name'])

/** Takes back what axe-core says against a rule of ours that knows better, and that did run. */
export function overrule(findings: readonly Finding[]): readonly Finding[] {
  const said = new Set(findings.map(({check, place}) => keyOf(check, place)))
  return findings.map((finding) => {
    const rule = better.get(finding.check)
    if (rule === undefined || finding.severity !== 'error') return finding
    const isSaid = [rule, silent].some((check) => said.has(keyOf(check, finding.place)))
    return isSaid ? finding : {...finding, outcome: 'cantTell', severity: 'warning'}
  })
}

/** The check that all rules are part of: it says something itself only where it could not run. */
const silent = 'browser/standards'

function keyOf(check: string, {file, view, selector}: Finding['place']): string {
  return JSON.stringify(ofPage.has(check) ? [file, selector, check] : [file, view, check])
}

/**
 * Says once what an engine and a rule of our own see at one element: the graver of the two stays,
 * and names both. Where they weigh the same it is the rule's, which says in every language of the
 * reports what is wrong there.
 */
export function agree(findings: readonly Finding[]): readonly Finding[] {
  const rules = new Map<string, Finding[]>()
  for (const finding of findings) {
    const {check, place} = finding
    if (!check.startsWith('rule/') && !ofPage.has(check)) continue
    const spot = ofPage.has(check) ? spotOf({...place, view: 'any'}) : spotOf(place)
    rules.set(spot, [...(rules.get(spot) ?? []), finding])
  }
  const ruleOf = new Map<Finding, Finding>()
  const enginesOf = new Map<Finding, Finding[]>()
  for (const engine of findings) {
    if (engine.engines.length === 0) continue
    const spots = [engine.place, {...engine.place, view: 'any'}].map(spotOf)
    const rule = spots.flatMap((spot) => rules.get(spot) ?? []).find((one) => isSame(one, engine))
    if (rule === undefined) continue
    ruleOf.set(engine, rule)
    enginesOf.set(rule, [...(enginesOf.get(rule) ?? []), engine])
  }
  return findings.flatMap((finding) => {
    const rule = ruleOf.get(finding)
    if (rule) return weight(finding) > weight(rule) ? [joined(finding, [rule])] : []
    const heard = enginesOf.get(finding) ?? []
    return heard.some((engine) => weight(engine) > weight(finding)) ? [] : [joined(finding, heard)]
  })
}

/** One element of one page in one view, or in any. */
function spotOf({file, view, selector}: Finding['place']): string {
  return JSON.stringify([file, view, selector])
}

function isSame(rule: Finding, engine: Finding): boolean {
  return engine.place.selector !== undefined && isSameDefect(rule, engine)
}

/**
 * Whether two that saw something at one place saw the same defect: the ACT rules decide where both
 * know theirs, else the criterion does, between two that are sure.
 */
export function isSameDefect(one: Finding, other: Finding): boolean {
  const {act: asked = []} = one
  const {act: answered = []} = other
  if (asked.length > 0 && answered.length > 0) return asked.some((id) => answered.includes(id))
  const areSure = one.outcome === 'failed' && other.outcome === 'failed'
  return areSure && one.criteria.some((criterion) => other.criteria.includes(criterion))
}

/** What is sure weighs more than what is not. */
export function weight({outcome, severity}: Finding): number {
  return ['notice', 'warning', 'error'].indexOf(severity) + (outcome === 'failed' ? 10 : 0)
}

/** A finding with the others that say the same. */
export function joined(finding: Finding, others: readonly Finding[]): Finding {
  if (others.length === 0) return finding
  const all = [finding, ...others]
  const act = unique(all.flatMap((one) => one.act ?? []))
  return {
    ...finding,
    criteria: unique(all.flatMap(({criteria}) => criteria)),
    ...(act.length > 0 && {act}),
    engines: unique([
      ...all.flatMap(({engines}) => engines.filter((engine) => engine !== own)),
      ...(all.some(({engines}) => engines.length === 0 || engines.includes(own)) ? [own] : []),
    ]),
  }
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
}
