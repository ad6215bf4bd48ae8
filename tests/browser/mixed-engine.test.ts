import fs, {cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync} from 'node:fs'
import Module, {syncBuiltinESMExports} from 'node:module'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {afterAll, beforeAll, expect, test, vi} from 'vitest'
import {secondOpinion} from '../../pipeline/check/browser/second-opinion.ts'
import {opinionTest, selfTestPage} from '../../pipeline/check/self-test.ts'
import {html, open, page} from '../support/browser.ts'

const view = {name: 'desktop-light', width: 1280, height: 900, scheme: 'light'} as const

/** Alfa as npm leaves it where two packages ask for two versions: its rules have a DOM of their own. */
function mixedAlfa(): string {
  const packages = join(mkdtempSync(join(tmpdir(), 'galley-mixed-')), 'node_modules/@siteimprove')
  const real = resolve('node_modules/@siteimprove')
  mkdirSync(packages, {recursive: true})
  const within = join(packages, 'alfa-rules/node_modules/@siteimprove')
  for (const name of readdirSync(real)) {
    if (name !== 'alfa-rules') symlinkSync(join(real, name), join(packages, name))
  }
  cpSync(join(real, 'alfa-rules'), join(packages, 'alfa-rules'), {recursive: true})
  mkdirSync(within, {recursive: true})
  cpSync(join(real, 'alfa-dom'), join(within, 'alfa-dom'), {recursive: true})
  return join(packages, 'alfa-rules/dist/index.js')
}

type Resolve = (this: void, request: string, ...more: readonly unknown[]) => string

let restore = () => {}
beforeAll(() => {
  const alfa = mixedAlfa()
  // What Node finds modules by; `require.resolve` has no other door.
  const key = '_resolveFilename'
  const loader = Module as unknown as Record<typeof key, Resolve>
  const {[key]: find} = loader
  loader[key] = (request, ...more) =>
    request === '@siteimprove/alfa-rules' ? alfa : find(request, ...more)
  const read = fs.readFileSync
  const planted = vi.spyOn(fs, 'readFileSync').mockImplementation((path, options) => {
    const text = read(path, options)
    const hollow = ';ace.Checker.prototype.check = async () => ({results: []})'
    return String(path).endsWith('ace.js') ? `${String(text)}${hollow}` : text
  })
  syncBuiltinESMExports()
  restore = () => {
    loader[key] = find
    planted.mockRestore()
    syncBuiltinESMExports()
  }
})
afterAll(() => restore())

test('engines of which versions are mixed hold every page by themselves, and say what to install', async () => {
  const browser = await open({
    views: [view],
    probes: [secondOpinion('alfa'), secondOpinion('ibm')],
    selfTest: {page: selfTestPage, tests: [opinionTest('alfa'), opinionTest('ibm')]},
  })
  const {captures} = await browser.capture([page('one.html', html('<p><img src="pear.png"></p>'))])
  await browser.close()
  const {failures = {}} = captures[0] ?? {}
  expect(failures['browser/alfa']).toMatch(/self-test.*npm install @siteimprove\/alfa-rules@/)
  expect(failures['browser/ibm']).toMatch(/self-test.*npm install accessibility-checker-engine@/)
})
