import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, onTestFinished, test, vi} from 'vitest'
import {sha256} from '../../pipeline/io/digest.ts'
import {knownFiles} from '../../pipeline/io/known-files.ts'

// What was read long after it was written is known from then on.
beforeEach(() => vi.useFakeTimers({toFake: ['Date'], now: Date.parse('2099-01-01T00:00:00Z')}))
afterEach(() => vi.useRealTimers())

/** A folder of which an earlier run knows all. */
function known() {
  const root = mkdtempSync(join(tmpdir(), 'galley-known-'))
  onTestFinished(() => rmSync(root, {recursive: true, force: true}))
  mkdirSync(join(root, 'in'))
  const write = (path: string, text: string) => writeFileSync(join(root, path), text)
  write('in/a', 'one')
  write('in/b', 'two')
  const store = join(root, 'store')
  const open = () => knownFiles(root, store)
  const first = open()
  first.list('in')
  first.look('in/a')
  first.look('in/b')
  first.save()
  return {root, write, store, open}
}

test('what nobody has touched is not read again', () => {
  const {open} = known()
  expect(open().look('in/a')).toEqual({sha256: sha256('one'), bytes: undefined})
  expect(
    open()
      .list('in')
      .map(({name}) => name),
  ).toEqual(['a', 'b'])
})

test('a file that was written again with the same bytes is read, and the same', () => {
  const {root, open} = known()
  utimesSync(join(root, 'in/a'), 5, 5)
  expect(open().look('in/a')).toEqual({sha256: sha256('one'), bytes: Buffer.from('one')})
})

test('what had to be read is given to who looks first, and once more', () => {
  const {root} = known()
  const files = knownFiles(root, undefined)
  const seen = [1, 2, 3].map(() => files.look('in/a').bytes?.toString())
  expect(seen).toEqual(['one', 'one', undefined])
})

test('of much that was read, what was read last is given once more', () => {
  const {root, write} = known()
  const megabytes = (count: number) => 'm'.repeat(count * 2 ** 20)
  for (const [name, count] of Object.entries({c: 2, d: 1.5, e: 1, f: 5}))
    write(`in/${name}`, megabytes(count))
  const files = knownFiles(root, undefined)
  const paths = ['in/c', 'in/d', 'in/e', 'in/f']
  for (const path of paths) files.look(path)
  const sizes = paths.map((path) => (files.look(path).bytes?.length ?? 0) / 2 ** 20)
  expect(sizes).toEqual([0, 1.5, 1, 0])
})

test.each(['other', 'six'])('%s bytes at the same time are seen', (text) => {
  const {root, write, open} = known()
  const {atime, mtime} = statSync(join(root, 'in/a'))
  write('in/a', text)
  utimesSync(join(root, 'in/a'), atime, mtime)
  expect(open().look('in/a').sha256).toBe(sha256(text))
})

test('what comes into a folder, leaves it or becomes something else is seen', () => {
  const {root, write, open} = known()
  write('in/c', '')
  rmSync(join(root, 'in/a'))
  rmSync(join(root, 'in/b'))
  mkdirSync(join(root, 'in/b'))
  expect(open().list('in')).toEqual([
    {name: 'b', kind: 'folder'},
    {name: 'c', kind: 'file'},
  ])
  rmSync(join(root, 'in'), {recursive: true})
  expect(open().list('in')).toEqual([])
})

describe('a store that', () => {
  test.each([
    ['is cut off', (bytes: Buffer) => bytes.subarray(0, -9)],
    ['has another byte', (bytes: Buffer) => Buffer.from(bytes).fill(1, 90, 91)],
    ['is of another make', () => Buffer.from(`${sha256('text')}\ntext`)],
  ])('%s is none', (_, spoil) => {
    const {store, open} = known()
    writeFileSync(store, spoil(readFileSync(store)))
    expect(open().look('in/a')).toEqual({sha256: sha256('one'), bytes: Buffer.from('one')})
    expect(open().list('in')).toHaveLength(2)
  })
})
