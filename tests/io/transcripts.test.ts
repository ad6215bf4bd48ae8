import {existsSync} from 'node:fs'
import {mkdtemp, readFile, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {openTranscripts, transcriptFile} from '../../pipeline/io/transcripts.ts'

const folder = () => mkdtemp(join(tmpdir(), 'galley-test-'))

test.each([
  ['en/story/index.html', 'transcripts/en/story/index.html.txt'],
  ['ko/병사/index.html', 'transcripts/ko/병사/index.html.txt'],
  ['a.php?id=1', 'transcripts/a.php%3fid=1.txt'],
  ['../../up.html', 'transcripts/%2e%2e/%2e%2e/up.html.txt'],
  ['a//b:c\\d.html', 'transcripts/a/%20/b%3ac%5cd.html.txt'],
])('the page %s has its own file', (page, file) => {
  expect(transcriptFile(page)).toBe(file)
})

test('a name that no disk takes is cut, and stays another for every page', () => {
  const [one, other] = ['a', 'b'].map((end) => transcriptFile(`${'기'.repeat(300)}${end}.html`))
  expect(Buffer.byteLength(one ?? '')).toBeLessThan(220)
  expect(one).not.toBe(other)
})

test('what was heard is found by its page, and nothing else', async () => {
  const out = await folder()
  const transcripts = await openTranscripts(out, false)
  transcripts.put('en/a.html', 'page, A\n', 'en')
  const files = await transcripts.written(['en/a.html', 'en/b.html'], undefined)
  expect([...files]).toEqual([
    ['en/a.html', {file: 'transcripts/en/a.html.txt', lang: 'en', changed: undefined}],
  ])
  expect(await readFile(join(out, 'transcripts/en/a.html.txt'), 'utf8')).toBe('page, A\n')
})

test('a whole run forgets the pages of the last one, a run of what changed does not', async () => {
  const out = await folder()
  const first = await openTranscripts(out, false)
  first.put('gone.html', 'page\n', 'en')
  await first.written(['gone.html'], undefined)
  await openTranscripts(out, true)
  expect(existsSync(join(out, 'transcripts/gone.html.txt'))).toBe(true)
  await openTranscripts(out, false)
  expect(existsSync(join(out, 'transcripts/gone.html.txt'))).toBe(false)
})

test('parts of an audit are joined with theirs', async () => {
  const [part, whole] = [await folder(), await folder()]
  const own = await openTranscripts(part, false)
  own.put('a.html', 'page\n', 'en')
  await own.written(['a.html'], undefined)
  const joined = await openTranscripts(whole, false)
  await joined.adopt(part)
  expect([...(await joined.written(['a.html'], undefined)).keys()]).toEqual(['a.html'])
})

test('a part that lies where all parts are joined is kept', async () => {
  const out = await folder()
  const own = await openTranscripts(out, false)
  own.put('a.html', 'page\n', 'en')
  await own.written(['a.html'], undefined)
  const joined = await openTranscripts(out, true)
  await joined.adopt(out)
  expect([...(await joined.written(['a.html'], undefined)).keys()]).toEqual(['a.html'])
})

test('pages that are there no more leave nothing behind', async () => {
  const out = await folder()
  const first = await openTranscripts(out, false)
  for (const page of ['a.html', 'gone/b.html']) first.put(page, 'page\n', 'en')
  await first.written(['a.html', 'gone/b.html'], undefined)
  const next = await openTranscripts(out, true)
  expect([...(await next.written(['a.html'], undefined)).keys()]).toEqual(['a.html'])
  expect(existsSync(join(out, 'transcripts/gone/b.html.txt'))).toBe(false)
})

test('what cannot be written is said, and no page takes the program along', async () => {
  const out = await folder()
  await writeFile(join(out, 'transcripts'), 'in the way')
  const transcripts = await openTranscripts(out, true)
  transcripts.put('a.html', 'page\n', 'en')
  await expect(transcripts.written(['a.html'], undefined)).rejects.toMatchObject({
    code: 'unwritable-file',
  })
})

test('what was heard last of a page counts, and all pages where none are named', async () => {
  const out = await folder()
  const transcripts = await openTranscripts(out, true)
  for (const text of ['first\n', 'then\n', 'last\n']) transcripts.put('a.html', text, 'en')
  expect([...(await transcripts.written(undefined, undefined)).keys()]).toEqual(['a.html'])
  expect(await readFile(join(out, 'transcripts/a.html.txt'), 'utf8')).toBe('last\n')
})

test('pages are compared with what was heard of them before, where anything was', async () => {
  const [then, now] = [await folder(), await folder()]
  const before = await openTranscripts(then, false)
  for (const page of ['same', 'other', 'gone']) before.put(page, `${page}\n`, 'en')
  await before.written(undefined, undefined)
  const after = await openTranscripts(now, false)
  for (const page of ['same', 'new']) after.put(page, `${page}\n`, 'en')
  after.put('other', 'changed\n', 'ko')
  const heard = await after.written(undefined, join(then, 'transcripts'))
  expect([...heard].map(([page, {lang, changed}]) => [page, lang, changed])).toEqual([
    ['new', 'en', undefined],
    ['other', 'ko', {before: 'other\n', now: 'changed\n'}],
    ['same', 'en', undefined],
  ])
})
