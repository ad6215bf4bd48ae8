import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import {expect, test, vi} from 'vitest'
import {accessibility} from '../../pipeline/check/browser/accessibility.ts'
import {secondOpinion} from '../../pipeline/check/browser/second-opinion.ts'
import {stateContrast} from '../../pipeline/check/browser/state-contrast.ts'
import {html, open, page} from '../support/browser.ts'

const view = {name: 'desktop-light', width: 1280, height: 900, scheme: 'light'} as const
const image = '<p><img src="pear.png"></p>'

test('what axe-core hangs on is heard by all the others', async () => {
  const read = fs.readFileSync
  const stuck = `;{
    const {run} = axe
    axe.run = function (...given) {
      if (document.querySelector('.wait')) return new Promise(() => {})
      while (document.querySelector('.loop')) continue
      return run.apply(this, given)
    }
  }`
  const planted = vi.spyOn(fs, 'readFileSync').mockImplementation((path, options) => {
    const text = read(path, options)
    return String(path).endsWith('axe.min.js') ? `${String(text)}${stuck}` : text
  })
  syncBuiltinESMExports()
  const views = [view, {...view, name: 'desktop-dark', scheme: 'dark'}] as const
  const browser = await open({
    views,
    timeLimit: 8_000,
    probes: [accessibility, secondOpinion('accesslint'), stateContrast],
  })
  const kinds = ['wait', 'loop', 'whole']
  const {captures} = await browser.capture(
    kinds.map((kind) => page(`${kind}.html`, html(`<div class="${kind}">${image}</div>`))),
  )
  await browser.close()
  planted.mockRestore()
  syncBuiltinESMExports()

  for (const {page: path, view: seen, evidence, failures} of captures) {
    const said = JSON.stringify(evidence['browser/accessibility'])
    if (seen === view) expect(said).toMatch(/1_1_1/)
    if (path === 'whole.html') expect(said).not.toMatch(/failure/)
    else expect(said).toMatch(/not done within 4000 ms: axe|without an answer/)
    if (seen === view) expect(JSON.stringify(evidence['browser/accesslint'])).toMatch(/img-alt/)
    expect(failures['browser/accesslint']).toBeUndefined()
  }
})
