import {mkdir, mkdtemp, realpath, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {pathWithin} from '../../pipeline/io/path-within.ts'

let outside = ''
let root = ''
beforeAll(async () => {
  outside = await realpath(await mkdtemp(join(tmpdir(), 'galley-within-')))
  root = join(outside, 'root')
  await mkdir(join(root, 'locales/ko'), {recursive: true})
  await writeFile(join(outside, 'secret'), '')
  await symlink('ko', join(root, 'locales/alias'))
  await symlink(outside, join(root, 'locales/out'))
  await symlink('../../secret', join(root, 'locales/ko/secret.json'))
  await symlink('nowhere', join(root, 'locales/dangling'))
  await symlink(`${outside}/root-beside`, join(root, 'beside'))
  await mkdir(join(outside, 'root-beside'))
})
afterAll(() => rm(outside, {recursive: true, force: true}))

describe('inside', () => {
  test.each([
    ['locales/ko/a.json', 'locales/ko/a.json'],
    ['a/b/c/d.md', 'a/b/c/d.md'],
    ['locales/alias/a.json', 'locales/ko/a.json'],
    ['..a/b', '..a/b'],
    ['기사/본문.md', '기사/본문.md'],
  ])('%s', async (path, expected) => {
    expect(await pathWithin(root, path)).toBe(join(root, expected))
  })
})

describe('not inside', () => {
  test.each([
    [''],
    ['.'],
    ['..'],
    ['../secret'],
    ['locales/../../secret'],
    ['locales//ko'],
    ['/etc/passwd'],
    ['locales\\..\\..\\secret'],
    ['locales/ko/a\0.json'],
    ['locales/out'],
    ['locales/out/secret'],
    ['locales/out/new/file'],
    ['locales/ko/secret.json'],
    ['locales/dangling'],
    ['locales/dangling/a'],
    ['beside/a'],
  ])('%j', async (path) => {
    await expect(pathWithin(root, path)).rejects.toMatchObject({
      name: 'PipelineError',
      code: 'unwritable-file',
    })
  })
})
