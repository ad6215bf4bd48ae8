import type {Finding} from '../model/finding.ts'
import {agree, joined, overrule, weight} from './agree.ts'
import {confer} from './confer.ts'
import {ofOneCause} from './one-cause.ts'

/** Criteria that another colour scheme of a page can change: both engines look again there. */
const ofColours: ReadonlySet<string> = new Set(['1.4.1', '1.4.3'])

/**
 * Says once what several sources saw, where the judge of one page in one view could not know. In
 * a page's further colour schemes axe looks at colours only, so that what HTML_CodeSniffer says
 * there alone is what both said before. What a rule of our own or a second opinion sees too is said
 * with it, and what one cause does to an element in several ways of reading is one. A doubled id that
 * the document has, and a language that it does not say, are not said again.
 */
export function sayOnce(given: readonly Finding[]): readonly Finding[] {
  const findings = ofStructure(ofParts(ofLanguage(agree(overrule(given)))))
  const agreed = new Map<string, Finding[]>()
  for (const finding of findings) {
    if (finding.engines.length < 2) continue
    const spot = spotOf(finding)
    agreed.set(spot, [...(agreed.get(spot) ?? []), finding])
  }
  const doubled = findings.filter(({check}) => check === 'document/duplicate-id')
  const heard = findings.filter(({check}) => check.endsWith('.F77'))
  const isHeard = (one: Finding) => heard.some((other) => isSameId(one, other))
  // What only looks like a control, the walk with the keyboard need not say again.
  const fake = new Set(
    findings.filter(({check}) => check === 'rule/fake-control').map((one) => spotOf(one)),
  )
  // What cannot be seen at all, or lies below something else, does not show its focus either.
  const unseen = new Set(
    findings
      .filter(({message}) => /^browser\/focus-obscured\/(invisible|covered)$/.test(message.key))
      .map((one) => spotOf(one)),
  )
  const unseenSkips = new Set(
    findings
      .filter(({message}) => message.key === 'browser/skip-link/invisible')
      .map((one) => spotOf(one)),
  )
  const dead = findings.filter(({message}) => message.key === 'document/links/dead')
  const said = findings.flatMap((finding) => {
    if (dead.some((one) => isLoading(one, finding))) return []
    if (isDeaf(finding) && fake.has(spotOf(finding))) return []
    if (finding.check === 'browser/focus-visible' && unseen.has(spotOf(finding))) return []
    if (finding.check === 'browser/focus-obscured' && unseenSkips.has(spotOf(finding))) return []
    if (finding.check === 'document/duplicate-id')
      return isHeard(finding) ? [{...finding, engines: ['htmlcs']}] : [finding]
    if (heard.includes(finding) && doubled.some((one) => isSameId(one, finding))) return []
    const same = isSnifferAlone(finding)
      ? agreed.get(spotOf(finding))?.find((one) => shareCriterion(one, finding))
      : undefined
    return [same === undefined ? finding : {...same, place: finding.place}]
  })
  return confer(ofOneCause(said))
}

/** Whether a file that the browser did not get is one that the markup names: that is told with its line. */
function isLoading({place, message}: Finding, asked: Finding): boolean {
  if (asked.message.key !== 'browser/request-failed/missing') return false
  const [href, address] = [String(message.values['href']), String(asked.message.values['address'])]
  const page = `file:///${place.file}`
  if (place.file !== asked.place.file || !URL.canParse(href, page) || !URL.canParse(address))
    return false
  const [at, named] = [new URL(address).pathname, new URL(href, page).pathname]
  // From the host on it is written whole; else only the site's own folder stands before it.
  return /^(\/|[a-z]+:)/i.test(href) ? at === named : at.endsWith(named)
}

function isDeaf({check, message}: Finding): boolean {
  return check === 'browser/keyboard' && message.key === 'browser/keyboard/pointer-only'
}

function isSnifferAlone({engines, severity, criteria}: Finding): boolean {
  const alone = engines.length === 1 && engines[0] === 'htmlcs' && severity !== 'notice'
  return alone && !criteria.some((criterion) => ofColours.has(criterion))
}

/** One element of one page, in any view. */
function spotOf({place: {file, selector}}: Finding): string {
  return JSON.stringify([file, selector])
}

function shareCriterion(one: Finding, other: Finding): boolean {
  return one.criteria.some((criterion) => other.criteria.includes(criterion))
}

/** What engines and the rule say of the page's own language, the document's check says with its line. */
function ofLanguage(findings: readonly Finding[]): readonly Finding[] {
  const isHeard = ({place, criteria, engines, check}: Finding) =>
    place.selector === 'html' &&
    criteria.includes('3.1.1') &&
    (engines.length > 0 || check === 'rule/page-language')
  const own = new Set(
    findings.filter(({check}) => check === 'document/language').map(({place}) => place.file),
  )
  const heard = findings.filter((one) => isHeard(one) && own.has(one.place.file))
  if (heard.length === 0) return findings
  return findings.flatMap((finding) => {
    if (heard.includes(finding)) return []
    if (finding.check !== 'document/language') return [finding]
    const those = heard.filter(({place}) => place.file === finding.place.file)
    const isGrave = those.some(({severity}) => severity === 'error')
    return [{...joined(finding, those), ...(isGrave && {severity: 'error' as const})}]
  })
}

/**
 * A passage in another language: the document's check names its words, with their line. A part that is
 * wrong about its own language is told once, and not each passage in it.
 */
function ofParts(findings: readonly Finding[]): readonly Finding[] {
  const keyed = (key: string) => findings.filter(({message}) => message.key === key)
  const [passages, parts] = ['rule/part-language/unmarked', 'rule/part-language'].map(keyed)
  const said = new Set<string>()
  const told = findings.flatMap((finding) => {
    if (finding.check !== 'document/language-of-parts') return [finding]
    const passage = passages?.find((one) => isWithin(finding, one))
    if (passage === undefined) return parts?.some((one) => isWithin(finding, one)) ? [] : [finding]
    said.add(spotOf(passage))
    return [{...finding, ...(passage.act && {act: passage.act})}]
  })
  return told.filter((finding) => !passages?.includes(finding) || !said.has(spotOf(finding)))
}

/** Whether one is about the other's element, or about what stands in it. */
function isWithin({place: {file, selector = ''}}: Finding, {place: outer}: Finding): boolean {
  return file === outer.file && `${selector} > `.startsWith(`${outer.selector} > `)
}

/** What engines advise about the structure of a page, our own checks say with the line. */
const ofOurs: ReadonlyMap<string, string> = new Map([
  ['axe/accesskeys', 'rule/access-key'],
  ['htmlcs/WCAG2AA.Principle1.Guideline1_1.1_1_1.H30.2', 'axe/link-name'],
  ['axe/skip-link', 'browser/skip-link/missing'],
  ['htmlcs/WCAG2AA.Principle2.Guideline2_4.2_4_1.G1,G123,G124.NoSuchID', 'document/links/fragment'],
  ['axe/document-title', 'document/landmarks/no-title'],
  ['htmlcs/WCAG2AA.Principle2.Guideline2_4.2_4_2.H25.1.NoTitleEl', 'document/landmarks/no-title'],
  ['axe/empty-heading', 'document/heading-order/empty'],
  ['htmlcs/WCAG2AA.Principle1.Guideline1_3.1_3_1.H42.2', 'document/heading-order/empty'],
  ['axe/label-title-only', 'axe/label'],
  ['axe/heading-order', 'document/heading-order/skipped'],
  ['axe/page-has-heading-one', 'document/heading-order/none'],
  ['axe/landmark-one-main', 'document/landmarks/no-main'],
  ['axe/landmark-no-duplicate-main', 'document/landmarks/several-mains'],
])

/** Says of headings and landmarks once what a check of ours and an engine say of one place. */
function ofStructure(findings: readonly Finding[]): readonly Finding[] {
  const keyOf = (key: string, {place: {file, selector = 'html'}}: Finding) => {
    const isOfPage = key === 'document/heading-order/none' || /^html( > head)?$/.test(selector)
    return JSON.stringify([key, file, isOfPage ? undefined : selector])
  }
  const heard = new Map<string, Finding[]>()
  for (const one of findings) {
    const ours = ofOurs.get(one.check)
    if (ours === undefined || one.outcome !== 'failed') continue
    const key = keyOf(ours, one)
    heard.set(key, [...(heard.get(key) ?? []), one])
  }
  if (heard.size === 0) return findings
  const said = new Map(findings.map((one) => [keyOf(one.message.key, one), one]))
  return findings.flatMap((one) => {
    const ours = said.get(keyOf(ofOurs.get(one.check) ?? '', one))
    // The graver of the two stays.
    if (ours !== undefined && one.outcome === 'failed')
      return weight(one) > weight(ours) ? [joined(one, [ours])] : []
    const others = heard.get(keyOf(one.message.key, one))
    if (others === undefined) return [one]
    return others.some((other) => weight(other) > weight(one)) ? [] : [joined(one, others)]
  })
}

function isSameId({place, message}: Finding, sniffed: Finding): boolean {
  const id = String(message.values['id'])
  return place.file === sniffed.place.file && sniffed.place.selector === `#${id}`
}
