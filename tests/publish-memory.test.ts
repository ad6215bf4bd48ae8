import {join} from 'node:path'
import fc from 'fast-check'
import {afterEach, expect, test, vi} from 'vitest'
import {sha256} from '../pipeline/io/digest.ts'
import {openMemory} from '../pipeline/io/memory.ts'
import {packageRoot, readPublication} from '../pipeline/io/publication.ts'
import {saveCatalogs} from '../pipeline/io/save-catalogs.ts'
import {loadMarked, loadTemplates} from '../pipeline/io/templates.ts'
import {forgetful, type Memory} from '../pipeline/model/memory.ts'
import type {Host} from '../pipeline/host.ts'
import {publish} from '../pipeline/publish.ts'
import {edits, named, start} from './support/newsroom.ts'
import {desk} from './verbs/desk.ts'

/** What nobody here looks at. */
const outside: Pick<Host, 'say' | 'subset' | 'develop' | 'draw' | 'examine' | 'standing'> = {
  say: () => {},
  subset: async () => [],
  develop: async () => ({renditions: [], findings: []}),
  draw: async () => ({renditions: [], findings: []}),
  examine: async () => [],
  standing: async () => [],
}

/** A run of the pipeline over a publication on disk, without its browser, and every file it made. */
async function run(root: string, memory: Memory) {
  const publication = await readPublication(root)
  const looks = await loadTemplates([root, packageRoot], undefined)
  const made: (readonly (readonly [path: string, sha256: string])[])[] = []
  const {verdict, editions} = await publish(publication, {
    ...outside,
    ...looks,
    marked: () => loadMarked([root, packageRoot], looks.templates),
    memory,
    now: new Date().toISOString(),
    save: (files) => saveCatalogs(root, publication.catalogs, files),
    release: async () => undefined,
    async capture(renditions) {
      made.push(renditions.map(({path, content}) => [path, sha256(content)]))
      return {captures: [], browser: 'none'}
    },
  })
  return {verdict, editions, made}
}

afterEach(() => vi.useRealTimers())

test('after any edits a run finds with its memory what it finds without one', async () => {
  vi.useFakeTimers({toFake: ['Date'], now: Date.parse('2026-11-25T12:00:00Z')})
  const at = desk(start)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...named), fc.nat(99)), {minLength: 1, maxLength: 4}),
      async (steps) => {
        for (const [name, chance] of steps) {
          edits[name]?.(at, chance)
          const memory = openMemory(join(at.root, '.galley/memory'), 'the program', true)
          const remembered = await run(at.root, memory)
          memory.close(true)
          expect(remembered).toEqual(await run(at.root, forgetful))
        }
      },
    ),
    {
      numRuns: 3,
      endOnFailure: true,
      examples: [[named.map((name, index): [string, number] => [name, index])]],
    },
  )
}, 300_000)

test('what a page asked about others is asked again when only they have changed', async () => {
  const plain = (body: string) => `---\nheadline: ${body}\npublished: 2025-01-02\n---\n\n${body}\n`
  const {root, write} = desk({
    'publication.json': start['publication.json'],
    'articles/harbor/article.md': plain('To [the quay](../quay/).'),
    'articles/quay/article.md': plain('Words.'),
  })
  const dead = async () => {
    const memory = openMemory(join(root, '.galley/memory'), 'the program', true)
    const {verdict} = await run(root, memory)
    memory.close(true)
    return verdict.findings.flatMap(({message: {key, values}}) =>
      key === 'document/links/dead' && values['href'] === '../quay/' ? [values['page']] : [],
    )
  }
  expect(await dead()).toEqual([])
  write('articles/quay/article.md', `---\nheadline: Words\nstatus: draft\n---\n\nWords.\n`)
  expect(await dead()).toEqual(['en/harbor/index.html', 'ko/harbor/index.html'])
  write('articles/quay/article.md', plain('Words.'))
  expect(await dead()).toEqual([])
})
