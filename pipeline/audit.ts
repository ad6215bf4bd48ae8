import {isSupplied, weighed} from './check/audit-checks.ts'
import {browserAge} from './check/browser-age.ts'
import {levelOf} from './check/criteria.ts'
import {baseline} from './check/browser/baseline.ts'
import {strayPictures} from './check/browser/stray-pictures.ts'
import type {Checks} from './check/evidence.ts'
import {openJudging} from './check/judging.ts'
import {sandboxOff} from './check/sandbox.ts'
import {gate} from './gate/gate.ts'
import type {AuditPart, AuditRules, AuditTarget, PageSummary} from './model/audit.ts'
import type {Finding} from './model/finding.ts'
import type {Approach, Arrival, Stranding} from './model/preparation.ts'
import {grouped} from './model/grouped.ts'
import type {PublicationConfig} from './model/publication.ts'
import {forgetful} from './model/memory.ts'
import type {Rendition} from './model/rendition.ts'
import type {Run} from './model/run.ts'
import type {Capture} from './model/tab.ts'
import type {JudgedFinding} from './model/verdict.ts'

/** Which of a target's pages one run answers for. */
export interface Selection {
  readonly shard: string
  readonly pages: readonly string[]
  readonly unchanged: readonly string[]
}

/**
 * The gate for pages that Galley did not build: the same checks, without articles or locales.
 * The whole target is read, so that pages are compared with each other; only the selected ones
 * are looked at and judged.
 */
export async function audit(
  target: AuditTarget,
  selection: Selection,
  config: PublicationConfig,
  today: string,
  checks: Checks,
  {arrivals, strandings}: Approach,
  watch: (
    pages: readonly Rendition[],
    only: ReadonlySet<string>,
    take: (page: string, captures: readonly Capture[]) => void,
  ) => Promise<{
    readonly browser: string
    readonly sandboxed: boolean | undefined
    readonly strays: readonly string[]
  }>,
): Promise<AuditPart> {
  const spared = new Set(selection.unchanged)
  const asked = new Set(target.pages)
  const due = new Set(selection.pages.filter((path) => !spared.has(path) && !strandings.has(path)))
  const compares = checks.browser.some(({id}) => id === baseline.id)
  const comparesAll = compares && !target.isPart && target.pages.every((page) => due.has(page))
  const renditions = target.renditions.map((page) => arrived(page, arrivals.get(page.path)))
  const made = {
    config: {...config, url: target.url, locales: []},
    editions: [],
    terms: [],
    memory: forgetful,
    renditions,
    isPart: target.isPart,
    only: due,
    arrivals,
  }
  const judging = openJudging(checks, made, () => undefined)
  judging.read()
  const {browser, sandboxed, strays} = await watch(renditions, due, (page, captures) =>
    judging.see(page, captures),
  )
  const {findings, checked, inapplicable} = judging.conclude()
  return {
    ...selection,
    url: target.url,
    target: target.pages,
    findings: [
      ...target.findings.filter(({place}) => isDueFor(place.file, target, due)),
      ...[...strandings].filter(([path]) => selection.pages.includes(path)).map(stranded),
      ...browserAge(browser, today),
      ...sandboxOff(browser, sandboxed),
      ...(comparesAll ? strayPictures(strays.filter((page) => !asked.has(page))) : []),
      ...findings
        .filter((one) => !isSupplied(one))
        .map(weighed)
        .map((one) => (arrivals.get(one.place.file)?.isOther ? withoutLine(one) : one)),
    ],
    checked,
    inapplicable,
    views: config.views.map(({name}) => name),
    browser,
  }
}

/** A page as it was when something had been done on it. */
function arrived(page: Rendition, arrival: Arrival | undefined): Rendition {
  return arrival?.isOther ? {...page, content: arrival.html} : page
}

/** No file has the lines of a document that scripts made. */
function withoutLine(finding: Finding): Finding {
  const {file, selector, view, source} = finding.place
  return {
    ...finding,
    place: {file, source, ...(selector && {selector}), ...(view && {view})},
  }
}

/** A page on which something could not be done: it was not checked, and says which wish it was. */
function stranded([file, {wish, reason}]: readonly [string, Stranding]): Finding {
  const {text = '', ...source} = wish ?? {file}
  const key = wish === undefined ? 'audit/unprepared/page' : 'audit/unprepared'
  return {
    ...missing('audit/unprepared', file),
    message: {key, values: {file, wish: withoutSecrets(text), reason: withoutSecrets(reason)}},
    place: {file, ...(wish !== undefined && {source})},
  }
}

/** What is typed into a field may be a password. */
function withoutSecrets(text: string): string {
  return text.replace(/^(set( field)? .+? to ).+$/i, '$1…')
}

/** What is wrong with a page counts where the page is judged; with the target, everywhere. */
function isDueFor(file: string, {pages}: AuditTarget, due: ReadonlySet<string>): boolean {
  return due.has(file) || !pages.includes(file)
}

/**
 * The verdict over every part of a target. It fails closed: a page that no part answers for, two
 * parts of different targets, a target without pages are errors.
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
  const pages = [...new Set(parts.flatMap((part) => part.pages))].sort()
  const leftOut = target.filter((path) => !pages.includes(path))
  const checked: Record<string, number> = {}
  for (const part of parts) {
    for (const [id, count] of Object.entries(part.checked)) checked[id] = (checked[id] ?? 0) + count
    const spared = part.unchanged.length
    if (spared > 0) checked['audit/unchanged'] = (checked['audit/unchanged'] ?? 0) + spared
  }
  const isEmptyPart = scope === 'part' && pages.length === 0 && target.length > 0
  if (isEmptyPart) checked['audit/empty-part'] = 1
  const verdict = gate({
    editions: [],
    findings: [
      ...once(parts.flatMap(({findings}) => findings)).map((one) => withinLevel(one, rules)),
      ...(target.length === 0 ? [missing('audit/empty', '.')] : []),
      ...(isEmptyPart ? [emptyPart(parts[0]?.shard ?? '', target.length)] : []),
      ...(scope === 'part' ? [] : leftOut).map((path) => missing('audit/left-out', path)),
      ...parts
        .filter((part) => part.target.join('\n') !== target.join('\n'))
        .map((part) => missing('audit/other-target', part.shard)),
    ],
    checked,
    policy: config.policy,
    today,
    unjudged: new Set([...parts.flatMap((part) => part.unchanged), ...leftOut]),
  })
  const held = grouped(verdict.findings, ({blocks, place}) => (blocks ? place.file : undefined))
  const findings = verdict.findings.map((finding) =>
    tolerated(finding, held.get(finding.place.file) ?? [], rules),
  )
  const unchanged = new Set(parts.flatMap((part) => part.unchanged))
  const unread = new Set(
    findings.filter(({check}) => check.startsWith('audit/')).map(({place}) => place.file),
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
    views: parts[0]?.views ?? [],
    browser: [...new Set(parts.map(({browser}) => browser))].sort().join(', '),
    release: undefined,
  }
}

function missing(key: string, file: string): Finding {
  return {
    check: key,
    outcome: 'cantTell',
    severity: 'error',
    message: {key, values: {file}},
    place: {file},
    locale: undefined,
    article: undefined,
    criteria: [],
    engines: [],
  }
}

/** There are more parts than pages: this one has nothing to answer for, and holds nothing. */
function emptyPart(part: string, count: number): Finding {
  const {outcome: _, ...rest} = missing('audit/empty-part', '.')
  const message = {key: 'audit/empty-part', values: {part, count}}
  return {...rest, outcome: 'failed', severity: 'notice', message}
}

/** What every part says of the target as a whole is said once. */
function once(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((one) => [JSON.stringify(one), one])).values()]
}

function withinLevel(finding: Finding, {level}: AuditRules): Finding {
  const {criteria, outcome, severity} = finding
  const isBeyond = criteria.length > 0 && criteria.every((one) => levelOf(one) !== 'A')
  if (level !== 'A' || !isBeyond || outcome === 'cantTell' || severity !== 'error') return finding
  return {...finding, severity: 'warning'}
}

function tolerated(
  finding: JudgedFinding,
  own: readonly JudgedFinding[],
  {threshold}: AuditRules,
): JudgedFinding {
  const {file} = finding.place
  const most = threshold[file] ?? threshold['*'] ?? 0
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
  const count = (severity: string) => own.filter((one) => one.severity === severity).length
  return {
    path,
    decision: own.some(({blocks}) => blocks) ? 'hold' : 'release',
    unchanged: unchanged.has(path),
    found: {error: count('error'), warning: count('warning'), notice: count('notice')},
  }
}
