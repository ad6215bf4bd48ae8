import type {Run} from '../model/run.ts'
import {speaker, type Speaker} from '../words/speaker.ts'
import {jsonReporter, toldOf} from './json-reporter.ts'
import {outcomesOn, type TestOutcome} from './outcomes.ts'
import {sentenceOf} from './sentence.ts'
import {understandingName} from './html/criteria.ts'

/**
 * EARL 1.0 as JSON-LD, in the form the W3C takes ACT implementation reports in: a subject for
 * each page, an assertion for each test that ran on it. `inapplicable` is said
 * where that is known (of axe-core's rules, and of ours that name what they are about); else `passed`
 * says that nothing was found, which covers it.
 * https://www.w3.org/WAI/standards-guidelines/act/implementations/
 */
export const earl = jsonReporter(
  {id: 'earl', file: 'earl.jsonld'},
  (run, {words, version, tests}) => {
    const english = speaker(words, 'en', 'en')
    const assertor = {
      '@id': '_:galley',
      '@type': ['Assertor', 'Software'],
      name: 'Galley',
      release: {'@type': 'Version', revision: version},
    }
    return {
      '@context': 'https://www.w3.org/WAI/content-assets/wcag-act-rules/earl-context.json',
      '@graph': [assertor, ...toldOf(pagesOf(run), subjectOf)],
    }

    function subjectOf(page: string): object {
      return {
        '@type': 'TestSubject',
        source: new URL(pathIn(page), run.url).href,
        assertions: outcomesOn(page, run, tests).map((one) => assertionOf(one, english)),
      }
    }
  },
)

/** A path as a URL's part, whatever is in a file's name. */
function pathIn(page: string): string {
  return encodeURI(page.replace(/\p{Cs}/gu, '\uFFFD')).replace(/[?#:]/g, encodeURIComponent)
}

function pagesOf({judged, audited = []}: Run): readonly string[] {
  const unjudged = audited.filter(({unchanged}) => !unchanged).map(({path}) => path)
  return [...new Set([...judged, ...unjudged])].toSorted()
}

function assertionOf(one: TestOutcome, english: Speaker): object {
  const {test, act, criteria, outcome, findings} = one
  const [first] = findings
  const pointers = findings.flatMap(({place}) => place.selector ?? [])
  return {
    '@type': 'Assertion',
    mode: 'earl:automatic',
    assertedBy: '_:galley',
    test: {
      '@type': 'TestCase',
      title: test,
      isPartOf: [
        ...criteria.flatMap((criterion) => {
          const name = understandingName(criterion)
          return name === undefined ? [] : [`WCAG2:${name}`]
        }),
        ...act.map((rule) => `https://www.w3.org/WAI/standards-guidelines/act/rules/${rule}/`),
      ],
    },
    result: {
      '@type': 'TestResult',
      outcome: `earl:${outcome}`,
      ...(first && {description: sentenceOf(first, english).text}),
      ...(pointers.length > 0 && {pointer: pointers}),
    },
  }
}
