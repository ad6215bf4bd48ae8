import fnv1a from '@sindresorhus/fnv1a'
import {grouped} from '../model/grouped.ts'
import type {Finding} from '../model/finding.ts'
import {withoutMadeUp, withoutNumbers} from '../model/made-up.ts'
import type {JudgedFinding, KnownFinding, KnownState} from '../model/verdict.ts'
import {causeSought, causesIn} from './causes.ts'
import {isWorse, leastContrast} from './worse.ts'

/**
 * Names a finding by what it is about, so that it keeps its name while the page around it changes:
 * check, message, file, unit and the words quoted; the element, without its numbers, where none
 * are. Neither line nor view nor place among siblings, nor ids that a framework has made up. 16 hex
 * digits; several findings may share one.
 */
export function likeness({check, message, place, excerpt}: Finding): string {
  const {file, unit, selector} = place
  const about =
    excerpt === undefined ? selector && withoutNumbers(selector) : withoutMadeUp(excerpt)
  const identity = JSON.stringify([check, message.key, file, unit, about])
  return fnv1a(identity, {size: 64}).toString(16).padStart(16, '0')
}

/**
 * Whether a finding may be known: something that a check found wrong. What could not run or be
 * read, what the gate itself says, and how a page looks (which is approved) may not.
 */
function mayBeKnown({check, outcome, message, severity}: Finding): boolean {
  return (
    !isSilence({outcome, severity}) &&
    !/^(gate|audit|visual|check)\//.test(check) &&
    !message.key.startsWith('check/')
  )
}

/** What could not run or be read. */
function isSilence({outcome, severity}: Pick<Finding, 'outcome' | 'severity'>): boolean {
  return outcome === 'cantTell' && severity === 'error'
}

/** Of what was known, what this run could not look for: its page was not seen, or its check did not run there. */
function unsoughtIn(findings: readonly Finding[]): (known: KnownFinding) => boolean {
  const silent = new Set(
    findings
      .filter(isSilence)
      .map(({check, place}) =>
        check.startsWith('audit/') ? place.file : `${place.file}\n${check}`,
      ),
  )
  return ({file, check}) => silent.has(file) || silent.has(`${file}\n${check}`)
}

/**
 * The state that `--record` writes, sorted: what holds now or held when it was recorded, and what
 * is a template's doing among it.
 *
 * @param pages paths of all pages that were judged
 * @param before what was recorded; what could not be looked for now stays known
 */
export function stateOf(
  findings: readonly JudgedFinding[],
  pages: readonly string[],
  before: KnownState,
): KnownState {
  const held = findings.filter((one) => (one.blocks || one.known) && mayBeKnown(one))
  const state = new Map(
    [...grouped(held, likeness)].flatMap(([fingerprint, alike]) =>
      alike.slice(0, 1).map(({check, place: {file}}): readonly [string, KnownFinding] => {
        const about = {fingerprint, check, file, count: alike.length, ...leastContrast(alike)}
        return [fingerprint, about]
      }),
    ),
  )
  const unsought = before.known.filter(unsoughtIn(findings))
  for (const one of unsought) if (!state.has(one.fingerprint)) state.set(one.fingerprint, one)
  const key = ({file, check, fingerprint}: KnownFinding) =>
    JSON.stringify([file, check, fingerprint])
  return {
    known: [...state.values()].toSorted((a, b) => (key(a) < key(b) ? -1 : 1)),
    causes: causesIn(held, pages, before.causes, unsought),
  }
}

/**
 * Marks as known, and lets pass, as many findings of each fingerprint as were recorded; and then
 * those of a known cause, which they name. What has become worse since is new.
 */
export function withKnown(
  findings: readonly JudgedFinding[],
  {known, causes}: KnownState,
): readonly JudgedFinding[] {
  const left = new Map(known.map(({fingerprint, count}) => [fingerprint, count]))
  const recordedAs = new Map(known.map((one) => [one.fingerprint, one]))
  const recorded = findings.map((finding) => {
    if (!finding.blocks || !mayBeKnown(finding)) return finding
    const fingerprint = likeness(finding)
    const count = left.get(fingerprint) ?? 0
    if (count === 0 || isWorse(finding, recordedAs.get(fingerprint) ?? {})) return finding
    left.set(fingerprint, count - 1)
    return {...finding, blocks: false, known: true}
  })
  const seek = causeSought(causes, new Set(known.map(({file}) => file)))
  return recorded.map((finding) => {
    const cause = finding.blocks && mayBeKnown(finding) ? seek(finding) : undefined
    return cause === undefined ? finding : {...finding, blocks: false, known: true, cause}
  })
}

/** How many recorded findings are no longer there, of those that were looked for. */
export function goneSince(
  findings: readonly Finding[],
  known: readonly KnownFinding[],
  unjudged: ReadonlySet<string>,
): number {
  const found = new Map<string, number>()
  for (const finding of findings) {
    const fingerprint = likeness(finding)
    found.set(fingerprint, (found.get(fingerprint) ?? 0) + 1)
  }
  const isUnsought = unsoughtIn(findings)
  return known
    .filter((one) => !unjudged.has(one.file) && !isUnsought(one))
    .reduce((sum, {fingerprint, count}) => {
      return sum + Math.max(0, count - (found.get(fingerprint) ?? 0))
    }, 0)
}
