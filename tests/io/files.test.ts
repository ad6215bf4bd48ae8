import {once} from 'node:events'
import {
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, onTestFinished, test} from 'vitest'
import {writeAtomic, writeIfUnchanged} from '../../pipeline/io/files.ts'
import {self} from '../../pipeline/io/owner.ts'

let dir = ''
let path = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'galley-files-'))
  path = join(dir, 'ko.json')
})
afterEach(() => rm(dir, {recursive: true, force: true}))

const text = () => readFile(path, 'utf8')

describe('writeAtomic', () => {
  test('writes what was given, and leaves nothing beside it', async () => {
    await writeAtomic(path, '하나')
    await writeAtomic(path, Buffer.from('둘'))
    expect(await text()).toBe('둘')
    expect(await readdir(dir)).toEqual(['ko.json'])
  })

  test('keeps the rights of the file', async () => {
    await writeFile(path, '')
    await chmod(path, 0o640)
    await writeAtomic(path, 'new')
    expect((await stat(path)).mode & 0o777).toBe(0o640)
  })

  test.skipIf(process.platform === 'win32')('refuses what is no ordinary file', async () => {
    const server = createServer().listen(path)
    onTestFinished(() => void server.close())
    await once(server, 'listening')
    await expect(writeAtomic(path, 'new')).rejects.toThrow(/it is not an ordinary file/)
    expect((await stat(path)).isSocket()).toBe(true)
  })

  test('refuses a symbolic link and leaves what it leads to', async () => {
    const other = join(dir, 'other')
    await writeFile(other, 'kept')
    await symlink(other, path)
    await expect(writeAtomic(path, 'new')).rejects.toThrow(/it is a symbolic link/)
    expect(await readFile(other, 'utf8')).toBe('kept')
  })

  test.each<[string, () => Promise<unknown>, RegExp]>([
    ['a folder in its place', () => mkdir(path), /a folder is in its place/],
    [
      'a file in place of its folder',
      async () => {
        await writeFile(path, '')
        path = join(path, 'a')
      },
      /a file is in the place of a folder/,
    ],
    [
      'no folder',
      () => {
        path = join(dir, 'none', 'a')
        return Promise.resolve()
      },
      /could not be written/,
    ],
  ])('%s is said in words', async (_, make, said) => {
    await make()
    await expect(writeAtomic(path, 'new')).rejects.toMatchObject({
      name: 'PipelineError',
      code: 'unwritable-file',
      message: expect.stringMatching(said),
    })
    expect((await readdir(dir)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test('sweeps what a process that was killed left of this file, and nothing else', async () => {
    const gone = `${self.machine}-4194303-1-0123456789ab.tmp`
    const own = `${self.machine}-${self.pid}-${self.started}-0123456789ab.tmp`
    const elsewhere = '00000000-1-1-0123456789ab.tmp'
    for (const name of [
      `ko.json.${gone}`,
      `en.json.${gone}`,
      `ko.json.${own}`,
      `ko.json.${elsewhere}`,
    ]) {
      await writeFile(join(dir, name), '')
    }
    await writeFile(join(dir, 'ko.json.my-notes.tmp'), '')
    await writeAtomic(path, 'new')
    expect((await readdir(dir)).sort()).toEqual(
      [
        'ko.json',
        'ko.json.my-notes.tmp',
        `en.json.${gone}`,
        `ko.json.${own}`,
        `ko.json.${elsewhere}`,
      ].sort(),
    )
  })
})

describe('writeIfUnchanged', () => {
  test('writes what is still as it was read', async () => {
    expect(await writeIfUnchanged(path, undefined, '하나')).toBe(true)
    expect(await writeIfUnchanged(path, '하나', '둘')).toBe(true)
    expect(await text()).toBe('둘')
  })

  test.each<[string, string | undefined, string | Buffer]>([
    ['edited since', 'one', 'two'],
    ['made since', undefined, 'two'],
    ['made empty since', undefined, ''],
    ['no longer text', '\ufffd', Buffer.from([0xff])],
    ['white space at its end', 'one', 'one\n'],
  ])('leaves what was %s', async (_, expected, found) => {
    await writeFile(path, found)
    expect(await writeIfUnchanged(path, expected, 'mine')).toBe(false)
    expect(await readFile(path)).toEqual(Buffer.from(found))
  })

  test('what was deleted since stays deleted', async () => {
    expect(await writeIfUnchanged(path, 'one', 'mine')).toBe(false)
    expect(await readdir(dir)).toEqual([])
  })

  test.each(['one', '\ufeffone'])('a byte order mark is no edit, read as %j', async (read) => {
    await writeFile(path, '\ufeffone')
    expect(await writeIfUnchanged(path, read, 'two')).toBe(true)
  })

  test('of many writers at the same moment no edit is lost', async () => {
    await writeFile(path, '0')
    const add = async () => {
      for (;;) {
        const before = await text()
        if (await writeIfUnchanged(path, before, String(Number(before) + 1))) return
      }
    }
    await Promise.all(Array.from({length: 12}, add))
    expect(await text()).toBe('12')
  })
})
