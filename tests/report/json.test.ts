import {readFileSync} from 'node:fs'
import {Ajv} from 'ajv'
import {expect, test} from 'vitest'
import {json} from '../../pipeline/report/json.ts'
import {audited, context, poisoned, sample} from './sample.ts'

test('the whole run, with English sentences, in a stable order', async () => {
  await expect(json.write(sample(), context)).toMatchFileSnapshot('../fixtures/report/report.json')
})

test('what is quoted comes back as it was', () => {
  const read = JSON.parse(json.write(sample([poisoned]), context)) as {
    findings: readonly {excerpt: string}[]
  }
  expect(read.findings.map(({excerpt}) => excerpt)).toContain(poisoned.excerpt)
})

test('a question is told once, with its places, and is no finding', () => {
  const told = JSON.parse(json.write(sample(), context)) as {
    findings: readonly {check: string}[]
    questions: readonly {check: string; places: readonly {file: string}[]}[]
  }
  const isOne = ({check}: {check: string}) => check.endsWith('1_3_3.G96')
  expect(told.findings.filter(isOne)).toEqual([])
  expect(told.questions.filter(isOne).map(({places}) => places)).toMatchObject([
    [{file: 'en/index.html'}, {file: 'en/story/index.html'}],
  ])
})

test('the order of a record changes nothing', () => {
  const run = sample()
  const checked = Object.fromEntries(Object.entries(run.verdict.checked).toReversed())
  const turned = {...run, verdict: {...run.verdict, checked}}
  expect(json.write(turned, context)).toBe(json.write(run, context))
})

const schema = JSON.parse(
  readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8'),
) as object
const valid = new Ajv({allErrors: true, strict: false}).compile(schema)

test.each([
  ['a run', sample()],
  ['a run with hostile texts', sample([poisoned])],
  ['an audit', audited],
  ['nothing at all', {...sample([]), release: undefined}],
])('the published schema allows %s', (_, run) => {
  valid(JSON.parse(json.write(run, context)))
  expect(valid.errors).toBeNull()
})

test('the published schema names every key that there is', () => {
  const report = JSON.parse(json.write(audited, context)) as Record<string, unknown>
  const {properties, definitions} = schema as {
    properties: object
    definitions: {finding: {properties: object}; edition: {properties: object}}
  }
  const [finding = {}] = report['findings'] as object[]
  expect(Object.keys(properties)).toEqual(Object.keys(report))
  expect(Object.keys(definitions.finding.properties)).toEqual(Object.keys(finding))
})

test.each([
  ['decision', 'maybe'],
  ['findings', [{}]],
  ['pages', -1],
  ['schema', 1],
  ['questions', [{}]],
])('the published schema refuses %s: %j', (key, value) => {
  expect(valid({...(JSON.parse(json.write(sample(), context)) as object), [key]: value})).toBe(
    false,
  )
})
