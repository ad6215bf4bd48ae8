import {isSupplied, weighed} from './check/audit-checks.ts'
import {browserAge} from './check/browser-age.ts'
import {baseline} from './check/browser/baseline.ts'
import {strayPictures} from './check/browser/stray-pictures.ts'
import type {Checks} from './check/evidence.ts'
import {openJudging} from './check/judging.ts'
import type {StandOf} from './check/stand.ts'
import {sandboxOff} from './check/sandbox.ts'
import {notPrepared} from './check/not-prepared.ts'
import type {AuditPart, AuditTarget, PassedBy} from './model/audit.ts'
import type {Finding} from './model/finding.ts'
import type {PreparedPages, PreparedPage} from './model/preparation.ts'
import {viewNames} from './model/of-pages.ts'
import type {PublicationConfig} from './model/publication.ts'
import {forgetful} from './model/memory.ts'
import type {Rendition} from './model/rendition.ts'
import type {Capture} from './model/tab.ts'

/** Which of a target's pages one run answers for. */
export interface Selection {
  readonly shard: string
  readonly means: string
  readonly content: string
  readonly pages: readonly string[]
  readonly unchanged: readonly string[]
  readonly passedBy: PassedBy
}

/**
 * The gate for pages that Galley did not build: the same checks, without articles or locales.
 * All pages of the target are read, so that they are compared with each other; only the selected
 * ones are looked at and judged.
 */
export async function audit(
  target: AuditTarget,
  selection: Selection,
  config: PublicationConfig,
  today: string,
  checks: Checks,
  {prepared, unprepared}: PreparedPages,
  standOf: StandOf,
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
  const due = new Set(selection.pages.filter((path) => !spared.has(path) && !unprepared.has(path)))
  const compares = checks.browser.some(({id}) => id === baseline.id)
  const comparesAll = compares && !target.isPart && target.pages.every((page) => due.has(page))
  const renditions = target.renditions.map((page) => asPrepared(page, prepared.get(page.path)))
  const made = {
    config: {...config, url: target.url, locales: []},
    editions: [],
    terms: [],
    memory: forgetful,
    renditions,
    isPart: target.isPart,
    asked: new Set(target.pages),
    only: due,
    isAudit: true,
    prepared,
    standOf,
  }
  const judging = openJudging(checks, made, () => undefined)
  judging.read()
  const known = new Set([...target.pages, ...renditions.map(({path}) => path)])
  const {browser, sandboxed, strays} = await watch(
    namedOf(target.pages, renditions),
    due,
    (page, captures) => judging.see(page, captures),
  )
  const {findings, checked, inapplicable} = judging.conclude()
  return {
    ...selection,
    url: target.url,
    target: target.pages,
    findings: [
      ...target.findings.filter(({place}) => isDueFor(place.file, target, due)),
      ...[...unprepared].filter(([path]) => selection.pages.includes(path)).map(notPrepared),
      ...browserAge(browser, today),
      ...sandboxOff(browser, sandboxed),
      ...(comparesAll ? strayPictures(strays.filter((page) => !known.has(page))) : []),
      ...findings
        .filter((one) => !isSupplied(one))
        .map(weighed)
        .map((one) => (prepared.get(one.place.file)?.isOther ? withoutLine(one) : one)),
    ],
    checked,
    inapplicable,
    views: viewNames(config),
    browser,
  }
}

/** What a kind of page is asked once is asked of the first of those that somebody named. */
export function namedIn(
  {pages, renditions}: AuditTarget,
  prepared: PreparedPages['prepared'],
): readonly Rendition[] {
  const all = renditions.map((page) => asPrepared(page, prepared.get(page.path)))
  return namedOf(pages, all)
}

function namedOf(pages: readonly string[], renditions: readonly Rendition[]) {
  const asked = new Set(pages)
  return renditions.filter(({page, path}) => page === undefined || asked.has(path))
}

/** A page as it was when something had been done on it. */
function asPrepared(page: Rendition, prepared: PreparedPage | undefined): Rendition {
  return prepared?.isOther ? {...page, content: prepared.html} : page
}

/** No file has the lines of a document that scripts made. */
function withoutLine(finding: Finding): Finding {
  const {file, selector, view, source} = finding.place
  return {
    ...finding,
    place: {file, source, ...(selector && {selector}), ...(view && {view})},
  }
}

/** What is wrong with a page counts where the page is judged; with the target, everywhere. */
function isDueFor(file: string, {pages}: AuditTarget, due: ReadonlySet<string>): boolean {
  return due.has(file) || !pages.includes(file)
}
