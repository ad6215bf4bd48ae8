import {readdirSync, readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {knowledgeOf} from '../../../pipeline/check/translation/languages/languages.ts'

const folder = new URL('../../../pipeline/check/translation/', import.meta.url)

test('a language with a file is known by any of its locales', () => {
  expect(knowledgeOf('ko-KR')).toBe(knowledgeOf('ko'))
  expect(knowledgeOf('ko').misfits).toBeDefined()
})

test.each(['ja', 'de', 'zh-Hant', 'constructor-x'.slice(0, 2)])(
  'a language without a file is no fault: %s',
  (locale) => {
    expect(knowledgeOf(locale)).toEqual({})
  },
)

const checks = readdirSync(folder).filter((name) => name.endsWith('.ts'))

test.each(checks)('%s knows no language: that is for the languages’ files', (name) => {
  const code = readFileSync(new URL(name, folder), 'utf8')
    .split('\n')
    .filter((line) => !/^\s*(?:\*|\/\*\*|\/\/)/u.test(line))
    .join('\n')
  expect(code).not.toMatch(/languageOf\([^)]*\) [!=]== '|\p{Script=Hangul}{2,}/u)
})

test.each(['place', 'person', 'organisation'] as const)(
  'languages name the same: a %s that only one of them knows could be exchanged unseen',
  (kind) => {
    const [one, ...others] = ['en', 'ko'].map((locale) => knowledgeOf(locale).known?.[kind] ?? {})
    for (const other of others) expect(Object.keys(other)).toEqual(Object.keys(one ?? {}))
  },
)
