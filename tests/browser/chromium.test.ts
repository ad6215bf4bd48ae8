import {spawn} from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import {readdir} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {afterAll, describe, expect, test} from 'vitest'

const module = fileURLToPath(new URL('../../pipeline/io/chromium.ts', import.meta.url))
const script = `import(${JSON.stringify(module)}).then(({findBrowser}) => findBrowser()).then(
  (found) => console.log(JSON.stringify(found)),
  (error) => { console.log(JSON.stringify({code: error.code, message: error.message})); process.exitCode = 2 },
)`

/** Finds the browser in a process of its own, whose caches lie in `home`. */
function find(home: string, more: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], {
    env: {PATH: '/usr/bin:/bin', HOME: home, XDG_CACHE_HOME: join(home, 'cache'), ...more},
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (data) => (output += String(data)))
  const found = new Promise<Record<string, unknown>>((resolve) =>
    child.on('close', () => resolve(output === '' ? {} : Object(JSON.parse(output)))),
  )
  return {child, found}
}

const home = mkdtempSync(join(tmpdir(), 'galley-home-'))
const fresh = mkdtempSync(join(tmpdir(), 'galley-home-'))
afterAll(() => {
  for (const folder of [home, fresh]) rmSync(folder, {recursive: true, force: true})
})

// Only here is the embedded browser built to run.
const embedded = describe.skipIf(process.platform !== 'linux' || process.arch !== 'x64')

embedded('the embedded browser', () => {
  test('is found by two processes at once, of which one unpacks it', async () => {
    const both = await Promise.all([find(home).found, find(home).found])
    for (const found of both) {
      expect(found['name']).toMatch(/^Chromium 147\.\S+ \(embedded\)$/)
      expect(found['env']).not.toHaveProperty('XDG_CACHE_HOME')
    }
    expect(both[0]).toEqual(both[1])
    const folder = join(home, 'cache', 'galley')
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    const names = await readdir(folder, {recursive: true})
    expect(names.filter((name) => /part|lock/.test(name))).toEqual([])
  })

  test('is mended when its file was cut short', async () => {
    const {path} = await find(home).found
    truncateSync(String(path), 1_000)
    const {name} = await find(home).found
    expect(name).toMatch(/embedded/)
    expect(statSync(String(path)).size).toBeGreaterThan(100_000_000)
  })

  test('is unpacked again after a process was killed at it', async () => {
    const {child, found} = find(fresh)
    const folder = join(fresh, 'cache', 'galley')
    const isAtIt = async () =>
      existsSync(folder) &&
      (await readdir(folder, {recursive: true})).some((name) => /\.part-/.test(name))
    while (!(await isAtIt())) await wait(20)
    child.kill('SIGKILL')
    await found
    expect((await find(fresh).found)['name']).toMatch(/embedded/)
    const names = await readdir(folder, {recursive: true})
    expect(names.filter((name) => /part|lock/.test(name))).toEqual([])
  })
})

test('a configured browser that does not start is an error that names it', async () => {
  const file = join(home, 'no-browser')
  writeFileSync(file, 'not a program')
  const {code, message} = await find(home, {GALLEY_BROWSER: file}).found
  expect(code).toBe('no-browser')
  expect(message).toContain(file)
})

test('a configured browser is used', async () => {
  const file = join(home, 'my-browser')
  writeFileSync(file, '#!/bin/sh\necho Chromium 1.2.3\n', {mode: 0o755})
  const {path, name} = await find(home, {GALLEY_BROWSER: file}).found
  expect({path, name}).toEqual({path: file, name: 'Chromium 1.2.3'})
  expect(readFileSync(file, 'utf8')).toContain('Chromium')
})
