import {readdirSync, readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {reporters} from '../../pipeline/report/reporters.ts'
import {context, sample} from './sample.ts'

const folder = new URL('../../pipeline/report/', import.meta.url)

test('every reporter there is is listed, and ids are permanent', () => {
  const files = readdirSync(folder).filter(
    (name) =>
      /\.tsx?$/.test(name) &&
      /^export const \w+(: Reporter = \{| = jsonReporter\()/m.test(
        readFileSync(new URL(name, folder), 'utf8'),
      ),
  )
  expect(reporters.map(({id}) => id)).toEqual([
    'terminal',
    'json',
    'html',
    'github',
    'sarif',
    'junit',
    'earl',
    'gitlab',
    'conformance',
  ])
  expect(files).toHaveLength(reporters.length)
})

test.each(reporters)('$id writes text, the same each time', (reporter) => {
  const text = reporter.write(sample(), context)
  expect(text.length).toBeGreaterThan(50)
  expect(reporter.write(sample(), context)).toBe(text)
})

test.each(reporters.filter(({id}) => /^(terminal|github|sarif|junit|gitlab)$/.test(id)))(
  '$id speaks the language that reports are asked to have, and keeps its ids',
  (reporter) => {
    const idsIn = (text: string) => text.match(/\bdocument\/[a-z-]+/g)
    const english = reporter.write(sample(), context)
    const config = {...context.config, reportLanguage: 'ko' as const}
    const korean = reporter.write(sample(), {...context, config})
    const words = (text: string) => text.match(/\p{Script=Hangul}+/gu)?.length ?? 0
    expect(words(korean)).toBeGreaterThan(words(english) + 10)
    expect(korean).not.toMatch(/[a-z]+ (?:is|has|does) (?:not|no) /)
    expect(new Set(idsIn(korean))).toEqual(new Set(idsIn(english)))
  },
)

test.each(reporters.filter((reporter) => 'pieces' in reporter))(
  '$id is the same in pieces',
  (reporter) => {
    const pieces = [...(reporter.pieces?.(sample(), context) ?? [])]
    expect(pieces.join('')).toBe(reporter.write(sample(), context))
  },
)

test.each(reporters.filter(({id}) => /^(terminal|github|html)$/.test(id)))(
  '$id tells of an id as long as a book no more than its beginning',
  (reporter) => {
    const about = (id: string) => {
      const run = sample()
      const findings = run.verdict.findings.map((finding) => ({
        ...finding,
        message: {key: 'document/duplicate-id/malformed', values: {id}},
        place: {...finding.place, selector: `#${id}`},
      }))
      return reporter.write({...run, verdict: {...run.verdict, findings}}, context).length
    }
    expect(about('x'.repeat(200_000))).toBeLessThan(about('x'.repeat(400)) + 20_000)
  },
)

test('the words of the report are there in both languages, with the same values put in', () => {
  const words = (tag: string): Record<string, string> => context.words[tag]?.['report'] ?? {}
  const keys = (tag: string) =>
    [...new Set(Object.keys(words(tag)).map((key) => key.replace(/_(one|other)$/, '')))].toSorted()
  const values = (text: string | undefined) =>
    [...new Set(text?.match(/\{\{\w+\}\}/g) ?? [])].toSorted()
  expect(keys('ko')).toEqual(keys('en'))
  for (const key of keys('en')) {
    const english = words('en')[key] ?? words('en')[`${key}_other`]
    expect([key, values(words('ko')[key])]).toEqual([key, values(english)])
  }
})
