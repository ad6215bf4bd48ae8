import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {plan} from '../../pipeline/release/plan.ts'

const file = fc.record({
  path: fc.constantFrom(
    'index.html',
    'en/index.html',
    'ko/index.html',
    'assets/a.css',
    'ko/a/index.html',
  ),
  sha256: fc.constantFrom('1', '2', '3'),
})
const files = fc.uniqueArray(file, {selector: ({path}) => path})

test('what is written and reused is the release, and what is removed is not', () => {
  fc.assert(
    fc.property(files, files, (now, before) => {
      const live = plan(before, undefined).manifest
      const made = plan(now, live)
      const paths = now.map(({path}) => path).sort()
      expect([...made.write, ...made.reuse].sort()).toEqual(paths)
      expect(Object.keys(made.manifest.files)).toEqual(paths)
      for (const path of made.remove) expect(paths).not.toContain(path)
      for (const path of made.reuse) expect(live.files[path]).toBe(made.manifest.files[path])
      expect(plan(now, made.manifest).changed).toBe(false)
    }),
  )
})

test('the order files come in changes nothing', () => {
  fc.assert(
    fc.property(files, (some) => {
      expect(JSON.stringify(plan([...some].reverse(), undefined))).toBe(
        JSON.stringify(plan(some, undefined)),
      )
    }),
  )
})

describe('paths that could leave the release or be taken for another are refused', () => {
  test.each([
    ['../a'],
    ['a/../b'],
    ['/a'],
    ['a//b'],
    ['./a'],
    ['a\\b'],
    ['C:a'],
    ['a\nb'],
    ['MANIFEST.json'],
    [''],
  ])('%j', (path) => {
    expect(() => plan([{path, sha256: '1'}], undefined)).toThrow(/cannot be a file of a release/)
  })

  test.each([
    ['ko/A.html', 'ko/a.html'],
    ['ko', 'ko/index.html'],
    ['KO/index.html', 'ko'],
    ['가.html'.normalize('NFC'), '가.html'.normalize('NFD')],
  ])('%j beside %j', (one, two) => {
    expect(() =>
      plan(
        [one, two].map((path) => ({path, sha256: '1'})),
        undefined,
      ),
    ).toThrow(/would be one file on some disks/)
  })
})
