import {expect, test} from 'vitest'
import {json} from '../../pipeline/report/json.ts'
import {context, poisoned, sample} from './sample.ts'

test('the whole run, with English sentences, in a stable order', async () => {
  await expect(json.write(sample(), context)).toMatchFileSnapshot('../fixtures/report/report.json')
})

test('what is quoted comes back as it was', () => {
  const read = JSON.parse(json.write(sample([poisoned]), context)) as {
    findings: readonly {excerpt: string}[]
  }
  expect(read.findings.map(({excerpt}) => excerpt)).toContain(poisoned.excerpt)
})

test('the order of a record changes nothing', () => {
  const run = sample()
  const checked = Object.fromEntries(Object.entries(run.verdict.checked).toReversed())
  const turned = {...run, verdict: {...run.verdict, checked}}
  expect(json.write(turned, context)).toBe(json.write(run, context))
})
