import {expect, test} from 'vitest'
import {conformance} from '../../pipeline/report/conformance.tsx'
import {criterionResults} from '../../pipeline/report/criterion-results.ts'
import {context, findings, poisoned, sample} from './sample.ts'

/** The cells of each row of the English table: number and name, KWCAG, results, tests, questions. */
function rows(text: string): Readonly<Record<string, readonly string[]>> {
  const [english = ''] = text.split('</table>')
  return Object.fromEntries(
    english
      .replace(/<span class="column"[^>]*>(<span[^>]*>)?[^<]*(<\/span>)+/g, '')
      .split('<tr role="row">')
      .slice(2)
      .map((row) => {
        const cells = row.split(/<\/t[hd]>/).map((cell) => cell.replace(/<[^>]*>/g, '').trim())
        const [name = '', , ...rest] = cells
        return [name, rest.slice(0, 4)]
      }),
  )
}

test('each criterion is told for each language, with its tests and questions; never as met', () => {
  const english = rows(conformance.write(sample(), context))
  expect(Object.keys(english)).toHaveLength(55)
  expect(english['3.1.2 Language of Parts']?.slice(0, 2)).toEqual([
    'Not evaluated',
    'Not met: 1 failure',
  ])
  expect(english['1.1.1 Non-text Content']).toEqual(['Nothing found', 'Nothing found', '1', '0'])
  expect(english['2.4.2 Page Titled']).toEqual(['Not evaluated', 'Not evaluated', '0', '0'])
})

test('a criterion that is not met leads to what was found', () => {
  const text = conformance.write(sample(), context)
  const [, anchor = ''] = /href="#([^"]+)">Not met/.exec(text) ?? []
  expect(text).toContain(`<h3 id="${anchor}">`)
})

test('a waiver does not make a criterion met', () => {
  const waived = findings.map((one) => ({...one, severity: 'error' as const}))
  const failed = criterionResults(sample(waived), context.tests).filter(
    ({failures}) => failures.length > 0,
  )
  expect(failed.map(({criterion}) => criterion)).toContain('4.1.2')
})

test('it is in every language of the publication, and quotes nothing', () => {
  const text = conformance.write(sample([poisoned]), context)
  expect(text).toContain('이 문서는 표준 준수를 주장하지 않는다.')
  expect(text).toContain('명도 대비(최소)')
  expect(text).not.toContain('<script')
})
