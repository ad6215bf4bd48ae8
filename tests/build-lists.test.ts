import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterEach, expect, onTestFinished, test, vi} from 'vitest'
import {filesIn} from './support/folder.ts'
import {writeCorpus} from './bench/build/corpus.ts'
import {desk, type Desk} from './verbs/desk.ts'

const settings = (more: object) =>
  JSON.stringify({
    url: 'https://news.example/',
    source: 'en',
    locales: ['en', 'ko'],
    timeZone: 'Asia/Seoul',
    policy: {editions: {ko: {missing: 'source'}}},
    ...more,
  })

/** Articles of which every second is not translated. */
function corpus(count: number): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'galley-corpus-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  writeCorpus(folder, count, 7321)
  const root = join(folder, 'galley')
  const slugs = readdirSync(join(root, 'articles')).sort()
  for (const [index, slug] of slugs.entries()) {
    // Lists of a section and of a subject have several pages too.
    const article = join(root, 'articles', slug, 'article.md')
    const text = readFileSync(article, 'utf8')
    if (index % 4 > 0) writeFileSync(article, line('section', 'world')(line('tags', '[sea]')(text)))
    const path = join(root, 'locales/ko', `${slug}.json`)
    if (index % 2 === 0) {
      rmSync(path)
      rmSync(path.replace(/json$/, 'units.json'))
    }
  }
  const at = desk({})
  cpSync(root, at.root, {recursive: true})
  at.write('publication.json', settings({}))
  return at
}

const front = (at: Desk, slug: string, change: (text: string) => string) => {
  const path = `articles/${slug}/article.md`
  if (existsSync(join(at.root, path))) at.write(path, change(at.read(path)))
}
const line = (key: string, value: string) => (text: string) => {
  const rest = text.replace(new RegExp(`^${key}:.*\n`, 'm'), '')
  return value === '' ? rest : rest.replace('---\n', `---\n${key}: ${value}\n`)
}

const edits: Readonly<Record<string, (at: Desk, slug: string, n: number) => void>> = {
  section: (at, slug, n) => front(at, slug, line('section', ['world', 'sport', ''][n % 3] ?? '')),
  tags: (at, slug, n) => front(at, slug, line('tags', ['[sea]', '[sea, trade]', ''][n % 3] ?? '')),
  author: (at, slug, n) =>
    front(at, slug, line('byline', ['[Kim Min-ji]', '[Jane Doe, 김민지]', ''][n % 3] ?? '')),
  month: (at, slug, n) =>
    front(at, slug, line('published', `202${n % 7}-0${(n % 9) + 1}-0${(n % 9) + 1}`)),
  late: (at, slug, n) =>
    front(at, slug, line('published', `2026-11-${24 + (n % 3)}T2${n % 4}:30:00+09:00`)),
  withdraw: (at, slug) => front(at, slug, line('status', 'withdrawn')),
  back: (at, slug) => front(at, slug, line('status', '')),
  draft: (at, slug) => front(at, slug, line('status', 'draft')),
  embargo: (at, slug, n) =>
    front(at, slug, line('embargo', `2026-11-2${(n % 4) + 5}T0${n % 9}:00:00Z`)),
  freed: (at, slug) => front(at, slug, line('embargo', '')),
  headline: (at, slug, n) => front(at, slug, line('headline', `The pier ${n}`)),
  formerly: (at, slug, n) => front(at, slug, line('formerly', `[was-${n % 5}]`)),
  remove: ({root}, slug) => rmSync(join(root, 'articles', slug), {recursive: true, force: true}),
  rename({root}, slug, n) {
    if (existsSync(join(root, 'articles', slug)) && !existsSync(join(root, `articles/new-${n}`)))
      renameSync(join(root, 'articles', slug), join(root, `articles/new-${n}`))
  },
  untranslate({root}, slug) {
    rmSync(join(root, `locales/ko/${slug}.json`), {force: true})
  },
  topics: ({write}, _, n) =>
    write('locales/ko/topics.json', JSON.stringify({sea: `바다 ${n % 3}`})),
  policy: ({write}, _, n) =>
    write(
      'publication.json',
      settings({
        parallel: n % 2 === 0,
        search: n % 3 === 0,
        policy: {editions: {ko: {missing: n % 4 === 0 ? 'hold' : 'source'}}},
      }),
    ),
  wait: (_, __, n) => vi.setSystemTime(Date.now() + n * 3_600_000),
  sync: () => {},
}

afterEach(() => vi.useRealTimers())

test('lists of many pages, half of them untranslated, are what a build from scratch gives', async () => {
  vi.useFakeTimers({toFake: ['Date'], now: Date.parse('2026-11-25T12:00:00Z')})
  const at = corpus(50)
  const scratch = mkdtempSync(join(tmpdir(), 'galley-scratch-'))
  onTestFinished(() => rmSync(scratch, {recursive: true, force: true}))
  await at.galley('build')
  const named = Object.keys(edits)
  let turn = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...named), fc.nat(89), fc.nat(99)), {
        minLength: 1,
        maxLength: 12,
      }),
      async (steps) => {
        for (const [name, which, chance] of steps) {
          const there = readdirSync(join(at.root, 'articles')).sort()
          edits[name]?.(at, there[which % there.length] ?? '', chance)
          if (name === 'sync') await at.galley('sync')
          if (chance % 3 === 0) await at.galley('build')
        }
        await at.galley('build')
        const fresh = join(scratch, String(turn++))
        await at.galley('build', fresh, '--fresh')
        const [made, anew] = [filesIn(join(at.root, 'out/build')), filesIn(fresh)]
        rmSync(fresh, {recursive: true})
        expect(Object.keys(made)).toEqual(Object.keys(anew))
        expect(Object.keys(made).filter((path) => made[path] !== anew[path])).toEqual([])
      },
    ),
    {
      numRuns: 2,
      endOnFailure: true,
      examples: [[named.map((name, i): [string, number, number] => [name, i * 7, i])]],
    },
  )
}, 580_000)
