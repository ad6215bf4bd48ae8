import {build} from 'esbuild'
import {spawn} from 'node:child_process'
import {mkdtemp, readFile, readdir, realpath, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {currentRelease, recover} from '../../pipeline/io/release.ts'

let dir = ''
let driver = ''
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'galley-faults-'))
  driver = join(dir, 'driver.mjs')
  // One file, so that a process that lives for one fault starts in no time.
  await build({
    entryPoints: [fileURLToPath(new URL('faults.driver.ts', import.meta.url))],
    outfile: driver,
    bundle: true,
    platform: 'node',
    format: 'esm',
  })
})
afterAll(() => rm(dir, {recursive: true, force: true}))

function drive(...words: readonly string[]) {
  return new Promise<{code: number | null; signal: string | null; output: string}>((resolve) => {
    let output = ''
    const child = spawn(process.execPath, [driver, ...words])
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('close', (code, signal) => resolve({code, signal, output}))
  })
}

test('kill -9 at every single change to the disk leaves a whole release', async () => {
  const out = join(dir, 'killed')
  expect(await drive(out, 'kill', '0')).toMatchObject({code: 0, output: ''})
  const seen = new Set<string>()
  let turn = 1
  for (let killed = true; killed; turn++) {
    const {code, signal, output} = await drive(out, 'kill', String(turn))
    killed = signal === 'SIGKILL'
    expect(killed || code === 0, output).toBe(true)
    seen.add(await wholeAt(join(out, 'current')))
  }
  expect(turn).toBeGreaterThan(25)
  expect(seen.size).toBeGreaterThan(3)
  await recover(out)
  expect(await currentRelease(out)).toBeDefined()
  expect(await readdir(join(out, 'tmp'))).toEqual([])
})

test.each([
  ['ENOSPC', 'always'],
  ['EIO', 'once'],
])(
  '%s at every single change (%s): said in words, nothing broken, mended by the next run',
  async (code, how) => {
    const {output, code: exit} = await drive(join(dir, code), 'fail', code, how)
    expect(exit, output).toBe(0)
    const results = output
      .trim()
      .split('\n')
      .map((line): {ended: string; committed: boolean; whole: boolean} => JSON.parse(line))
    expect(results.length).toBeGreaterThan(25)
    expect(results.filter(({whole}) => !whole)).toEqual([])
    const endings = {
      released: true,
      'PipelineError unwritable-file': false,
      'PipelineError switch-pending': true,
    }
    for (const {ended, committed} of results) {
      expect(Object.entries(endings)).toContainEqual([ended, committed])
    }
  },
)

/** Reads as a server does: resolve `current` once, then read all that the manifest names. */
async function wholeAt(current: string): Promise<string> {
  const folder = await realpath(current)
  const manifest: {files: Record<string, string>} = JSON.parse(
    await readFile(join(folder, 'MANIFEST.json'), 'utf8'),
  )
  const paths = Object.keys(manifest.files)
  const texts = await Promise.all(paths.map((path) => readFile(join(folder, path), 'utf8')))
  const letter = texts[0]?.charAt(0) ?? ''
  expect(texts).toEqual(paths.map(() => letter.repeat(10_000)))
  return letter
}
