import {grouped} from '../model/grouped.ts'
import type {Finding} from '../model/finding.ts'
import type {Candidate, EditionVerdict, JudgedFinding, Policy, Verdict} from '../model/verdict.ts'
import {withoutEchoes} from './echoes.ts'
import {fingerprint} from './fingerprint.ts'
import {inOrder} from './order.ts'
import {goneSince, likeness, withKnown} from './known.ts'
import {
  gateFinding,
  onMost,
  onProgress,
  onSeverity,
  onUnitWaivers,
  onWaivers,
} from './own-findings.ts'
import {weigh} from './severity.ts'
import {excusing, waiversOf} from './waivers.ts'

/** All that a verdict depends on. */
export interface Case {
  readonly editions: readonly Candidate[]
  /** Whether articles were withdrawn: then it is right that nothing but that is to be read. */
  readonly isCleared?: boolean
  readonly findings: readonly Finding[]
  /** Check id → at how many places it ran. */
  readonly checked: Readonly<Record<string, number>>
  readonly policy: Policy
  /** `YYYY-MM-DD`, in UTC. */
  readonly today: string
  /** Files that this run did not judge: what was known of them is not gone. */
  readonly unjudged?: ReadonlySet<string>
}

/**
 * Decides which editions go out. It fails closed: errors always hold, what could not be checked
 * is an error, an edition policy says nothing about must be complete, and a run in which nothing
 * was checked holds everything. No finding that is added can let anything out.
 */
export function gate({
  editions,
  isCleared = false,
  findings: found,
  checked,
  policy,
  today,
  unjudged,
}: Case): Verdict {
  const waivers = [...editions.flatMap(waiversOf), ...policy.waivers]
  const {severity: rules = [], known = [], causes = [], most = {}, ratchet = ''} = policy
  const findings = found.map((finding) => weigh(finding, rules))
  const gone = goneSince(findings, known, unjudged ?? new Set())
  const all = [
    ...findings,
    ...editions.flatMap((edition) => onProgress(edition, policy)),
    ...onWaivers(findings, policy.waivers, today),
    ...onSeverity(found, rules),
    ...editions.flatMap((edition) => onUnitWaivers(findings, edition, today)),
    ...(wasChecked(checked) ? [] : [gateFinding('error', 'gate/nothing-checked')]),
    ...(gone === 0
      ? []
      : [gateFinding('notice', 'gate/known-gone', {count: gone}, {place: {file: ratchet}})]),
  ]
  const judgeAll = (list: readonly Finding[]) => {
    const excuseOf = excusing(waivers, today)
    return withKnown(
      named(list.toSorted(inOrder)).map((finding) => ({
        ...finding,
        ...judgementOn(finding, policy, excuseOf(finding)),
        known: false,
        fingerprint: likeness(finding),
      })),
      {known, causes},
    )
  }
  const first = judgeAll(all)
  // Counted with the echoes: a text that silences pages must not bring a run below its limit.
  const beyond = onMost(first, most)
  const judged = withoutEchoes(beyond.length === 0 ? first : judgeAll([...all, ...beyond]))

  const reasons = reasonsOf(judged, editions)
  const alone = editions.map((edition) => ({
    slug: edition.slug,
    locale: edition.locale,
    because: reasons.get(edition) ?? [],
  }))
  const verdicts = (policy.together ? alone.map((one) => withSiblings(one, alone)) : alone).map(
    (one): EditionVerdict => ({...one, decision: one.because.length > 0 ? 'hold' : 'release'}),
  )
  const isFree = (editions.length > 0 || isCleared) && !judged.some(({blocks}) => blocks)
  return {decision: isFree ? 'passed' : 'held', editions: verdicts, findings: judged, checked}
}

type Held = Omit<EditionVerdict, 'decision'>

const tidying: ReadonlySet<string> = new Set([
  'gate/waiver-unused',
  'gate/waiver-by-place',
  'gate/known-gone',
])

function wasChecked(checked: Readonly<Record<string, number>>): boolean {
  return Object.values(checked).some((count) => count > 0)
}

function judgementOn(
  finding: Finding,
  policy: Policy,
  waived: JudgedFinding['waived'],
): Pick<JudgedFinding, 'asks' | 'blocks' | 'waived'> {
  // A waiver or a known finding that is not needed is tidying to do; if it held, finding more could let something out.
  const weighs = !tidying.has(finding.check)
  const blocking: readonly string[] = ['error', ...policy.block]
  const blocks = weighs && waived === undefined && blocking.includes(finding.severity)
  const reminds = finding.severity === 'notice' && finding.outcome === 'cantTell'
  return {waived, blocks, asks: reminds && !blocks}
}

/** Editions with the findings that count against them, by their places. */
function reasonsOf(
  findings: readonly JudgedFinding[],
  editions: readonly Candidate[],
): ReadonlyMap<Candidate, readonly number[]> {
  const bySlug = grouped(editions, ({slug}) => slug)
  const reasons = new Map<Candidate, number[]>(editions.map((edition) => [edition, []]))
  for (const [index, finding] of findings.entries()) {
    if (!finding.blocks) continue
    // Most are about one article: the others need not be asked.
    const {pages = [finding]} = finding
    const slugs = new Set(pages.map(({article}) => article))
    const asked = slugs.has(undefined)
      ? editions
      : [...slugs].flatMap((slug) => bySlug.get(slug ?? '') ?? [])
    for (const edition of asked) {
      if (countsAgainst(finding, edition, editions)) reasons.get(edition)?.push(index)
    }
  }
  return reasons
}

/**
 * A finding counts against the edition it names, or against all of the locale or the article it
 * names, or against everything. One about an article that has no edition holds the run, and no
 * other article; one about a locale without editions holds everything.
 */
function countsAgainst(
  finding: Finding,
  edition: Pick<Candidate, 'slug' | 'locale'>,
  editions: readonly Candidate[],
): boolean {
  const {pages = [finding]} = finding
  return pages.some((page) => concerns(page, edition, editions))
}

function concerns(
  {article, locale}: Pick<Finding, 'article' | 'locale'>,
  edition: Pick<Candidate, 'slug' | 'locale'>,
  editions: readonly Candidate[],
): boolean {
  if (article !== undefined && article !== edition.slug) return false
  if (locale === undefined || locale === edition.locale) return true
  return article === undefined && editions.every((one) => one.locale !== locale)
}

function withSiblings(one: Held, all: readonly Held[]): Held {
  const because = all.filter(({slug}) => slug === one.slug).flatMap((sibling) => sibling.because)
  return {...one, because: [...new Set(because)].toSorted((a, b) => a - b)}
}

/** Gives each finding its id; those that are alike but for their line are numbered. */
function named<Found extends Finding>(
  findings: readonly Found[],
): readonly (Found & {id: string})[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const id = fingerprint(finding)
    const count = (seen.get(id) ?? 0) + 1
    seen.set(id, count)
    return {...finding, id: count === 1 ? id : `${id}-${count}`}
  })
}
