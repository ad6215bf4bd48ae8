import type {Finding} from '../model/finding.ts'
import {browserChecks, documentChecks} from './checks.ts'
import type {Checks} from './evidence.ts'

/** Checks of our own pages that say nothing about anybody else's: our policy, our editions. */
const ours: ReadonlySet<string> = new Set([
  'document/alternates',
  'document/escaping',
  'document/missing-words',
  'document/unfinished',
  'document/dates',
  'browser/content-security-policy',
  'visual/baseline',
])

/**
 * What our own pages must be and a stranger's should: our house's rules of structure, and how
 * the page looks in the fonts of this machine. No criterion of WCAG fails by them alone.
 */
const advice: ReadonlySet<string> = new Set([
  'document/heading-order',
  'document/landmarks',
  // KWCAG 6.4.2 asks for it; a title that fits two pages describes both.
  'document/page-names',
  'document/duplicate-id',
  'document/markup',
  'document/links',
  'browser/request-failed',
  'browser/clipped-text',
  'browser/overflow',
  'browser/glyphs',
  'browser/print',
  // What shows the focus in the usual colours is enough for 2.4.7.
  'browser/forced-colors',
  // Korea's guidelines ask for it (KWCAG 7.2.1), those of the W3C at level AAA alone (3.2.5).
  'rule/new-window',
])

/** The checks that judge pages which Galley did not build. */
export const auditChecks: Checks = {
  translation: [],
  document: documentChecks.filter(({id}) => !ours.has(id)),
  browser: browserChecks.filter(({id}) => !ours.has(id)),
}

/** The same, and whether pages look as somebody approved them. */
export const visualChecks: Checks = {
  ...auditChecks,
  browser: browserChecks.filter(({id}) => !ours.has(id) || id === 'visual/baseline'),
}

/** A finding as it weighs on a stranger's page. What could not run weighs what it always does. */
export function weighed(finding: Finding): Finding {
  if (isDrawnElsewhere(finding)) return {...finding, severity: 'notice'}
  const isAdvice =
    advice.has(finding.check) &&
    !finding.message.key.endsWith('/crossed') &&
    !isUntitled(finding) &&
    !isWordless(finding)
  const advises = finding.outcome === 'failed' && (isAdvice || isUndone(finding))
  return advises && finding.severity === 'error' ? {...finding, severity: 'warning'} : finding
}

/** What no font here has, as long as it is anybody's character, readers' own machines draw. */
function isDrawnElsewhere({message: {key, values}}: Finding): boolean {
  return key === 'browser/glyphs/missing' && !/[\p{Co}\p{Cn}]/u.test(String(values['characters']))
}

/** A page without a title, in its source and when its scripts have run, fails 2.4.2. */
function isUntitled({message: {key}, engines}: Finding): boolean {
  return key === 'document/landmarks/no-title' && engines.length > 0
}

/** A heading that is announced and says nothing fails 1.3.1, where an engine has read the page so, too. */
function isWordless({message: {key}, engines}: Finding): boolean {
  return key === 'document/heading-order/empty' && engines.includes('axe')
}

/** What the document lacks and its own scripts supply: the engines, which read the page, miss nothing. */
function isUndone({message: {key}, engines}: Finding): boolean {
  return /^document\/language\/(missing|missing-xml|invalid)$/.test(key) && engines.length === 0
}

/** A main part or a heading that scripts make, and every reader meets: nothing is wrong. */
export function isSupplied({message: {key}, engines}: Finding): boolean {
  return /^document\/(heading-order\/none|landmarks\/no-main)$/.test(key) && engines.length === 0
}
