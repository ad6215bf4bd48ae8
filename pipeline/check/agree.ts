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
])

/** Takes back what axe-core says against a rule of ours that knows better, and that did run. */
export function overrule(findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => {
    const rule = better.get(finding.check)
    const {file, view} = finding.place
    const isSaid = findings.some(
      ({check, outcome, place}) =>
        place.file === file &&
        place.view === view &&
        (check === rule || (check === 'browser/standards' && outcome === 'cantTell')),
    )
    if (rule === undefined || isSaid || finding.severity !== 'error') return finding
    return {...finding, outcome: 'cantTell', severity: 'warning'}
  })
}

/**
 * Says once what an engine and a rule of our own see at one element: the graver of the two stays,
 * and names both. Where they weigh the same it is the rule's, which says in every language of the
 * reports what is wrong there.
 */
export function agree(findings: readonly Finding[]): readonly Finding[] {
  const rules = findings.filter(
    ({check}) => check.startsWith('rule/') || check === 'browser/label-in-name',
  )
  const pairs = findings
    .filter(({engines}) => engines.length > 0)
    .flatMap((engine) => {
      const rule = rules.find((one) => isSame(one, engine))
      return rule === undefined ? [] : [{rule, engine}]
    })
  return findings.flatMap((finding) => {
    const asEngine = pairs.find(({engine}) => engine === finding)
    if (asEngine)
      return weight(finding) > weight(asEngine.rule) ? [joined(finding, [asEngine.rule])] : []
    const heard = pairs.filter(({rule}) => rule === finding).map(({engine}) => engine)
    return heard.some((engine) => weight(engine) > weight(finding)) ? [] : [joined(finding, heard)]
  })
}

/**
 * The same defect: the ACT rules decide where both know theirs, else the criterion does, between
 * two that are sure.
 */
function isSame(rule: Finding, engine: Finding): boolean {
  const {file, view, selector} = engine.place
  const isThere =
    selector !== undefined &&
    rule.place.selector === selector &&
    rule.place.file === file &&
    rule.place.view === view
  if (!isThere) return false
  const {act: asked = []} = rule
  const {act: answered = []} = engine
  if (asked.length > 0 && answered.length > 0) return asked.some((one) => answered.includes(one))
  const areSure = rule.outcome === 'failed' && engine.outcome === 'failed'
  return areSure && rule.criteria.some((one) => engine.criteria.includes(one))
}

function weight({outcome, severity}: Finding): number {
  return ['notice', 'warning', 'error'].indexOf(severity) + (outcome === 'failed' ? 10 : 0)
}

function joined(finding: Finding, others: readonly Finding[]): Finding {
  if (others.length === 0) return finding
  const all = [finding, ...others]
  const act = unique(all.flatMap((one) => one.act ?? []))
  return {
    ...finding,
    criteria: unique(all.flatMap(({criteria}) => criteria)),
    ...(act.length > 0 && {act}),
    engines: unique([...all.flatMap(({engines}) => engines), own]),
  }
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
}
