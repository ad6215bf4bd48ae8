import {expect, test} from 'vitest'
import {conformance} from '../../pipeline/report/conformance.tsx'
import {context, findings, poisoned, sample} from './sample.ts'

function results(text: string): Readonly<Record<string, string>> {
  const [english = ''] = text.split('</table>')
  const rows = english.split('<tr>').map((row) =>
    row
      .replace(/<[^>]*>/g, ' ')
      .trim()
      .split(/\s{2,}/),
  )
  return Object.fromEntries(
    rows.slice(2).map(([number = '', , ...rest]) => [number, rest.join(' ')]),
  )
}

test('a criterion is not met where a check found an error, else not evaluated; never met', () => {
  const english = results(conformance.write(sample(), context))
  expect(Object.keys(english)).toHaveLength(55)
  const told = Object.entries(english).filter(([, result]) => result !== 'Not evaluated')
  expect(told).toEqual([['3.1.2', 'Not met: 1 failure']])
})

test('a waiver does not make a criterion met', () => {
  const waived = findings.map((one) => ({...one, severity: 'error' as const}))
  expect(results(conformance.write(sample(waived), context))['4.1.2']).toMatch(/^Not met/)
})

test('it is in every language of the publication, and quotes nothing', () => {
  const text = conformance.write(sample([poisoned]), context)
  expect(text).toContain('이 문서는 표준 준수를 주장하지 않는다.')
  expect(text).not.toContain('<script')
})
