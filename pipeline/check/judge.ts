import type {Filed} from '../model/brief.ts'
import {grouped} from '../model/grouped.ts'
import {atOnce, type Steps} from '../model/steps.ts'
import {secondOpinion} from './browser/second-opinion.ts'
import {browserChecks, documentChecks, fileChecks, translationChecks} from './checks.ts'
import type {Checks, Evidence, Judgement} from './evidence.ts'
import {houseOf} from './house.ts'
import {evidenceOf, type Original} from './in-browser.ts'
import {judgeEdition, judgeTogether} from './judge-edition.ts'
import {openJudging} from './judging.ts'

/**
 * Runs every check on all it applies to. What could not be checked is a `cantTell` error: a check
 * that threw, a probe that failed, a page that was not seen in every view it should have been
 * seen in, an edition without a page.
 */
export function judge(evidence: Evidence): Judgement {
  return atOnce(judgePageByPage(evidence))
}

/** The same, stopping after each page. */
export function judgePageByPage(evidence: Evidence): Steps<Judgement> {
  const checks = {
    translation: translationChecks,
    document: documentChecks,
    browser: [...browserChecks, ...(evidence.config.secondOpinions ?? []).map(secondOpinion)],
    file: fileChecks,
  }
  return steps(checks, evidence)
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
  return atOnce(steps(checks, evidence))
}

function* steps(checks: Checks, evidence: Evidence): Steps<Judgement> {
  const judging = openJudging(checks, evidence, originalIn(evidence))
  for (const [path, captures] of grouped(evidence.captures, ({page}) => page)) {
    judging.see(path, captures)
    yield
  }
  return judging.conclude()
}

function originalIn({editions, renditions, captures}: Evidence): Original {
  const sourceLocales = indexed(editions, ({brief}) => keyOf(brief.slug, brief.locale))
  const pages = indexed(renditions, (one) => keyOf(one.page, one.article, one.locale))
  const seen = indexed(captures, (one) => keyOf(one.page, one.view.name))
  return ({page, article, locale}, view, check) => {
    const sourceLocale = sourceLocales.get(keyOf(article, locale))?.brief.sourceLocale
    if (sourceLocale === undefined || sourceLocale === locale) return undefined
    const original = pages.get(keyOf(page, article, sourceLocale))
    const capture = original && seen.get(keyOf(original.path, view.name))
    const evidence = capture && evidenceOf(capture, {id: check})
    return evidence === undefined ? undefined : {evidence, locale: sourceLocale}
  }
}

/** Of two with one key the first counts. */
function indexed<One>(list: readonly One[], keyOfOne: (one: One) => string) {
  return new Map(list.toReversed().map((one) => [keyOfOne(one), one]))
}

function keyOf(...parts: readonly (string | undefined)[]): string {
  return JSON.stringify(parts)
}
