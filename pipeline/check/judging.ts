import type {Finding} from '../model/finding.ts'
import {grouped} from '../model/grouped.ts'
import {viewsOn} from '../model/of-pages.ts'
import type {Capture, Json} from '../model/tab.ts'
import type {Rendition} from '../model/rendition.ts'
import type {Policy} from '../model/verdict.ts'
import {isPseudo} from '../words/pseudo.ts'
import {asShown} from './as-shown.ts'
import {standards} from './browser/standards.ts'
import type {BrowserCheck, ParsedPage} from './check.ts'
import {parseSite} from './document/parse.ts'
import {dueBy, readControls} from './due.ts'
import type {Checks, Judgement, Made} from './evidence.ts'
import {houseOf} from './house.ts'
import {evidenceOf, judgeInBrowser, type Original} from './in-browser.ts'
import {inapplicableOn} from './inapplicable.ts'
import {judgeEdition, judgeTogether} from './judge-edition.ts'
import {judgeFiles} from './judge-files.ts'
import {judgePage} from './judge-page.ts'
import {withLine} from './lines.ts'
import {mergeViews} from './merge-views.ts'
import {sayOnce} from './once.ts'
import {scopeOf} from './scope.ts'
import {standBy} from './stand.ts'
import {sharing} from './sharing.ts'
import {failed, inEdition, unknown, type Trial} from './trial.ts'

/** A judgement that is come to page by page: what was seen of a page need not be kept. */
export interface Judging {
  /** Reads of every page what the others are compared by, so that seeing one is quick. */
  read(): void
  /** Judges a page by what was seen of it in all views. */
  see(path: string, captures: readonly Capture[]): void
  /** The judgement on everything; a page that was not seen till then has not been checked. */
  conclude(): Judgement
}

/** What is kept of a page. */
interface Judged {
  /** What is wrong with this page and no other. */
  readonly own: readonly Finding[]
  /** What is said of it and of others. */
  readonly shared: readonly Finding[]
  /** By checks that have their last word when all pages were seen, with what they saw. */
  readonly open: readonly Trial[]
  readonly evidence: ReadonlyMap<BrowserCheck, readonly Json[]>
  readonly ran: Readonly<Record<string, number>>
  readonly inapplicable: Judgement['inapplicable']
}

export function openJudging(checks: Checks, made: Made, original: Original): Judging {
  const {config, memory, renditions, only, terms, prepared} = made
  const standOf =
    made.standOf ?? standBy({...config, prepared: prepared ?? new Map(), threshold: () => 0})
  const site = parseSite(renditions, config, memory, made)
  const pages = site.pages.filter(({rendition}) => only?.has(rendition.path) ?? true)
  const due = dueBy(memory, standOf)(
    site.pages.map(({rendition}) => rendition),
    (path) => viewsOn(config, path),
  )
  const open = checks.browser.filter((check) => 'conclude' in check)
  const together = new Set(checks.document.filter((one) => one.together).map(({id}) => id))
  const byPath = grouped(pages, ({rendition}) => rendition.path)
  const share = sharing()
  const scopes = new Map<string, (finding: Finding) => boolean>()
  const judged = new Map<ParsedPage, Judged>()

  function scopeOn(path: string): (finding: Finding) => boolean {
    const page = prepared?.get(path)
    if (page === undefined) return () => true
    const scope = scopes.get(path) ?? scopeOf(page)
    scopes.set(path, scope)
    return (finding) => finding.place.file !== path || scope(finding)
  }

  /** In an audit the page itself is what people edit. */
  function lined(finding: Finding): Finding {
    const [page] = (made.isAudit && byPath.get(finding.place.file)) || []
    return page === undefined ? finding : withLine(finding, page.tree)
  }

  function judge(page: ParsedPage, captures: readonly Capture[]): Judged {
    const {rendition} = page
    const about = {views: viewsOn(config, rendition.path), due, original}
    const counts = scopeOn(rendition.path)
    const trials = [
      ...judgePage(page, checks.document, site, memory).map((one) =>
        shown(one, rendition, captures),
      ),
      ...judgeInBrowser(checks.browser, rendition, captures, about),
    ].map((one) => ({...one, findings: one.findings.filter(counts)}))
    const isOpen = ({by}: Trial) => open.some(({id}) => id === by)
    const isOwn = ({by}: Trial, {place}: Finding) =>
      place.file === rendition.path && !together.has(by)
    const own: Finding[] = []
    const shared: Finding[] = []
    for (const one of trials.filter((each) => !isOpen(each))) {
      for (const finding of one.findings) (isOwn(one, finding) ? own : shared).push(finding)
    }
    return {
      own: mergeViews(sayOnce([...new Set(own)]))
        .map(lined)
        .map(share),
      shared,
      open: trials.filter(isOpen),
      evidence: new Map(
        open.map((check) => [check, captures.flatMap((one) => evidenceOf(one, check) ?? [])]),
      ),
      ran: counted(trials),
      inapplicable: inapplicableOn(checks.browser, captures),
    }
  }

  return {
    read() {
      for (const page of site.pages) {
        site.read(page)
        readControls(page.rendition, memory)
      }
    },
    see(path, captures) {
      for (const page of byPath.get(path) ?? []) judged.set(page, judge(page, captures))
    },
    conclude() {
      // Nobody translated what is in a pseudo-locale.
      const editions = made.editions.filter(({brief}) => !isPseudo(brief.locale))
      const judges = {checks: checks.translation, house: houseOf(terms, config), memory}
      const others = [
        ...editions.flatMap((edition) => judgeEdition(edition, judges)),
        ...judgeTogether(editions, judges),
        ...judgeFiles(checks.file ?? [], made),
      ]
      const all = pages.map((page) => judged.get(page) ?? judge(page, []))
      const isWhole = pages.length === site.pages.length
      const concluded = open
        .flatMap((check) => lastWord(check, all, config.policy, isWhole))
        .filter((finding) => scopeOn(finding.place.file)(finding))
      return {
        findings: [
          ...all.flatMap(({own}) => own),
          ...mergeViews(
            // What one check says of several pages together, it says at each of them.
            sayOnce([
              ...new Set([
                ...others.flatMap(({findings}) => findings),
                ...all.flatMap(({shared}) => shared),
                ...concluded,
              ]),
            ]),
          ).map(lined),
          ...pageless(made),
        ],
        checked: total([counted(others), ...all.map(({ran}) => ran)]),
        inapplicable: Object.assign({}, ...all.map(({inapplicable}) => inapplicable)),
      }
    },
  }
}

/** A stranger's scripts may say what the source does not; our own pages have none that do. */
function shown(trial: Trial, {locale}: Rendition, captures: readonly Capture[]): Trial {
  if (locale !== undefined) return trial
  type Reading = Parameters<typeof standards.judge>[0][number]
  const readings = captures.flatMap((one) => evidenceOf(one, standards) ?? []) as Reading[]
  const page = readings.find(({frame}) => frame === '')
  return {...trial, findings: asShown(trial.findings, page?.value)}
}

/** What a check that looks at all pages together makes of what it found on each. */
function lastWord(
  check: BrowserCheck,
  pages: readonly Judged[],
  policy: Policy,
  isWhole: boolean,
): readonly Finding[] {
  const trials = pages.flatMap(({open}) => open.filter(({by}) => by === check.id))
  const found = trials.flatMap(({findings}) => findings)
  const evidence = pages.flatMap((page) => page.evidence.get(check) ?? [])
  try {
    return check.conclude?.(found, evidence, policy, isWhole) ?? found
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const where = {place: {file: 'publication.json'}, locale: undefined, article: undefined}
    return [...found, ...failed(check, where, reason).findings]
  }
}

function counted(trials: readonly Trial[]): Readonly<Record<string, number>> {
  return total(trials.flatMap(({ran}) => (ran === undefined ? [] : [{[ran]: 1}])))
}

function total(counts: readonly Readonly<Record<string, number>>[]) {
  const sums: Record<string, number> = {}
  for (const one of counts) {
    for (const [id, count] of Object.entries(one)) sums[id] = (sums[id] ?? 0) + count
  }
  return sums
}

/** An edition that no page was made of has not been checked, whatever else was. */
function pageless({editions, renditions}: Made): readonly Finding[] {
  const keyOf = (article?: string, locale?: string) => JSON.stringify([article, locale])
  const paged = new Set(
    renditions
      .filter(({page}) => page === 'article' || page === 'fallback')
      .map(({article, locale}) => keyOf(article, locale)),
  )
  return editions
    .filter(({brief: {slug, locale}}) => !paged.has(keyOf(slug, locale)))
    .map(({brief}) => unknown('document/page', [], inEdition(brief), 'check/no-page', {}))
}
