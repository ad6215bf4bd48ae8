import {existsSync, mkdirSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {expect, test, vi} from 'vitest'
import {leftBehind} from '../support/left-behind.ts'

test('temporary files come into a folder of their own, and those of a run that was killed go', async () => {
  // Once a process: another test of this one may have asked before.
  vi.resetModules()
  const {inSweptFolder} = await import('../../pipeline/io/in-swept-folder.ts')
  const before = tmpdir()
  const left = join(before, leftBehind('galley-browser'))
  const others = join(before, leftBehind('galley-other'))
  for (const folder of [left, others]) {
    mkdirSync(join(folder, 'playwright_chromiumdev_profile-x'), {recursive: true})
    writeFileSync(join(folder, 'playwright_chromiumdev_profile-x/History'), '')
  }
  const first = inSweptFolder(async () => tmpdir())
  const [one, other] = await Promise.all([first, inSweptFolder(async () => tmpdir())])
  expect(dirname(one)).toBe(before)
  expect(other).toBe(one)
  expect(existsSync(one)).toBe(true)
  expect(existsSync(left)).toBe(false)
  expect(existsSync(others)).toBe(true)
  expect(tmpdir()).toBe(before)
})
