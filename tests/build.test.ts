import {cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, afterEach, expect, onTestFinished, test, vi} from 'vitest'
import {desk, publicationJson, type Desk} from './verbs/desk.ts'

// Every character any edit brings along: fonts are cut once, and not for each edit again.
const words =
  'Harbor ships return to the quay at noon, and **the *ferry*** waits. 배가 항구로 돌아온다 **부두**'
const article = (headline: string, more = '', body = words) =>
  `---\nheadline: ${headline}\npublished: 2025-01-02\nsection: world\ntags: [sea, trade]\n${more}---\n\n## ${headline}\n\n${body}\n`
const slugs = ['pier', 'quay', 'dock', 'lock', 'mole'] as const
const start = {
  'publication.json': publicationJson({policy: {editions: {ko: {missing: 'source'}}}}),
  'articles/harbor/article.md': article(words),
  'articles/pier/article.md': article('The pier', 'formerly: [jetty]\n'),
  'articles/quay/article.md': article('The quay'),
  'templates/styles/own.css': '',
}

/** Edits that a newsroom makes, each on whatever is there when its turn comes. */
const edits: Readonly<Record<string, (at: Desk, chance: number) => void>> = {
  write: ({write}, n) => write(file(n), article(`The ${slug(n)} ${n % 3}`)),
  rewrite: ({write}, n) =>
    write(file(n), article(`The ${slug(n)}`, '', `${words}\n\n${words.slice(n % 9)}`)),
  rename({root}, n) {
    const there = list(root).filter((name) => name !== 'harbor')
    const free = slugs.find((name) => !there.includes(name))
    const old = there[n % (there.length || 1)]
    if (old !== undefined && free !== undefined) {
      renameSync(join(root, 'articles', old), join(root, 'articles', free))
    }
  },
  remove: ({root}, n) => rmSync(join(root, 'articles', slug(n)), {recursive: true, force: true}),
  translate({root, write, read}, n) {
    const there = list(root, 'locales/ko').filter((name) => !/units|site/.test(name))
    const path = `locales/ko/${there[n % (there.length || 1)] ?? ''}`
    if (there.length === 0) return
    const texts = Object.keys(JSON.parse(read(path)) as object).map((key, index) => [
      key,
      (index + n) % 3 === 0 ? '' : words.slice((index + n) % 9),
    ])
    write(path, JSON.stringify(Object.fromEntries(texts), null, 2))
  },
  sidecar({root, write, read}, n) {
    const there = list(root, 'locales/ko').filter((name) => name.endsWith('.units.json'))
    const path = `locales/ko/${there[n % (there.length || 1)] ?? ''}`
    if (there.length > 0)
      write(path, read(path).replaceAll('"state": "translated"', '"state": "reviewed"'))
  },
  term: ({write}, n) =>
    write(
      'locales/terms.json',
      JSON.stringify([{id: 'sea', kind: 'place', en: 'sea', ko: n % 2 ? '배' : '부두'}]),
    ),
  policy: ({write}, n) =>
    write(
      'publication.json',
      publicationJson({
        timeZone: n % 2 === 0 ? 'Asia/Seoul' : 'UTC',
        parallel: n % 3 === 0,
        policy: {editions: {ko: {missing: 'source', state: n % 5 === 0 ? 'draft' : 'translated'}}},
      }),
    ),
  template: ({write, read}, n) =>
    write(
      'templates/front.tsx',
      readFileSync(new URL('../templates/front.tsx', import.meta.url), 'utf8').replace(
        /class="([\w-]+)"/,
        (_, name: string) => `class="${name} at-${n % 4}"`,
      ) + (n > 4 ? '' : read('templates/styles/own.css')),
    ),
  style: ({write}, n) =>
    write(
      'templates/styles/site.css',
      `${readFileSync(new URL('../templates/styles/site.css', import.meta.url), 'utf8')}\n.at-${n % 4} {top: ${n % 4}px}`,
    ),
  site: ({write}, n) =>
    write('locales/ko/site.json', JSON.stringify({'paper.name': `부두 ${n % 3}`})),
  picture: ({write}, n) => {
    write(
      'articles/harbor/sea.svg',
      `<svg xmlns="http://www.w3.org/2000/svg" width="${n + 1}" height="9"/>`,
    )
    write('articles/harbor/article.md', article(words, '', `${words}\n\n![the sea](sea.svg)`))
  },
  withdraw: ({write}, n) => write(file(n), article(`The ${slug(n)}`, 'status: withdrawn\n')),
  draft: ({write}, n) => write(file(n), article(`The ${slug(n)}`, 'status: draft\n')),
  embargo: ({write}, n) =>
    write(
      file(n),
      article(`The ${slug(n)}`, `embargo: 2026-12-0${(n % 5) + 1}T0${n % 9}:00:00Z\n`),
    ),
  correct: ({write}, n) =>
    write(
      file(n),
      article(
        `The ${slug(n)}`,
        'corrections:\n  - date: 2025-01-03\n    wrong: the ships\n    right: ships\n',
      ),
    ),
  wait: (_, n) => vi.setSystemTime(Date.now() + n * 3_600_000),
  sync: () => {},
}
const named = Object.keys(edits)

function slug(n: number): string {
  return slugs[n % slugs.length] ?? 'pier'
}
function file(n: number): string {
  return `articles/${slug(n)}/article.md`
}
function list(root: string, folder = 'articles'): readonly string[] {
  try {
    return readdirSync(join(root, folder)).sort()
  } catch {
    return []
  }
}

/** Every file of a folder with what it holds. */
function contents(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((one) =>
    one.isFile(),
  )
  return Object.fromEntries(
    files
      .map(({parentPath, name}) => join(parentPath, name))
      .sort()
      .map((path) => [path.slice(folder.length), readFileSync(path, 'latin1')]),
  )
}

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
      async (steps) => {
        for (const [name, chance] of steps) {
          edits[name]?.(at, chance)
          if (name === 'sync') await at.galley('sync')
          await at.galley('build')
        }
        const fresh = join(scratch, String(turn++))
        await at.galley('build', fresh, '--fresh')
        expect(contents(join(at.root, 'out/build'))).toEqual(contents(fresh))
      },
    ),
    {
      numRuns: 10,
      endOnFailure: true,
      examples: [[named.map((name, index): [string, number] => [name, index])]],
    },
  )
}, 300_000)

test('a character that was in no font is on every page, and so are the new names', async () => {
  const {root, write, galley} = withFonts(start)
  await galley('build')
  write('articles/quay/article.md', article('The quay', '', `${words} ŵ 뷁`))
  await galley('build')
  const made = contents(join(root, 'out/build'))
  const fresh = mkdtempSync(join(tmpdir(), 'galley-scratch-'))
  onTestFinished(() => rmSync(fresh, {recursive: true, force: true}))
  rmSync(fresh, {recursive: true})
  await galley('build', fresh, '--fresh')
  expect(made).toEqual(contents(fresh))
  // What pages name is there; a build draws no pictures for sharing.
  const wanted = Object.entries(made).flatMap(([path, text]) =>
    path.endsWith('.html')
      ? [...text.matchAll(/\/(assets\/[^"]+\.(?:css|js|svg|woff2))"/g)].map(([, one]) => `/${one}`)
      : [],
  )
  expect(new Set(wanted).size).toBeGreaterThan(4)
  expect(wanted.filter((path) => made[path] === undefined)).toEqual([])
}, 300_000)

test('where nothing has changed nothing is written; what somebody touched is made good', async () => {
  const {root, write, read, galley} = withFonts(start)
  await galley('build')
  const page = 'out/build/en/quay/index.html'
  const [was, before] = [read(page), contents(join(root, 'out/build'))]
  const {said} = await galley('build', '--json')
  expect(JSON.parse(said)).toMatchObject({editions: 6})
  write(page, 'broken')
  write('out/build/en/mine.html', 'not of the build')
  await galley('build')
  expect(read(page)).toBe(was)
  expect(contents(join(root, 'out/build'))).toEqual(before)
})

test.each(['files', 'built', 'values', 'texts'])('damaged %s are made again', async (kind) => {
  const {root, write, galley} = withFonts(start)
  await galley('build')
  const before = contents(join(root, 'out/build'))
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
  expect(contents(join(root, 'out/build'))).toEqual(before)
})
