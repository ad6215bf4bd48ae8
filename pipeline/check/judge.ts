import type {Filed} from '../model/brief.ts'
import type {FileEvidence} from '../model/file-evidence.ts'
import type {Finding} from '../model/finding.ts'
import type {Memory} from '../model/memory.ts'
import type {PublicationConfig} from '../model/publication.ts'
import type {Rendition} from '../model/rendition.ts'
import type {Inapplicable} from '../model/run.ts'
import type {Capture, Json} from '../model/tab.ts'
import type {Term} from '../model/term.ts'
import type {View} from '../model/view.ts'
import type {BrowserCheck, DocumentCheck, House, TranslationCheck} from './check.ts'
import {isPseudo} from '../words/pseudo.ts'
import {secondOpinion} from './browser/second-opinion.ts'
import {browserChecks, documentChecks, fileChecks, translationChecks} from './checks.ts'
import {parseSite} from './document/parse.ts'
import type {FileCheck} from './file/file-check.ts'
import {dueBy, type Due} from './due.ts'
import {inapplicableOn} from './inapplicable.ts'
import {judgeEdition, judgeTogether} from './judge-edition.ts'
import {judgePage} from './judge-page.ts'
import {mergeViews} from './merge-views.ts'
import {sayOnce} from './once.ts'
import {failed, inEdition, onPage, trial, unknown, type Trial} from './trial.ts'

/** All that was made and seen, to be judged. `Capture.page` is the `path` of its rendition. */
export interface Evidence {
  readonly config: PublicationConfig
  /** The termbase. */
  readonly terms: readonly Term[]
  readonly editions: readonly Filed[]
  readonly renditions: readonly Rendition[]
  readonly captures: readonly Capture[]
  /** What was seen of the files to take along; an audit has none. */
  readonly files?: readonly FileEvidence[]
  /** The pages that are judged, where that is not all of them; the others are there to compare. */
  readonly only?: ReadonlySet<string>
  /** What was found before. */
  readonly memory: Memory
}

/** What the house has laid down for every edition. */
export function houseOf(terms: readonly Term[], {policy}: PublicationConfig): House {
  return {terms, originals: policy.originals ?? 'any'}
}

export interface Checks {
  readonly translation: readonly TranslationCheck[]
  readonly document: readonly DocumentCheck[]
  readonly browser: readonly BrowserCheck[]
  readonly file?: readonly FileCheck[]
}

export interface Judgement {
  readonly findings: readonly Finding[]
  /** Check id → at how many places it really ran: editions, pages, or pages × views. */
  readonly checked: Readonly<Record<string, number>>
  readonly inapplicable: Inapplicable
}

/**
 * Runs every check on all it applies to. What could not be checked is a `cantTell` error: a check
 * that threw, a probe that failed, a page that was not seen in every view it should have been
 * seen in, an edition without a page.
 */
export function judge(evidence: Evidence): Judgement {
  return judgeBy(
    {
      translation: translationChecks,
      document: documentChecks,
      browser: [...browserChecks, ...(evidence.config.secondOpinions ?? []).map(secondOpinion)],
      file: fileChecks,
    },
    evidence,
  )
}

/** Judge an article's editions while they are in memory: what `judge` finds in them is remembered. */
export function judgeAhead(
  editions: readonly Filed[],
  {config, terms, memory}: Pick<Evidence, 'config' | 'terms' | 'memory'>,
): void {
  const judges = {checks: translationChecks, house: houseOf(terms, config), memory}
  for (const edition of editions) judgeEdition(edition, judges)
  judgeTogether(editions, judges)
}

/** The same by a given list of checks. */
export function judgeBy(checks: Checks, evidence: Evidence): Judgement {
  const {config, memory} = evidence
  const site = parseSite(evidence.renditions, config, memory)
  const pages = site.pages.filter(({rendition}) => evidence.only?.has(rendition.path) ?? true)
  // Nobody translated what is in a pseudo-locale.
  const editions = evidence.editions.filter(({brief}) => !isPseudo(brief.locale))
  const judges = {checks: checks.translation, house: houseOf(evidence.terms, config), memory}
  const due = dueBy(memory)(evidence.renditions, config.views)
  const trials = [
    ...editions.flatMap((edition) => judgeEdition(edition, judges)),
    ...judgeTogether(editions, judges),
    ...pages.flatMap((page) => judgePage(page, checks.document, site, memory)),
    ...onFiles(checks.file ?? [], evidence),
    ...pages.flatMap(({rendition}) => inBrowser(checks.browser, rendition, evidence, due)),
  ]
  const concluded = checks.browser.flatMap((check) => concludedBy(check, trials, evidence))
  const isOpen = ({by}: Trial) => !checks.browser.some((one) => 'conclude' in one && one.id === by)
  const checked: Record<string, number> = {}
  for (const {ran} of trials) if (ran !== undefined) checked[ran] = (checked[ran] ?? 0) + 1
  return {
    findings: [
      ...mergeViews(
        // What one check says of several pages together, it says at each of them.
        sayOnce([
          ...new Set([...trials.filter(isOpen).flatMap(({findings}) => findings), ...concluded]),
        ]),
      ),
      ...pageless(evidence),
    ],
    checked,
    inapplicable: inapplicableOn(
      checks.browser,
      evidence.captures.filter(({page}) => evidence.only?.has(page) ?? true),
    ),
  }
}

function inBrowser(
  checks: readonly BrowserCheck[],
  rendition: Rendition,
  all: Evidence,
  due: Due,
): readonly Trial[] {
  const {captures, config} = all
  return config.views.flatMap((view) => {
    const {path: page, locale, article} = rendition
    const where = {...onPage(rendition), place: {file: page, view: view.name}}
    const capture = captureOf(captures, page, view)
    if (!capture) {
      const finding = unknown('browser/capture', [], where, 'check/not-seen', {})
      return [{by: 'browser/capture', ran: undefined, findings: [finding]}]
    }
    return checks
      .filter((check) => due(check, rendition, view))
      .map((check) => {
        const evidence = own(capture.evidence, check.id)
        const reason = own(capture.failures, check.id)
        if (reason !== undefined) return failed(check, where, reason)
        if (evidence === undefined) return failed(check, where, 'no evidence was gathered')
        return trial(check, where, () => {
          const seen = {page, view, locale, article}
          const source = check.compare && sourceOf(rendition, view, check.id, all)
          return [
            ...check.judge(evidence, seen),
            ...(source
              ? (check.compare?.(evidence, source.evidence, seen, source.locale) ?? [])
              : []),
          ]
        })
      })
  })
}

/** What a check that looks at all pages together makes of what it found on each. */
function concludedBy(
  check: BrowserCheck,
  trials: readonly Trial[],
  {captures, renditions, config, only}: Evidence,
): readonly Finding[] {
  if (!check.conclude) return []
  const found = trials.filter(({by}) => by === check.id).flatMap(({findings}) => findings)
  const evidence = captures.flatMap((capture) => own(capture.evidence, check.id) ?? [])
  const isWhole = renditions.every(
    ({page, path}) => page === undefined || (only?.has(path) ?? true),
  )
  try {
    return check.conclude(found, evidence, config.policy, isWhole)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const where = {place: {file: 'publication.json'}, locale: undefined, article: undefined}
    return [...found, ...failed(check, where, reason).findings]
  }
}

/** Files to take along; a strange site's are not looked at. */
function onFiles(checks: readonly FileCheck[], {renditions, files}: Evidence): readonly Trial[] {
  if (files === undefined) return []
  const pages = new Map(
    renditions.flatMap((one) =>
      one.page === 'article' ? [[`${one.locale} ${one.article}`, one] as const] : [],
    ),
  )
  const seenAt = new Map(files.map((one) => [one.path, one]))
  return checks.flatMap((check) =>
    renditions
      .filter(({mediaType}) => mediaType === check.mediaType)
      .map((file) => {
        const {seen, failure} = seenAt.get(file.path) ?? {}
        if (seen === undefined) {
          return failed(check, onPage(file), failure ?? 'no evidence was gathered')
        }
        const page = pages.get(`${file.locale} ${file.article}`)
        return trial(check, onPage(file), () => check.judge(seen, file, page))
      }),
  )
}

/** What the same check saw on the same page of the edition that this one was translated from. */
function sourceOf(
  {page, article, locale}: Rendition,
  view: View,
  check: string,
  {editions, renditions, captures}: Evidence,
): {readonly evidence: Json; readonly locale: string} | undefined {
  const sourceLocale = indexed(editions, ({brief}) => keyOf(brief.slug, brief.locale)).get(
    keyOf(article, locale),
  )?.brief.sourceLocale
  if (sourceLocale === undefined || sourceLocale === locale) return undefined
  const original = indexed(renditions, (one) => keyOf(one.page, one.article, one.locale)).get(
    keyOf(page, article, sourceLocale),
  )
  const capture = original && captureOf(captures, original.path, view)
  const evidence = capture && own(capture.evidence, check)
  return evidence === undefined ? undefined : {evidence, locale: sourceLocale}
}

function captureOf(captures: readonly Capture[], page: string, {name}: View): Capture | undefined {
  return indexed(captures, (one) => keyOf(one.page, one.view.name)).get(keyOf(page, name))
}

/** A list is gone through once for all that is looked up in it; of two with one key the first counts. */
function indexed<One>(list: readonly One[], keyOfOne: (one: One) => string) {
  const known = indexes.get(list) as ReadonlyMap<string, One> | undefined
  if (known) return known
  const index = new Map(list.toReversed().map((one) => [keyOfOne(one), one]))
  indexes.set(list, index)
  return index
}

const indexes = new WeakMap<readonly unknown[], ReadonlyMap<string, unknown>>()

function keyOf(...parts: readonly (string | undefined)[]): string {
  return JSON.stringify(parts)
}

/** Evidence is read back from disk: nothing inherited may pass for it. */
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

/** An edition that no page was made of has not been checked, whatever else was. */
function pageless({editions, renditions}: Evidence): readonly Finding[] {
  const paged = new Set(
    renditions
      .filter(({page}) => page === 'article' || page === 'fallback')
      .map(({article, locale}) => keyOf(article, locale)),
  )
  return editions
    .filter(({brief: {slug, locale}}) => !paged.has(keyOf(slug, locale)))
    .map(({brief}) => unknown('document/page', [], inEdition(brief), 'check/no-page', {}))
}
