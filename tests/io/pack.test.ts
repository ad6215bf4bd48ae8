import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {openPack} from '../../pipeline/io/pack.ts'

function folder(): string {
  const root = mkdtempSync(join(tmpdir(), 'galley-pack-'))
  onTestFinished(() => rmSync(root, {recursive: true, force: true}))
  return root
}

/** One run that makes one value and one text. */
function run(root: string, key: string, whole: boolean): void {
  const pack = openPack(root)
  pack.putValue(key, key)
  pack.putText(key, `text of ${key}`)
  pack.close(whole)
}

const keys = Array.from({length: 20}, (_, index) => String(index).padStart(32, '0'))

test('runs that ask for a part, one after the other, leave few files and all there is', () => {
  const root = folder()
  for (const key of keys) run(root, key, false)
  expect(readdirSync(root).length).toBeLessThan(2 * 14)
  const pack = openPack(root)
  for (const key of keys) {
    expect(pack.value(key)).toBe(key)
    const pointer = pack.pointer(key)
    expect(pointer && pack.read(pointer)).toBe(`text of ${key}`)
  }
  pack.close(false)
})

test('a run that asked for everything keeps no more than that', () => {
  const root = folder()
  for (const key of keys.slice(0, 12)) run(root, key, true)
  const pack = openPack(root)
  expect(pack.value(keys[3] ?? '')).toBe(keys[3])
  pack.close(true)
  const after = openPack(root)
  expect(keys.filter((key) => after.value(key) !== undefined)).toEqual([keys[3]])
  after.close(true)
})
