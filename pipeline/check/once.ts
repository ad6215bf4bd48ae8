import type {Finding} from '../model/finding.ts'
import {agree, overrule} from './agree.ts'

/** Criteria that another colour scheme of a page can change: both engines look again there. */
const ofColours: ReadonlySet<string> = new Set(['1.4.1', '1.4.3'])

/**
 * Says once what several sources saw, where the judge of one page in one view could not know. In
 * a page's further colour schemes axe looks at colours only, so that what HTML_CodeSniffer says
 * there alone is what both said before. What a rule of our own sees too is said with it. A doubled id that the document has is not said again.
 */
export function sayOnce(given: readonly Finding[]): readonly Finding[] {
  const findings = agree(overrule(given))
  const agreed = findings.filter(({engines}) => engines.length > 1)
  const doubled = findings.filter(({check}) => check === 'document/duplicate-id')
  const heard = findings.filter(({check}) => check.endsWith('.F77'))
  const isHeard = (one: Finding) => heard.some((other) => isSameId(one, other))
  return findings.flatMap((finding) => {
    if (finding.check === 'document/duplicate-id')
      return isHeard(finding) ? [{...finding, engines: ['htmlcs']}] : [finding]
    if (heard.includes(finding) && doubled.some((one) => isSameId(one, finding))) return []
    const same = isSnifferAlone(finding)
      ? agreed.find((one) => isSameDefect(one, finding))
      : undefined
    return [same === undefined ? finding : {...same, place: finding.place}]
  })
}

function isSnifferAlone({engines, severity, criteria}: Finding): boolean {
  const alone = engines.length === 1 && engines[0] === 'htmlcs' && severity !== 'notice'
  return alone && !criteria.some((criterion) => ofColours.has(criterion))
}

function isSameDefect(one: Finding, other: Finding): boolean {
  return (
    one.place.file === other.place.file &&
    one.place.selector === other.place.selector &&
    one.criteria.some((criterion) => other.criteria.includes(criterion))
  )
}

function isSameId({place, message}: Finding, sniffed: Finding): boolean {
  const id = String(message.values['id'])
  return place.file === sniffed.place.file && sniffed.place.selector === `#${id}`
}
