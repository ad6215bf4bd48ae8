import fnv1a from '@sindresorhus/fnv1a'
import type {Finding} from '../model/finding.ts'
import type {JudgedFinding, KnownFinding} from '../model/verdict.ts'

/**
 * Names a finding by what it is about, so that it keeps its name while the page around it changes:
 * check, message, file, unit and the words quoted; the element, without its numbers, where none
 * are. Neither line nor view nor place among siblings, nor ids that a framework has made up. 16 hex
 * digits; several findings may share one.
 */
export function likeness({check, message, place, excerpt}: Finding): string {
  const {file, unit, selector} = place
  const about =
    excerpt?.replace(madeUp, '') ??
    selector?.replace(/:nth-[a-z-]+\(\d+\)/g, '').replace(/#[^ >]*[_:«][rR][^ >]*/g, '#')
  const identity = JSON.stringify([check, message.key, file, unit, about])
  return fnv1a(identity, {size: 64}).toString(16).padStart(16, '0')
}

/** `id="menu-:r3:"`, `for="_R_6sl5_"`, `data-v-9167a1ed`: the next build may well say otherwise. */
const madeUp =
  /\s(id|for|aria-[a-z]+|headers|list|form)="[^"]*[_:«][rR][\w]*[_:»][^"]*"|\sdata-v-[0-9a-f]{8}(="")?|(?<=[\s"])(svelte|css)-[0-9a-z]{5,8}(?=[\s"])/g

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
 * The state that `--record` writes, sorted: what holds now or held when it was recorded.
 *
 * @param before what was recorded; what could not be looked for now stays known
 */
export function stateOf(
  findings: readonly JudgedFinding[],
  before: readonly KnownFinding[],
): readonly KnownFinding[] {
  const state = new Map<string, KnownFinding>()
  for (const finding of findings) {
    if (!(finding.blocks || finding.known) || !mayBeKnown(finding)) continue
    const fingerprint = likeness(finding)
    const count = (state.get(fingerprint)?.count ?? 0) + 1
    state.set(fingerprint, {
      fingerprint,
      check: finding.check,
      file: finding.place.file,
      count,
    })
  }
  const unsought = before.filter(unsoughtIn(findings))
  for (const one of unsought) if (!state.has(one.fingerprint)) state.set(one.fingerprint, one)
  const key = ({file, check, fingerprint}: KnownFinding) =>
    JSON.stringify([file, check, fingerprint])
  return [...state.values()].toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** Marks as known, and lets pass, as many findings of each fingerprint as were recorded. */
export function withKnown(
  findings: readonly JudgedFinding[],
  known: readonly KnownFinding[],
): readonly JudgedFinding[] {
  const left = new Map(known.map(({fingerprint, count}) => [fingerprint, count]))
  return findings.map((finding) => {
    if (!finding.blocks || !mayBeKnown(finding)) return finding
    const fingerprint = likeness(finding)
    const count = left.get(fingerprint) ?? 0
    if (count === 0) return finding
    left.set(fingerprint, count - 1)
    return {...finding, blocks: false, known: true}
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
