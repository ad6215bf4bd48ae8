import {levelOf} from './check/criteria.ts'
import {unseen} from './model/unseen.ts'
import {gate} from './gate/gate.ts'
import type {AuditPart, AuditRules, PageSummary} from './model/audit.ts'
import type {Finding} from './model/finding.ts'
import {grouped} from './model/grouped.ts'
import {tally} from './model/tally.ts'
import {termsOrUsual} from './model/of-pages.ts'
import type {PublicationConfig} from './model/publication.ts'
import type {Run} from './model/run.ts'
import type {JudgedFinding, Policy} from './model/verdict.ts'

/**
 * The verdict over every part of a target. It fails closed: a page that no part answers for, two
 * parts of different targets or by different means, a target without pages are errors.
 *
 * @param scope `part`: one part by itself, which does not answer for the pages of the others
 */
export function conclude(
  parts: readonly AuditPart[],
  config: PublicationConfig,
  rules: AuditRules,
  today: string,
  scope: 'whole' | 'part' = 'whole',
): Run {
  const target = parts[0]?.target ?? []
  const answered = new Set(
    parts.filter((one) => parts.length === 1 || isAnswer(one)).flatMap(({pages: own}) => own),
  )
  const pages = [...answered].sort()
  const leftOut = target.filter((path) => !answered.has(path))
  const unchanged = new Set(parts.flatMap((part) => part.unchanged))
  const isEmptyPart = scope === 'part' && pages.length === 0 && target.length > 0
  const verdict = gate({
    editions: [],
    findings: [
      ...once(parts.flatMap(({findings}) => findings)).map((one) => withinLevel(one, rules)),
      ...(target.length === 0 ? [unseen('audit/empty', '.')] : []),
      ...(isEmptyPart ? [emptyPart(parts[0]?.shard ?? '', target.length)] : []),
      ...(scope === 'part' ? [] : leftOut).map((path) => unseen('audit/left-out', path)),
      ...otherThanFirst(parts, ({target: all, content}) => JSON.stringify([all, content])).map(
        (shard) => unseen('audit/other-target', shard),
      ),
      ...otherThanFirst(parts, ({means}) => means).map((shard) =>
        unseen('audit/other-means', shard),
      ),
    ],
    checked: {...checkedIn(parts), ...(isEmptyPart && {'audit/empty-part': 1})},
    policy: config.policy,
    today,
    unjudged: new Set([...unchanged, ...leftOut]),
  })
  const held = grouped(verdict.findings, ({blocks, place}) => (blocks ? place.file : undefined))
  const findings = verdict.findings.map((finding) =>
    tolerated(finding, held.get(finding.place.file) ?? [], rules),
  )
  const unread = new Set(
    findings
      .filter(({check, outcome}) => check.startsWith('audit/') && outcome === 'cantTell')
      .map(({place}) => place.file),
  )
  const onPages = byPage(findings)
  const isFree = (pages.length > 0 || isEmptyPart) && !findings.some(({blocks}) => blocks)
  return {
    editions: [],
    audited: pages.map((path) => summary(path, onPages.get(path) ?? [], unchanged)),
    verdict: {...verdict, findings, decision: isFree ? 'passed' : 'held'},
    pages: pages.length,
    judged: pages.filter((path) => !unchanged.has(path) && !unread.has(path)),
    inapplicable: Object.fromEntries(
      parts.flatMap((part) => Object.entries(part.inapplicable ?? {})),
    ),
    url: parts[0]?.url ?? config.url,
    ...(parts[0]?.files && {files: parts[0].files}),
    views: parts[0]?.views ?? [],
    browser: [...new Set(parts.map(({browser}) => browser))].sort().join(', '),
    release: undefined,
  }
}

/**
 * Pages that passed, and need not be looked at again while they stay as they are. One with findings
 * that policy has a most of is counted in every run, and those of others may come to be too many with its.
 */
export function passedForGood(
  {audited = []}: Pick<Run, 'audited'>,
  {most: {editions = {}, ...most} = {}}: Pick<Policy, 'most'>,
): ReadonlySet<string> {
  const counted = new Set([most, ...Object.values(editions)].flatMap((one) => Object.keys(one)))
  const isCounted = ({found}: PageSummary) =>
    Object.entries(found).some(([severity, count]) => count > 0 && counted.has(severity))
  const passed = audited.filter((one) => one.decision === 'release' && !isCounted(one))
  return new Set(passed.map(({path}) => path))
}

/** Check id → at how many places it ran in all parts; what had not changed counts as checked, too. */
function checkedIn(parts: readonly AuditPart[]): Readonly<Record<string, number>> {
  const counts = parts.flatMap(({checked, unchanged}) => [
    ...Object.entries(checked),
    ...(unchanged.length > 0 ? [['audit/unchanged', unchanged.length] as const] : []),
  ])
  const sums = new Map<string, number>()
  for (const [id, count] of counts) sums.set(id, (sums.get(id) ?? 0) + count)
  return Object.fromEntries(sums)
}

/** A part in which nothing ran answers for no page, whatever it names. */
function isAnswer({checked, unchanged}: AuditPart): boolean {
  return unchanged.length > 0 || Object.values(checked).some((count) => count > 0)
}

/** The parts that are not what the first one is. */
function otherThanFirst(
  parts: readonly AuditPart[],
  nameOf: (part: AuditPart) => string,
): readonly string[] {
  const [first] = parts
  return parts.flatMap((part) => (first && nameOf(part) !== nameOf(first) ? part.shard : []))
}

/** There are more parts than pages: this one has nothing to answer for, and holds nothing. */
function emptyPart(part: string, count: number): Finding {
  const {outcome: _, ...rest} = unseen('audit/empty-part', '.')
  const message = {key: 'audit/empty-part', values: {part, count}}
  return {...rest, outcome: 'failed', severity: 'notice', message}
}

/** What every part says of the target as a whole is said once. */
function once(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((one) => [JSON.stringify(one), one])).values()]
}

function withinLevel(finding: Finding, {level}: AuditRules): Finding {
  const {criteria, outcome, severity, place} = finding
  const own = termsOrUsual(level, place.file, 'AA')
  const isBeyond = criteria.length > 0 && criteria.every((one) => levelOf(one) !== 'A')
  if (own !== 'A' || !isBeyond || outcome === 'cantTell' || severity !== 'error') return finding
  return {...finding, severity: 'warning'}
}

function tolerated(
  finding: JudgedFinding,
  own: readonly JudgedFinding[],
  {threshold}: AuditRules,
): JudgedFinding {
  const most = termsOrUsual(threshold, finding.place.file, 0)
  // A threshold is of pages: what the gate itself says of the run is on none.
  if (finding.check.startsWith('gate/')) return finding
  if (!finding.blocks || most === 0 || finding.outcome === 'cantTell') return finding
  return own.length <= most ? {...finding, blocks: false} : finding
}

/** Findings by every page they were found on, those that are waived left out. */
function byPage(findings: readonly JudgedFinding[]): ReadonlyMap<string, readonly JudgedFinding[]> {
  const all = new Map<string, JudgedFinding[]>()
  for (const finding of findings) {
    if (finding.waived !== undefined) continue
    for (const file of new Set([finding.place, ...(finding.pages ?? [])].map((one) => one.file))) {
      const own = all.get(file)
      if (own) own.push(finding)
      else all.set(file, [finding])
    }
  }
  return all
}

function summary(
  path: string,
  own: readonly JudgedFinding[],
  unchanged: ReadonlySet<string>,
): PageSummary {
  return {
    path,
    decision: own.some(({blocks}) => blocks) ? 'hold' : 'release',
    unchanged: unchanged.has(path),
    found: tally(own.filter(({asks}) => !asks)),
  }
}
