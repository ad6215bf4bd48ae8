import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {Ajv} from 'ajv'
import {describe, expect, test} from 'vitest'
import {translationChecks} from '../pipeline/check/checks.ts'
import {publicationSchema} from '../pipeline/io/config-schema.ts'

const root = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const read = (path: string) => readFileSync(root(path), 'utf8')

/** The ids of all checks on translations: those that judge editions, and those of `sync` and the termbase. */
const ids = [
  ...new Set([
    ...translationChecks.map(({id}) => id),
    ...Object.keys(JSON.parse(read('locales/en/findings.json')) as object)
      .filter((key) => key.startsWith('translation/'))
      .map((key) =>
        key
          .replace(/\.advice$/u, '')
          .split('/')
          .slice(0, 2)
          .join('/'),
      ),
  ]),
].toSorted()

describe.each(['docs/translating.md', 'docs/translating.ko.md'])('%s', (path) => {
  const explained = [...read(path).matchAll(/^\| `([^`]+)`\s*\|/gmu)].map(([, id = '']) => id)

  test('explains every check on translations, and none that there is not', () => {
    expect(explained.toSorted()).toEqual(ids)
  })
})

/** Every name of an option, at any depth. */
function optionsOf(schema: unknown): readonly string[] {
  const {properties = {}, additionalProperties, items} = Object(schema)
  return [
    ...Object.entries(properties).flatMap(([name, inner]) => [name, ...optionsOf(inner)]),
    ...[additionalProperties, items].flatMap((inner) =>
      typeof inner === 'object' ? optionsOf(inner) : [],
    ),
  ]
}

describe('docs/publication.md', () => {
  const text = read('docs/publication.md')

  test.each([...new Set(optionsOf(publicationSchema))])('tells of the option %s', (name) => {
    expect(text).toMatch(new RegExp(`["\`.]${name}["\`:]`))
  })

  test('shows configurations that are read', () => {
    const isRead = new Ajv({useDefaults: true, strict: false}).compile(publicationSchema)
    const examples = [...text.matchAll(/```json\n(.*?)```/gsu)].map(([, json = '']) => json)
    expect(examples.length).toBeGreaterThan(1)
    for (const example of examples)
      expect([isRead(JSON.parse(example)), isRead.errors]).toEqual([true, null])
  })
})

const pages = [
  'README.md',
  'pipeline/README.md',
  ...readdirSync(root('docs')).map((name) => `docs/${name}`),
].filter((path) => path.endsWith('.md'))

describe.each(pages)('%s', (path) => {
  const links = [
    ...read(path)
      .replaceAll(/`[^`]*`/gu, '')
      .matchAll(/\]\(([^)\s]+)\)/gu),
  ]
    .map(([, href = '']) => href)
    .filter((href) => !/^[a-z]+:/u.test(href))

  test('leads to files and headings that are there', () => {
    for (const href of links) {
      const [file = '', heading] = href.split('#')
      const target = file === '' ? path : join(dirname(path), file)
      expect([href, existsSync(root(target))]).toEqual([href, true])
      if (heading !== undefined)
        expect([href, headingsOf(read(target))]).toEqual([href, expect.arrayContaining([heading])])
    }
  })
})

/** By the ids that GitHub gives them. */
function headingsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#{1,6} (.+)$/gmu)].map(([, text = '']) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}
