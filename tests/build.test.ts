import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, afterEach, expect, onTestFinished, test, vi} from 'vitest'
import {article, edits, named, start, words} from './support/newsroom.ts'
import {filesIn} from './support/folder.ts'
import {desk, type Desk} from './verbs/desk.ts'

// Fonts are the same in all of these tests; cutting them takes longer than all else.
const fonts = mkdtempSync(join(tmpdir(), 'galley-fonts-'))
function withFonts(files: Readonly<Record<string, string>>): Desk {
  const at = desk(files)
  cpSync(fonts, join(at.root, '.galley/cache'), {recursive: true})
  onTestFinished(() => cpSync(join(at.root, '.galley/cache'), fonts, {recursive: true}))
  return at
}
afterAll(() => rmSync(fonts, {recursive: true}))
afterEach(() => vi.useRealTimers())

test('after any edits a build is, byte for byte, what one from scratch is', async () => {
  vi.useFakeTimers({toFake: ['Date'], now: Date.parse('2026-11-25T12:00:00Z')})
  const at = withFonts(start)
  const scratch = mkdtempSync(join(tmpdir(), 'galley-scratch-'))
  onTestFinished(() => rmSync(scratch, {recursive: true, force: true}))
  await at.galley('sync')
  let turn = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...named), fc.nat(99)), {minLength: 1, maxLength: 6}),
      fc.boolean(),
      async (steps, isLater) => {
        // What was written only now is read again; what seems to be of long ago is known.
        vi.setSystemTime(Date.parse(isLater ? '2099-11-25T12:00:00Z' : '2026-11-25T12:00:00Z'))
        for (const [name, chance] of steps) {
          edits[name]?.(at, chance)
          if (name === 'sync') await at.galley('sync')
          await at.galley('build')
        }
        const fresh = join(scratch, String(turn++))
        await at.galley('build', fresh, '--fresh')
        expect(filesIn(join(at.root, 'out/build'))).toEqual(filesIn(fresh))
      },
    ),
    {
      numRuns: 10,
      endOnFailure: true,
      examples: [true, false].map((isLater) => [
        named.map((name, index): [string, number] => [name, index]),
        isLater,
      ]),
    },
  )
}, 300_000)

test('a character that was in no font is on every page, and so are the new names', async () => {
  const {root, write, galley} = withFonts(start)
  await galley('build')
  write('articles/quay/article.md', article('The quay', '', `${words} ŵ 뷁`))
  await galley('build')
  const made = filesIn(join(root, 'out/build'))
  const fresh = mkdtempSync(join(tmpdir(), 'galley-scratch-'))
  onTestFinished(() => rmSync(fresh, {recursive: true, force: true}))
  rmSync(fresh, {recursive: true})
  await galley('build', fresh, '--fresh')
  expect(made).toEqual(filesIn(fresh))
  // What pages name is there; a build draws no pictures for sharing.
  const wanted = Object.entries(made).flatMap(([path, text]) =>
    path.endsWith('.html')
      ? [...text.matchAll(/\/(assets\/[^"]+\.(?:css|js|svg|woff2))"/g)].map(([, one]) => one ?? '')
      : [],
  )
  expect(new Set(wanted).size).toBeGreaterThan(4)
  expect(wanted.filter((path) => made[path] === undefined)).toEqual([])
}, 300_000)

test('where nothing has changed nothing is written; what somebody touched is made good', async () => {
  const {root, write, read, galley} = withFonts(start)
  await galley('build')
  const page = 'out/build/en/quay/index.html'
  const [was, before] = [read(page), filesIn(join(root, 'out/build'))]
  const {said} = await galley('build', '--json')
  expect(JSON.parse(said)).toMatchObject({editions: 6})
  write(page, 'broken')
  write('out/build/en/mine.html', 'not of the build')
  await galley('build')
  expect(read(page)).toBe(was)
  expect(filesIn(join(root, 'out/build'))).toEqual(before)
})

test.each(['files', 'built', 'index', 'values', 'texts'])(
  'damaged %s are made again',
  async (kind) => {
    const {root, write, galley} = withFonts(start)
    await galley('build')
    const before = filesIn(join(root, 'out/build'))
    const folder = join(root, '.galley/memory')
    for (const name of readdirSync(folder).filter((one) => one.endsWith(kind))) {
      const bytes = readFileSync(join(folder, name), 'latin1')
      write(
        `.galley/memory/${name}`,
        `${bytes.slice(0, bytes.length / 2)}x${bytes.slice(bytes.length / 2 + 1, -5)}`,
      )
    }
    rmSync(join(root, 'out/build/en'), {recursive: true})
    await galley('build')
    expect(filesIn(join(root, 'out/build'))).toEqual(before)
  },
)
