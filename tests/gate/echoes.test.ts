import {expect, test} from 'vitest'
import {gate} from '../../pipeline/gate/gate.ts'
import type {Finding} from '../../pipeline/model/finding.ts'
import {finding, policy, quiet, waiver} from './case.ts'

const file = 'locales/ko/story.json'
const onPage = (check: string, line = 7): Finding =>
  finding({
    check,
    article: 'story',
    locale: 'ko',
    place: {file: 'ko/story/index.html', source: {file, line, column: 21}},
  })
const ofText = (check: string, severity: Finding['severity'] = 'error'): Finding =>
  finding({check, severity, article: 'story', locale: 'ko', place: {file, line: 7, column: 3}})

function told(findings: readonly Finding[], waivers = policy.waivers) {
  const verdict = gate({...quiet, findings, policy: {...policy, waivers}})
  return verdict.findings.flatMap(({check, waived}) => (waived ? [] : [check])).toSorted()
}

test.each([
  ['document/language-of-parts', 'translation/untranslated'],
  ['rule/part-language', 'translation/untranslated'],
  ['browser/glyphs', 'translation/characters'],
])('%s of a text that %s holds is not said again', (page, text) => {
  expect(told([onPage(page), ofText(text)])).toEqual([text])
})

test('what the text says as a warning, of another line or of something else does not silence a page', () => {
  const page = 'document/language-of-parts'
  const text = 'translation/untranslated'
  expect(told([onPage(page), ofText(text, 'warning')])).toEqual([page, text])
  expect(told([onPage(page, 8), ofText(text)])).toEqual([page, text])
  expect(told([onPage('document/links'), ofText(text)])).toEqual(['document/links', text])
})

test('a page of another edition is told of, and one of several', () => {
  const page = 'document/language-of-parts'
  const text = ofText('translation/untranslated')
  const about = {article: 'story', file: 'en/story/index.html', views: [], pictures: []}
  expect(told([{...onPage(page), locale: 'en'}, text])).toEqual([page, text.check])
  expect(told([{...onPage(page), pages: [{...about, locale: 'ko'}]}, text])).toEqual([text.check])
  const both = ['en', 'ko'].map((locale) => ({...about, locale}))
  expect(told([{...onPage(page), pages: both}, text])).toEqual([page, text.check])
})

test('a text that is excused does not silence the page', () => {
  const page = 'document/language-of-parts'
  const excuse = {...waiver, check: 'translation/untranslated', file: 'locales/*'}
  expect(told([onPage(page), ofText('translation/untranslated')], [excuse])).toContain(page)
})

test('texts of a file that cannot be read are not said to be missing', () => {
  const of = {article: 'story', locale: 'ko', place: {file}} as const
  const missing = ['translation/missing', 'gate/untranslated'].map((check) =>
    finding({...of, check, severity: 'error'}),
  )
  const fault = (variant: string) =>
    finding({
      ...of,
      check: 'translation/file',
      severity: 'error',
      message: {key: `translation/file/${variant}`, values: {}},
    })
  const seen = missing.map(({check}) => check)
  for (const variant of ['conflict', 'deep', 'encoding', 'nested', 'unreadable'])
    expect(told([...missing, fault(variant)])).toEqual(['translation/file'])
  // What stands beside a fault of these kinds has been read.
  for (const variant of ['duplicate', 'forbidden', 'shape', 'syntax'])
    expect(told([...missing, fault(variant)])).toEqual([...seen, 'translation/file'].toSorted())
  const elsewhere = {...fault('encoding'), place: {file: 'locales/ko/story.units.json'}}
  expect(told([...missing, elsewhere])).toEqual([...seen, 'translation/file'].toSorted())
  const excuse = {...waiver, check: 'translation/file', file: 'locales/*'}
  expect(told([...missing, fault('encoding')], [excuse])).toEqual(seen.toSorted())
})
