import * as fc from 'fast-check'
import {spawn} from 'node:child_process'
import {
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  realpath,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {
  currentRelease,
  recover,
  release as releaseUnless,
  rollback as rollbackAsking,
} from '../../pipeline/io/release.ts'
import {letGo as release} from './let-go.ts'
import type {Rendition} from '../../pipeline/model/rendition.ts'

let out = ''
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'galley-release-'))
})
afterEach(() => rm(out, {recursive: true, force: true}))

const page = (path: string, content: string): Rendition => ({
  path,
  content,
  mediaType: 'text/html',
  locale: undefined,
  article: undefined,
  page: undefined,
})
async function damage(path: string): Promise<void> {
  await chmod(path, 0o644)
  await writeFile(path, 'garbled')
}
const live = (path: string) => readFile(join(out, 'current', path), 'utf8')

test('a release is what was given, and nothing else', async () => {
  const first = await release(out, [page('index.html', 'one'), page('ko/index.html', '하나')])
  expect(first).toMatchObject({changed: true, generation: 1})
  expect(await live('ko/index.html')).toBe('하나')
  const files = await readdir(join(out, 'current/'), {recursive: true})
  expect(files.sort()).toEqual(['MANIFEST.json', 'index.html', 'ko', 'ko/index.html'])
})

test('the same files again change nothing', async () => {
  const first = await release(out, [page('index.html', 'one')])
  expect(await release(out, [page('index.html', 'one')])).toEqual({...first, changed: false})
  expect(await readdir(join(out, 'log'))).toHaveLength(1)
})

test('the name of a release depends on its bytes alone', async () => {
  const other = await mkdtemp(join(tmpdir(), 'galley-release-'))
  const one = await release(out, [page('a', '1'), page('b', '2')])
  const two = await release(other, [page('b', '2'), page('a', '1')])
  expect(one.id).toBe(two.id)
  await rm(other, {recursive: true})
})

/** Whatever it shows again. */
const rollback = (folder: string) => rollbackAsking(folder, () => {})

describe('rollback', () => {
  describe.each(['', 'paper/'])('of a paper at /%s', (base) => {
    const gone = page('_redirects', `/${base}ko/a/ /${base}ko/a/index.html 410\n`)
    const story = page('ko/a/index.html', 'A story')
    const notice = page('ko/a/index.html', 'It was withdrawn')
    const asked = async () => {
      const pages: (readonly string[])[] = []
      await rollbackAsking(out, (again) => void pages.push(again))
      return pages
    }

    test('asks about what it would show again that has been withdrawn since', async () => {
      await release(out, [story])
      await release(out, [notice, gone])
      const refuse = () => {
        throw new Error('no')
      }
      await expect(rollbackAsking(out, refuse)).rejects.toThrow('no')
      expect(await live('ko/a/index.html')).toBe('It was withdrawn')
      expect(await asked()).toEqual([['ko/a/index.html']])
      expect(await live('ko/a/index.html')).toBe('A story')
    })

    test('asks about nothing that was gone before, or that was never there', async () => {
      const front = page('index.html', 'front')
      await release(out, [front])
      await release(out, [front, notice, gone])
      await release(out, [page('index.html', 'another front'), notice, gone])
      expect([await asked(), await asked()]).toEqual([[], []])
    })
  })

  test('goes back one release, and one more', async () => {
    for (const text of ['one', 'two', 'three']) await release(out, [page('index.html', text)])
    await rollback(out)
    expect(await live('index.html')).toBe('two')
    await rollback(out)
    expect(await live('index.html')).toBe('one')
    await expect(rollback(out)).rejects.toMatchObject({code: 'no-release'})
    expect(await live('index.html')).toBe('one')
  })

  test('goes back in the order things were live, though one was live twice', async () => {
    for (const text of ['one', 'two', 'one', 'three'])
      await release(out, [page('index.html', text)])
    for (const text of ['one', 'two', 'one']) {
      await rollback(out)
      expect(await live('index.html')).toBe(text)
    }
    await expect(rollback(out)).rejects.toMatchObject({code: 'no-release'})
  })

  test('has nowhere to go before the first release', async () => {
    await expect(rollback(out)).rejects.toMatchObject({code: 'no-release'})
  })

  test('a release after it goes on from there', async () => {
    for (const text of ['one', 'two']) await release(out, [page('index.html', text)])
    await rollback(out)
    await release(out, [page('index.html', 'three')])
    await rollback(out)
    expect(await live('index.html')).toBe('one')
  })
})

describe('a damaged release is made again, not trusted', () => {
  test.each<[string, (folder: string) => Promise<unknown>]>([
    ['other bytes', (folder) => damage(join(folder, 'index.html'))],
    ['a file too many', (folder) => writeFile(join(folder, 'more.html'), '')],
    ['a file too few', (folder) => rm(join(folder, 'index.html'))],
    ['another manifest', (folder) => damage(join(folder, 'MANIFEST.json'))],
    ['no folder', (folder) => rm(folder, {recursive: true})],
    [
      'a link in place of a file',
      async (folder) => {
        await writeFile(join(out, 'same'), 'one')
        await rm(join(folder, 'index.html'))
        await symlink(join(out, 'same'), join(folder, 'index.html'))
      },
    ],
  ])('%s', async (_, harm) => {
    const made = await release(out, [page('index.html', 'one'), page('b.html', 'same')])
    await harm(join(out, 'releases', made.id))
    expect(await currentRelease(out)).toBeUndefined()
    const again = await release(out, [page('index.html', 'one'), page('b.html', 'same')])
    expect(again).toEqual({...made, changed: false})
    expect(await live('index.html')).toBe('one')
    expect(await currentRelease(out)).toMatchObject({id: made.id})
  })

  test('nor taken over into the next one', async () => {
    const {id} = await release(out, [page('index.html', 'one'), page('b.html', 'same')])
    await damage(join(out, 'releases', id, 'b.html'))
    await release(out, [page('index.html', 'two'), page('b.html', 'same')])
    expect(await live('b.html')).toBe('same')
  })

  test('nor gone back to', async () => {
    await release(out, [page('index.html', 'one')])
    const {id} = await release(out, [page('index.html', 'two')])
    await release(out, [page('index.html', 'three')])
    await damage(join(out, 'releases', id, 'index.html'))
    await rollback(out)
    expect(await live('index.html')).toBe('one')
  })
})

test('what is unchanged is stored once, and cannot be written', async () => {
  await release(out, [page('index.html', 'one'), page('b.html', 'same')])
  await release(out, [page('index.html', 'two'), page('b.html', 'same')])
  const {nlink, mode} = await stat(join(out, 'current', 'b.html'))
  expect(nlink).toBe(2)
  expect(mode & 0o222).toBe(0)
})

test('an interrupted switch is rolled forward', async () => {
  const first = await release(out, [page('index.html', 'one')])
  await release(out, [page('index.html', 'two')])
  await rm(join(out, 'current'))
  await symlink(`releases/${first.id}`, join(out, 'current'))
  await recover(out)
  expect(await live('index.html')).toBe('two')
})

describe('what is kept', () => {
  const longAgo = new Date(2001, 1, 1)
  const standing = () => readdir(join(out, 'releases'))

  test('everything of today', async () => {
    for (let turn = 0; turn < 8; turn++) await release(out, [page('index.html', String(turn))])
    expect(await standing()).toHaveLength(8)
  })

  test('of what is older, the last five, and what a rollback would go back to', async () => {
    const {id: first} = await release(out, [page('index.html', 'first')])
    for (let turn = 0; turn < 8; turn++) {
      await release(out, [page('index.html', String(turn))])
      for (const id of await standing()) await utimes(join(out, 'releases', id), longAgo, longAgo)
    }
    expect(await standing()).toHaveLength(5)
    expect(await standing()).not.toContain(first)
    for (let turn = 0; turn < 4; turn++) await rollback(out)
    expect(await live('index.html')).toBe('3')
  })

  test('what another run has just put there and not yet entered', async () => {
    const fresh = join(out, 'releases', 'a'.repeat(64))
    for (let turn = 0; turn < 8; turn++) await release(out, [page('index.html', String(turn))])
    await mkdir(fresh)
    await release(out, [page('index.html', 'last')])
    expect(await standing()).toContain('a'.repeat(64))
    await utimes(fresh, longAgo, longAgo)
    await release(out, [page('index.html', 'very last')])
    expect(await standing()).not.toContain('a'.repeat(64))
  })
})

test('of releasers at the same moment one wins, and the others are told', async () => {
  await release(out, [page('index.html', 'before')])
  const all = await Promise.allSettled(
    ['a', 'b', 'c'].map((text) => release(out, [page('index.html', text)])),
  )
  const won = all.filter(({status}) => status === 'fulfilled')
  expect(won.length).toBeGreaterThan(0)
  for (const one of all) {
    if (one.status === 'rejected') expect(one.reason).toMatchObject({code: 'superseded'})
  }
  expect(await readdir(join(out, 'log'))).toHaveLength(1 + won.length)
  expect(await readdir(join(out, 'tmp'))).toEqual([])
})

test('a folder that cannot be made is said in words', async () => {
  await writeFile(join(out, 'file'), '')
  await expect(release(join(out, 'file'), [page('a', '1')])).rejects.toMatchObject({
    name: 'PipelineError',
    code: 'unwritable-file',
  })
})

test('an unfinished entry in the log neither counts nor stands in the way', async () => {
  await release(out, [page('index.html', 'one')])
  await writeFile(join(out, 'log', '00000002.json'), '')
  expect(await release(out, [page('index.html', 'two')])).toMatchObject({generation: 3})
  expect(await live('index.html')).toBe('two')
  await rollback(out)
  expect(await live('index.html')).toBe('one')
})

test('plan and release come to exactly the files given, whatever was live before', async () => {
  const paths = [
    'index.html',
    'ko/index.html',
    'ko/a/index.html',
    'assets/a.css',
    '__proto__',
    '404',
  ]
  const files = fc.uniqueArray(
    fc.record({path: fc.constantFrom(...paths), content: fc.constantFrom('', 'a', '가나다')}),
    {selector: ({path}) => path},
  )
  await fc.assert(
    fc.asyncProperty(files, async (some) => {
      await release(
        out,
        some.map(({path, content}) => page(path, content)),
      )
      const folder = join(out, 'current/')
      const there = await readdir(folder, {recursive: true, withFileTypes: true})
      const found = await Promise.all(
        there
          .filter((entry) => entry.isFile() && entry.name !== 'MANIFEST.json')
          .map(async ({parentPath, name}) => ({
            path: join(parentPath, name).slice(folder.length),
            content: await readFile(join(parentPath, name), 'utf8'),
          })),
      )
      const order = (list: readonly {path: string}[]) =>
        list.toSorted((a, b) => (a.path < b.path ? -1 : 1))
      expect(order(found)).toEqual(order(some))
    }),
    {numRuns: 30},
  )
})

test('two writers killed at any moment leave a whole release', {timeout: 60_000}, async () => {
  await release(out, [page('index.html', 'first')])
  const driver = fileURLToPath(new URL('release.driver.ts', import.meta.url))
  for (let kill = 0; kill < 3; kill++) {
    const children = [0, 1].map(() =>
      spawn(process.execPath, ['--import', 'tsx', driver, out], {stdio: 'ignore'}),
    )
    const ended = children.map((child) => new Promise((resolve) => child.once('exit', resolve)))
    // However slow the machine: they are killed at work, not before it.
    const before = await generation()
    while ((await generation()) < before + 2) await expectWhole()
    const until = Date.now() + 200 + kill * 137
    while (Date.now() < until) await expectWhole()
    for (const child of children) child.kill('SIGKILL')
    await Promise.all(ended)
    await expectWhole()
  }
  await recover(out)
  expect((await currentRelease(out))?.generation).toBeGreaterThan(6)
  expect(await readdir(join(out, 'tmp'))).toEqual([])
})

async function generation(): Promise<number> {
  return (await readdir(join(out, 'log'))).length
}

/** Reads as a server does: resolve `current` once, then read all that the manifest names. */
async function expectWhole(): Promise<void> {
  const folder = await realpath(join(out, 'current'))
  const manifest: {files: Record<string, string>} = JSON.parse(
    await readFile(join(folder, 'MANIFEST.json'), 'utf8'),
  )
  const texts = await Promise.all(
    Object.keys(manifest.files).map((path) => readFile(join(folder, path), 'utf8')),
  )
  expect(new Set(texts.map((text) => text[0])).size).toBe(1)
  expect(new Set(texts.map((text) => text.length)).size).toBe(1)
}

test('what turns out at the switch that it may not go stays where readers do not see it', async () => {
  const refuse = () => {
    throw new Error('an embargo')
  }
  const before = await release(out, [page('index.html', 'one')])
  await expect(releaseUnless(out, [page('index.html', 'two')], refuse)).rejects.toThrow('embargo')
  expect(await live('index.html')).toBe('one')
  await expect(releaseUnless(out, [page('index.html', 'one')], refuse)).rejects.toThrow('embargo')
  expect(await release(out, [page('index.html', 'one')])).toEqual({...before, changed: false})
})
