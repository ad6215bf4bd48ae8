import * as fc from 'fast-check'
import {chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {isDeepStrictEqual} from 'node:util'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {keyOf, openCache} from '../../pipeline/io/cache.ts'
import {self} from '../../pipeline/io/owner.ts'
import type {Json} from '../../pipeline/model/tab.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'galley-cache-'))
})
afterEach(() => rm(dir, {recursive: true, force: true}))

const bytes = new Uint8Array([0, 255, 10, 13, 128])
const key = keyOf(['probe', 1])
const entry = (kind: string, name: string) => join(dir, kind, name.slice(0, 2), name)

describe('what was put is found again', () => {
  test.each([[null], [0], [''], ['신문\n'], [[1, [2]]], [{a: {b: [true]}}]])(
    '%j',
    async (value) => {
      await openCache(dir).put(key, value)
      expect(await openCache(dir).get(key)).toEqual(value)
    },
  )

  test('bytes, under the SHA-256 of themselves', async () => {
    const sha256 = await openCache(dir).putBytes(bytes)
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(new Uint8Array((await openCache(dir).getBytes(sha256)) ?? [])).toEqual(bytes)
  })

  test('many writers of one key leave one whole entry and nothing behind', async () => {
    const cache = openCache(dir)
    const value = 'x'.repeat(100_000)
    await Promise.all(Array.from({length: 40}, () => cache.put(key, value)))
    expect(await cache.get(key)).toBe(value)
    expect(await readdir(join(dir, 'tmp'))).toEqual([])
  })

  test('what a killed process left half written is swept', async () => {
    await mkdir(join(dir, 'tmp'))
    await writeFile(join(dir, 'tmp', `entry.${self.machine}-4194303-1-0123456789ab.tmp`), 'half')
    await openCache(dir).put(key, 1)
    expect(await readdir(join(dir, 'tmp'))).toEqual([])
  })
})

describe('a damaged entry is a miss, set aside and replaced by the next put', () => {
  test.each<[string, (good: string) => string]>([
    ['empty', () => ''],
    ['cut short', (good) => good.slice(0, -2)],
    ['longer', (good) => `${good} `],
    ['other value under the old digest', (good) => good.replace('true', 'false')],
    ['no digest', () => '{"passed":true}'],
    ['binary', () => '\0\u0001\u0002'],
  ])('%s', async (_, damage) => {
    const cache = openCache(dir)
    await cache.put(key, {passed: true})
    const path = entry('values', key)
    await writeFile(path, damage(await readFile(path, 'utf8')))
    expect(await cache.get(key)).toBeUndefined()
    expect(await readdir(join(dir, 'bad'))).toHaveLength(1)
    await cache.put(key, {passed: false})
    expect(await cache.get(key)).toEqual({passed: false})
  })

  test('an entry copied from another key', async () => {
    const cache = openCache(dir)
    await cache.put(key, {passed: true})
    const other = keyOf(['probe', 2])
    await mkdir(dirname(entry('values', other)), {recursive: true})
    await writeFile(entry('values', other), await readFile(entry('values', key)))
    expect(await cache.get(other)).toBeUndefined()
    expect(await cache.get(key)).toEqual({passed: true})
  })

  test('a folder where the entry should be', async () => {
    const cache = openCache(dir)
    await mkdir(entry('values', key), {recursive: true})
    expect(await cache.get(key)).toBeUndefined()
  })

  test('bytes', async () => {
    const cache = openCache(dir)
    const sha256 = await cache.putBytes(bytes)
    await writeFile(entry('bytes', sha256), 'other')
    expect(await cache.getBytes(sha256)).toBeUndefined()
    await cache.putBytes(bytes)
    expect(await cache.getBytes(sha256)).toBeDefined()
  })
})

describe('a cache that cannot be written remembers nothing and works', () => {
  async function remembersNothing(unwritable: string): Promise<void> {
    const cache = openCache(unwritable)
    await cache.put(key, 1)
    expect(await cache.get(key)).toBeUndefined()
    expect(await cache.getBytes(await cache.putBytes(bytes))).toBeUndefined()
  }

  test('a file in its place', async () => {
    await writeFile(join(dir, 'file'), '')
    await remembersNothing(join(dir, 'file'))
  })

  test('below something that is no folder', () => remembersNothing('/dev/null/cache'))

  test.skipIf(process.getuid?.() === 0)('no rights (root has them all: skipped)', async () => {
    await chmod(dir, 0o500)
    await remembersNothing(join(dir, 'cache'))
    await chmod(dir, 0o700)
  })
})

describe('keyOf', () => {
  test('does not see the order of keys, nor keys without a value', () => {
    expect(keyOf({a: 1, b: {c: 2, d: 3}})).toBe(keyOf({b: {d: 3, c: 2, e: undefined}, a: 1}))
  })

  test('sees everything else', () => {
    const different = [
      {},
      [],
      '',
      null,
      0,
      '0',
      [0],
      [[0]],
      {a: 0},
      {a: '0'},
      {b: 0},
      [1, 2],
      [2, 1],
    ]
    expect(new Set(different.map((parts) => keyOf(parts))).size).toBe(different.length)
  })

  test('equal JSON, equal key; other JSON, other key', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const left: Json = JSON.parse(JSON.stringify(a))
        const right: Json = JSON.parse(JSON.stringify(b))
        expect(keyOf(left) === keyOf(right)).toBe(isDeepStrictEqual(left, right))
      }),
    )
  })

  test('no key is a path', async () => {
    const cache = openCache(join(dir, 'inner'))
    await cache.put('../../outside', 1)
    expect(await cache.get('../../outside')).toBe(1)
    expect(await readdir(dir)).toEqual(['inner'])
  })
})
