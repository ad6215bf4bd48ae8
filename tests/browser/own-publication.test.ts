import {cpSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {desk} from '../verbs/desk.ts'

const own = fileURLToPath(new URL('../..', import.meta.url))
const parts = ['articles', 'locales', 'publication.json', 'templates', 'tests/baselines']

interface Reported {
  readonly editions?: readonly unknown[]
  readonly findings?: readonly {readonly severity: string; readonly check: string}[]
}

// Whoever changes what pages, books or prints are made of has a look at them, and approves them.
test('what is published here may go out as it is, and looks as approved', async () => {
  const {root, galley, json} = desk({})
  for (const part of parts) cpSync(join(own, part), join(root, part), {recursive: true})
  await galley('check')
  const {editions = [], findings = []}: Reported = json('out/report/report.json')
  // Pictures of another browser or other fonts than those approved with cannot be compared.
  const wrong = findings.filter(
    ({severity, check}) => severity === 'error' && check !== 'visual/environment',
  )
  expect(wrong).toEqual([])
  expect(editions).toHaveLength(2)
})
