import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {openPack} from '../../pipeline/io/pack.ts'

function folder(): string {
  const root = mkdtempSync(join(tmpdir(), 'galley-pack-'))
  onTestFinished(() => rmSync(root, {recursive: true, force: true}))
  return root
}

/** One run that makes one value and one text. */
function run(root: string, key: string, whole: boolean, text = `text of ${key}`): void {
  const pack = openPack(root)
  pack.putValue(key, key)
  pack.putText(key, text)
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

test('what other runs gather meanwhile is still there for one that had it', () => {
  const root = folder()
  const [first = '', own = '', ...others] = keys
  run(root, first, false)
  const pack = openPack(root)
  // More than waits in memory, so that it is read from its file.
  const pointers = [pack.pointer(first), pack.putText(own, `text of ${own}`)]
  for (let turn = 0; turn < 3; turn++) pack.putText(`${turn}`.repeat(32), 'x'.repeat(2 ** 20))
  for (const key of others) run(root, key, false)
  const texts = pointers.map((pointer) => pointer && pack.read(pointer))
  expect(texts).toEqual([`text of ${first}`, `text of ${own}`])
  pack.close(false)
})

describe('what a whole run did not ask for', () => {
  /** What is left after runs that wrote as much text each, when the last one asked for one value. */
  function left(text: string): readonly string[] {
    const root = folder()
    for (const key of keys.slice(0, 12)) run(root, key, false, text)
    const pack = openPack(root)
    expect(pack.value(keys[3] ?? '')).toBe(keys[3])
    pack.close(true)
    const after = openPack(root)
    const values = keys.filter((key) => after.value(key) !== undefined)
    after.close(true)
    return values
  }

  test('stays as long as it is little: somebody else may ask for it', () => {
    expect(left('little')).toEqual(keys.slice(0, 12))
  })

  test('goes once most of the pack is of that kind', () => {
    expect(left('x'.repeat(2 ** 23))).toEqual([keys[3]])
  })
})

describe('an index that', () => {
  const [first = '', second = ''] = keys
  test.each([
    ['is gone', () => ''],
    ['is cut off', (text: string) => text.slice(0, -20)],
    ['has another byte', (text: string) => text.replace('t 0', 't 1')],
    ['is of another segment', (_: string, other: string) => other],
  ])('%s is made again', (_, spoil) => {
    const root = folder()
    run(root, first, false)
    const other = folder()
    run(other, second, false, 'a text that is longer')
    const indexIn = (at: string) =>
      join(at, readdirSync(at).find((name) => name.endsWith('.index')) ?? '')
    const [file, right] = [indexIn(root), readFileSync(indexIn(root), 'latin1')]
    writeFileSync(file, spoil(right, readFileSync(indexIn(other), 'latin1')))
    const pack = openPack(root)
    expect(pack.value(first)).toBe(first)
    const pointer = pack.pointer(first)
    expect(pointer && pack.read(pointer)).toBe(`text of ${first}`)
    expect(pack.value(second)).toBeUndefined()
    pack.close(true)
    expect(readFileSync(file, 'latin1')).toBe(right)
  })
})
