import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {browserChecks, documentChecks, translationChecks} from '../../pipeline/check/checks.ts'

const lists = {
  translation: translationChecks,
  document: documentChecks,
  browser: browserChecks,
}

const pipeline = new URL('../../pipeline/', import.meta.url)

/** Everything a module exports that looks like a check. */
async function checksIn(folder: string): Promise<readonly {readonly id: string}[]> {
  const names = readdirSync(new URL(`check/${folder}/`, pipeline)).filter((name) =>
    name.endsWith('.ts'),
  )
  const modules = await Promise.all(
    names.map(
      async (name): Promise<Record<string, unknown>> =>
        (await import(new URL(`check/${folder}/${name}`, pipeline).href)) as Record<
          string,
          unknown
        >,
    ),
  )
  return modules.flatMap((module) => Object.values(module)).filter(isCheck)
}

function isCheck(value: unknown): value is {readonly id: string} {
  return typeof value === 'object' && value !== null && 'id' in value && 'judge' in value
}

describe.each(Object.entries(lists))('the %s checks', (folder, listed) => {
  test('are listed, every one that there is', async () => {
    const ids = listed.map(({id}) => id).toSorted()
    expect(ids).toEqual((await checksIn(folder)).map(({id}) => id).toSorted())
    expect(ids.length).toBeGreaterThan(0)
  })

  test('name the WCAG criteria they judge by number', () => {
    for (const {criteria} of listed) {
      for (const criterion of criteria) expect(criterion).toMatch(/^[1-4]\.\d{1,2}\.\d{1,2}$/)
    }
  })
})

test('ids are permanent', () => {
  const ids = Object.values(lists).flatMap((listed) => listed.map(({id}) => id))
  expect(new Set(ids).size).toBe(ids.length)
  expect(documentChecks.map(({id}) => id)).toEqual([
    'document/markup',
    'document/language',
    'document/language-of-parts',
    'document/heading-order',
    'document/landmarks',
    'document/page-names',
    'document/duplicate-id',
    'document/links',
    'document/alternates',
    'document/consistency',
    'document/consistent-help',
    'document/escaping',
    'document/leftover-markup',
    'document/missing-words',
    'document/unfinished',
    'document/dates',
    'document/translatable',
  ])
})

function words(tag: string): Record<string, string> {
  const file = new URL(`../locales/${tag}/findings.json`, pipeline)
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
}

function placeholders(text: string): readonly string[] {
  return [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].toSorted()
}

describe('the words of the findings', () => {
  test('are there in both languages, with the same values put in', () => {
    const [en, ko] = [words('en'), words('ko')]
    expect(Object.keys(ko)).toEqual(Object.keys(en))
    for (const [key, text] of Object.entries(en)) {
      expect([key, placeholders(ko[key] ?? '')]).toEqual([key, placeholders(text)])
    }
  })

  test('say what to do', () => {
    const en = words('en')
    const sentences = Object.keys(en).filter((key) => !key.endsWith('.advice'))
    for (const key of sentences) expect(en).toHaveProperty([`${key}.advice`])
  })
})
