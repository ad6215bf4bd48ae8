import type {Finding} from '../model/finding.ts'
import {fits} from '../model/fits.ts'
import {standingOf} from '../model/standing.ts'
import type {Candidate, Waiver} from '../model/verdict.ts'
import {likeness} from './known.ts'

/**
 * Finds the waiver that excuses a finding, one after the other: the same every time for the same
 * findings in the same order. One that names a fingerprint excuses what is wrong with as many elements
 * as it says, so that another one that looks like them is not excused unseen.
 */
export function excusing(
  waivers: readonly Waiver[],
  today: string,
): (finding: Finding) => Waiver | undefined {
  const inForce = waivers.filter((waiver) => standingOf(waiver, today) === 'in-force')
  const excused = new Map<Waiver, Set<string>>()
  const hasRoom = (waiver: Waiver, {place}: Finding) => {
    if (waiver.fingerprint === undefined) return true
    const elements = excused.get(waiver) ?? new Set()
    excused.set(waiver, elements)
    if (elements.size >= (waiver.count ?? 1)) return elements.has(place.selector ?? '')
    elements.add(place.selector ?? '')
    return true
  }
  return (finding) => inForce.find((waiver) => covers(waiver, finding) && hasRoom(waiver, finding))
}

/** Whether a waiver is about this finding: same check, a file its pattern fits, and all else it names. */
export function covers(
  {check, file, selector, unit, fingerprint}: Waiver,
  finding: Finding,
): boolean {
  const {check: id, message, place} = finding
  return (
    (check === id || check === message.key) &&
    !silent.has(id) &&
    fits(file, place.file) &&
    (selector === undefined || selector === place.selector) &&
    (unit === undefined || unit === place.unit) &&
    (fingerprint === undefined || fingerprint === likeness(finding))
  )
}

/** That nothing ran, or that nobody answers for pages, is no finding on a page that somebody could excuse. */
const silent: ReadonlySet<string> = new Set([
  'gate/nothing-checked',
  'audit/empty',
  'audit/left-out',
  'audit/other-target',
  'audit/other-means',
])

/** The waivers that an edition's units carry, in the form policy has them. */
export function waiversOf({slug, locale, units}: Candidate): readonly Waiver[] {
  return units.flatMap(({key: unit, waivers = []}) =>
    waivers.map(({check, reason, owner, expires}) => ({
      check,
      file: `locales/${locale}/${slug}.json`,
      selector: undefined,
      unit,
      reason,
      owner,
      expires,
    })),
  )
}
