import {spawn} from 'node:child_process'
import {mkdir, mkdtemp, readdir, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {holderNow, takeLockFile} from '../../pipeline/io/lock-file.ts'
import {withFileLock, withLock} from '../../pipeline/io/lock.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'galley-lock-'))
})
afterEach(() => rm(dir, {recursive: true, force: true}))

const nothing = () => Promise.resolve('done')

describe('withLock', () => {
  test('gives what was done, makes the folder, and leaves nothing in it', async () => {
    const folder = join(dir, 'a/b')
    expect(await withLock(folder, nothing)).toBe('done')
    expect(await readdir(folder)).toEqual([])
    expect(await withLock(folder, nothing)).toBe('done')
  })

  test('a second one is told who holds it and since when', async () => {
    await withLock(dir, async () => {
      await expect(withLock(dir, nothing)).rejects.toMatchObject({
        code: 'busy',
        message: expect.stringMatching(
          new RegExp(String.raw`\(process ${process.pid}, since \d{4}-.*Z\)`),
        ),
      })
    })
  })

  test('another name of the same folder is the same folder', async () => {
    await mkdir(join(dir, 'real'))
    await symlink('real', join(dir, 'alias'))
    await withLock(join(dir, 'real'), async () => {
      await expect(withLock(join(dir, 'alias'), nothing)).rejects.toMatchObject({code: 'busy'})
      expect(await withLock(join(dir, 'other'), nothing)).toBe('done')
    })
  })

  test('it is given back when the work fails', async () => {
    const fails = () => Promise.reject(new Error('as planned'))
    await expect(withLock(dir, fails)).rejects.toThrow('as planned')
    expect(await withLock(dir, nothing)).toBe('done')
  })

  test('a folder that cannot be made is said in words', async () => {
    await writeFile(join(dir, 'file'), '')
    await expect(withLock(join(dir, 'file'), nothing)).rejects.toMatchObject({
      code: 'unwritable-file',
    })
  })

  test('kill -9 frees it', async () => {
    const driver = fileURLToPath(new URL('lock.driver.ts', import.meta.url))
    const child = spawn(process.execPath, ['--import', 'tsx', driver, dir])
    const ended = new Promise((resolve) => child.once('exit', resolve))
    await new Promise((resolve) => child.stdout.once('data', resolve))
    await expect(withLock(dir, nothing)).rejects.toMatchObject({
      code: 'busy',
      message: expect.stringContaining(`process ${child.pid}`),
    })
    child.kill('SIGKILL')
    await ended
    expect(await withLock(dir, nothing)).toBe('done')
  })
})

test('withFileLock lets one after the other in', async () => {
  const order: string[] = []
  const turn = (name: string) =>
    withFileLock(join(dir, 'ko.json'), async () => {
      order.push(`${name} in`)
      await new Promise((resolve) => setTimeout(resolve, 5))
      order.push(`${name} out`)
    })
  await Promise.all([turn('a'), turn('b'), turn('c')])
  for (let at = 0; at < order.length; at += 2) {
    expect(order[at + 1]).toBe(order[at]?.replace(' in', ' out'))
  }
})

describe('a lock that is a file, where the kernel has none', () => {
  const path = () => join(dir, 'lock')

  test('is held by one at a time', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => takeLockFile(path())))
    expect(all.filter(({taken}) => taken)).toHaveLength(1)
    for (const one of all) if (one.taken) await one.release()
    expect(await takeLockFile(path())).toMatchObject({taken: true})
    expect(await readdir(dir)).toEqual(['lock'])
  })

  test.each([
    ['has ended', {pid: 4_194_303}, true],
    ['had its number before', {started: 'earlier'}, true],
    ['runs', {}, false],
    ['runs on another machine', {machine: '00000000', pid: 4_194_303}, false],
  ])('is taken over only from a process of which it is certain: %s', async (_, holder, taken) => {
    await writeFile(path(), JSON.stringify({...holderNow(), ...holder}))
    expect(await takeLockFile(path())).toMatchObject({taken})
  })

  test('is not taken over where it does not read', async () => {
    await writeFile(path(), '{')
    expect(await takeLockFile(path())).toEqual({taken: false, holder: undefined})
  })
})
