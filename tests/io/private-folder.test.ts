import {chmodSync, mkdirSync, mkdtempSync, statSync, symlinkSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, describe, expect, test, vi} from 'vitest'
import {privateFolder} from '../../pipeline/io/private-folder.ts'

afterEach(() => vi.unstubAllEnvs())

/** A user whose cache folder and temporary folder are these. */
function user() {
  const root = mkdtempSync(join(tmpdir(), 'galley-user-'))
  const [cache, temporary] = [join(root, 'cache'), join(root, 'tmp')]
  mkdirSync(temporary)
  vi.stubEnv('XDG_CACHE_HOME', cache)
  vi.stubEnv('TMPDIR', temporary)
  return {cache, temporary}
}

describe.skipIf(process.platform === 'win32')('the private folder', () => {
  test('is made for the user alone', async () => {
    const {cache} = user()
    const folder = await privateFolder()
    expect(folder).toBe(join(cache, 'galley'))
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(await privateFolder()).toBe(folder)
  })

  test('is elsewhere where others can write to it', async () => {
    const {cache, temporary} = user()
    mkdirSync(join(cache, 'galley'), {recursive: true})
    chmodSync(join(cache, 'galley'), 0o777)
    expect(await privateFolder()).toContain(temporary)
  })

  test('is never where a link leads', async () => {
    const {cache, temporary} = user()
    mkdirSync(cache)
    symlinkSync(mkdtempSync(join(tmpdir(), 'galley-trap-')), join(cache, 'galley'))
    expect(await privateFolder()).toContain(temporary)
  })

  test('is refused where there is none', async () => {
    const {cache, temporary} = user()
    mkdirSync(join(cache, 'galley'), {recursive: true})
    chmodSync(join(cache, 'galley'), 0o777)
    vi.stubEnv('TMPDIR', join(temporary, 'a-file'))
    symlinkSync(cache, join(temporary, 'a-file'))
    mkdirSync(join(temporary, 'a-file', `galley-${process.getuid?.() ?? 0}`))
    chmodSync(join(temporary, 'a-file', `galley-${process.getuid?.() ?? 0}`), 0o777)
    await expect(privateFolder()).rejects.toMatchObject({code: 'unwritable-file'})
  })
})
