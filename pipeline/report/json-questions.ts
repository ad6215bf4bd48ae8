import {grouped} from '../model/grouped.ts'
import type {JudgedFinding} from '../model/verdict.ts'
import type {Speaker} from '../words/speaker.ts'
import {toldOf} from './json-reporter.ts'
import {adviceOf, sentenceOf, viewsOf} from './sentence.ts'

/**
 * What only a person can answer, each question once with all its places: thousands of pages ask
 * the same few. A place holds what is known of it and nothing else.
 */
export function questionsIn(findings: readonly JudgedFinding[], english: Speaker): object {
  const asked = grouped(findings, (finding) =>
    finding.asks ? JSON.stringify(sharedBy(finding)) : undefined,
  )
  return toldOf([...asked.values()], (places) => {
    const [first] = places
    return {...(first && questionOf(first, english)), places: places.map(placeOf)}
  })
}

function sharedBy(finding: JudgedFinding) {
  const {check, severity, message, criteria, act = [], engines, expected, actual, url} = finding
  const {key, values} = message
  return {
    check,
    severity,
    key,
    values,
    views: viewsOf(finding),
    criteria,
    act,
    engines,
    expected: expected ?? null,
    actual: actual ?? null,
    url: url ?? null,
  }
}

function questionOf(finding: JudgedFinding, english: Speaker): object {
  const {check, severity, ...rest} = sharedBy(finding)
  const message = sentenceOf(finding, english).text
  return {check, severity, message, advice: adviceOf(finding, english)?.text ?? null, ...rest}
}

function placeOf(finding: JudgedFinding): object {
  const {fingerprint, place, locale, article, excerpt, waived, known, pictures = []} = finding
  const {file, line, column, unit, selector, view, source} = place
  return {
    fingerprint,
    file,
    line,
    column,
    unit,
    selector,
    view,
    source,
    locale,
    article,
    excerpt,
    waived,
    ...(known && {known}),
    ...(pictures.length > 0 && {pictures}),
  }
}
