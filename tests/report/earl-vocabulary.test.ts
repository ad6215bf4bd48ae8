import jsonld, {type Options} from 'jsonld'
import {describe, expect, test} from 'vitest'
import type {Finding} from '../../pipeline/model/finding.ts'
import {earl} from '../../pipeline/report/earl.ts'
import {context, findings, poisoned, sample} from './sample.ts'

interface Quad {
  readonly subject: {readonly value: string}
  readonly predicate: {readonly value: string}
  readonly object: {readonly value: string; readonly datatype?: {readonly value: string}}
}

const vocabulary = {
  earl: 'http://www.w3.org/ns/earl#',
  doap: 'http://usefulinc.com/ns/doap#',
  dct: 'http://purl.org/dc/terms/',
  ptr: 'http://www.w3.org/2009/pointers#',
}

/** What the context that the W3C publishes for ACT reports makes of the words that ours have. */
const terms = {
  ...vocabulary,
  '@vocab': vocabulary.earl,
  WCAG2: 'http://www.w3.org/TR/WCAG2/#',
  source: 'dct:source',
  title: 'dct:title',
  name: 'doap:name',
  description: 'doap:description',
  release: 'doap:release',
  revision: 'doap:revision',
  Version: 'doap:Version',
  assertions: {'@reverse': 'subject'},
  assertedBy: {'@type': '@id'},
  outcome: {'@type': '@id'},
  mode: {'@type': '@id'},
  pointer: {'@type': 'ptr:CSSSelectorPointer'},
}

/** What EARL 1.0 wants an assertion to have, each once, and what of; `mode` is said by all of ours. */
const parts = {
  assertedBy: 'Assertor',
  subject: 'TestSubject',
  test: 'TestCase',
  result: 'TestResult',
} as const

const outcomes = ['passed', 'failed', 'cantTell', 'inapplicable', 'untested']

const properties = [
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#type',
  ...[...Object.keys(parts), 'mode', 'outcome', 'pointer'].map((name) => vocabulary.earl + name),
  // Not of EARL's own: the W3C's readers of ACT reports look for it under this name.
  `${vocabulary.earl}isPartOf`,
  ...['source', 'title'].map((name) => vocabulary.dct + name),
  ...['name', 'description', 'release', 'revision'].map((name) => vocabulary.doap + name),
]

const runs: Readonly<Record<string, readonly Finding[]>> = {
  'a usual run': findings,
  'a run that found nothing': [],
  'hostile texts': [poisoned],
}

describe.each(Object.entries(runs))('EARL 1.0 as JSON-LD: %s', async (_, found) => {
  const quads = await statementsOf(JSON.parse(earl.write(sample(found), context)) as object)
  const valuesOf = (subject: string, property: string) =>
    quads
      .filter((quad) => quad.subject.value === subject && quad.predicate.value === property)
      .map(({object}) => object.value)
  const typesOf = (subject: string) => valuesOf(subject, properties[0] ?? '')
  const all = (type: string) => [
    ...new Set(
      quads.map(({subject}) => subject.value).filter((one) => typesOf(one).includes(type)),
    ),
  ]

  test('says nothing that no vocabulary knows', () => {
    expect(quads.map(({predicate}) => predicate.value).filter(unlike(properties))).toEqual([])
  })

  test('has of each assertion who says what of which test and page', () => {
    const assertions = all(`${vocabulary.earl}Assertion`)
    expect(assertions).not.toEqual([])
    for (const assertion of assertions) {
      for (const [property, type] of Object.entries(parts)) {
        const values = valuesOf(assertion, vocabulary.earl + property)
        expect(values).toHaveLength(1)
        expect(values.flatMap(typesOf)).toContain(vocabulary.earl + type)
      }
      expect(valuesOf(assertion, `${vocabulary.earl}mode`)).toEqual([`${vocabulary.earl}automatic`])
    }
  })

  test('has outcomes and pages as ACT reports must', () => {
    for (const result of all(`${vocabulary.earl}TestResult`)) {
      const values = valuesOf(result, `${vocabulary.earl}outcome`)
      expect(values).toHaveLength(1)
      expect(values.filter(unlike(outcomes.map((name) => vocabulary.earl + name)))).toEqual([])
    }
    for (const page of all(`${vocabulary.earl}TestSubject`)) {
      expect(
        valuesOf(page, `${vocabulary.dct}source`).map((source) => URL.canParse(source)),
      ).toEqual([true])
    }
    const pointers = quads.filter(({predicate}) => predicate.value === `${vocabulary.earl}pointer`)
    for (const {object} of pointers) {
      expect(object.datatype?.value).toBe(`${vocabulary.ptr}CSSSelectorPointer`)
    }
  })
})

/** Nothing is fetched; in safe mode what JSON-LD would leave out is an error. */
async function statementsOf(report: object): Promise<readonly Quad[]> {
  const documentLoader = (url: string) => {
    expect(url).toBe('https://www.w3.org/WAI/content-assets/wcag-act-rules/earl-context.json')
    return Promise.resolve({documentUrl: url, document: {'@context': terms}})
  }
  const options: Options.ToRdf & {readonly safe: true} = {documentLoader, safe: true}
  return (await (jsonld.toRDF(report, options) as Promise<unknown>)) as readonly Quad[]
}

function unlike(known: readonly string[]): (value: string) => boolean {
  return (value) => !known.includes(value)
}
