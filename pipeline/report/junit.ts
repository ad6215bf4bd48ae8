import type {Element} from 'xast'
import {toXml} from 'xast-util-to-xml'
import {x} from 'xastscript'
import type {Run, Test} from '../model/run.ts'
import type {JudgedFinding} from '../model/verdict.ts'
import type {Speaker} from '../words/speaker.ts'
import {clean} from './clean.ts'
import type {Reporter} from './context.ts'
import {outcomesOn, placesOf, type TestOutcome} from './outcomes.ts'
import {adviceOf, placeOf, sentenceOf, waiverKey, waiverValues} from './sentence.ts'
import {shortened} from './shortened.ts'
import {voiceOf} from './voice.ts'

/**
 * JUnit XML as Jenkins, GitLab, Bitbucket and Azure read it: a suite for each page or source file,
 * a case for each check. What blocks is a failure, what blocks because it could not be decided an
 * error, what is waived is skipped; what only advises passes, with its text beside it.
 */
export const junit: Reporter = {
  id: 'junit',
  file: 'junit.xml',
  write(run, {tests, ...context}) {
    const words = voiceOf(context)
    const suites = placesOf(run).map((place) => suiteOf(place, run, tests, words))
    const all = suites.flatMap(({cases}) => cases)
    const tree = x(
      'testsuites',
      {name: 'Galley', ...counts(all)},
      suites.map(({name, cases}) =>
        x('testsuite', {name, ...counts(cases), skipped: countOf('skipped', cases)}, cases),
      ),
    )
    // The serialiser leaves `]]>` in text, which XML forbids (2.4); we write no CDATA section ourselves.
    const body = toXml(tree).replaceAll(']]>', ']]&gt;')
    return `<?xml version="1.0" encoding="utf-8"?>\n${body}\n`
  },
}

function suiteOf(place: string, run: Run, tests: readonly Test[], words: Speaker) {
  const name = text(place)
  const outcomes = outcomesOn(place, run, tests)
  // A check of many rules passes as one case; its rules are told where they have findings.
  const parts = new Set(tests.flatMap(({id, by}) => (id === by ? [] : [id])))
  const told = outcomes.filter(({test, findings}) => findings.length > 0 || !parts.has(test))
  return {name, cases: told.map((one) => caseOf(name, one, words))}
}

function caseOf(suite: string, {test, findings}: TestOutcome, words: Speaker): Element {
  const blocking = findings.filter(({blocks}) => blocks)
  const open = findings.filter(({waived}) => waived === undefined)
  const [first] = blocking
  const attributes = {name: text(test), classname: suite}
  if (first) {
    const isFailed = blocking.some(({outcome}) => outcome === 'failed')
    const more = blocking.length > 1 ? ` (+ ${blocking.length - 1})` : ''
    const message = text(sentenceOf(first, words).text) + more
    const lines = blocking.map((one) => lineOf(one, words)).join('\n')
    return x('testcase', attributes, [
      x(isFailed ? 'failure' : 'error', {type: text(test), message}, lines),
    ])
  }
  const waived = findings.find((one) => one.waived !== undefined)?.waived
  if (open.length === 0 && waived) {
    const message = text(words.say('report', waiverKey(waived), waiverValues(waived)))
    return x('testcase', attributes, [x('skipped', message)])
  }
  const lines = open.map((one) => lineOf(one, words)).join('\n')
  return x('testcase', attributes, lines === '' ? [] : [x('system-out', lines)])
}

function lineOf(finding: JudgedFinding, words: Speaker): string {
  const {severity, place, excerpt} = finding
  const parts = [
    `${severity}: ${placeOf(place)}`,
    place.selector && shortened(place.selector),
    sentenceOf(finding, words).text,
    adviceOf(finding, words)?.text,
    excerpt === undefined ? undefined : `| ${excerpt}`,
  ]
  return parts
    .filter((part) => part !== undefined)
    .map(text)
    .join('\n  ')
}

/** What the schema lets all suites together and each of them say; those left out, only each. */
function counts(cases: readonly Element[]) {
  return {
    tests: cases.length,
    failures: countOf('failure', cases),
    errors: countOf('error', cases),
  }
}

function countOf(name: string, cases: readonly Element[]): number {
  return cases.filter(({children}) =>
    children.some((child) => child.type === 'element' && child.name === name),
  ).length
}

/** Characters that XML can hold at all (2.2), on one line. */
function text(value: string): string {
  return clean(value).replace(/[\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')
}
