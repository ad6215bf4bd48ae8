import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import {expect, test, vi} from 'vitest'
import {accessibility} from '../../pipeline/check/browser/accessibility.ts'
import {secondOpinion} from '../../pipeline/check/browser/second-opinion.ts'
import {opinionTest, selfTestPage, selfTests} from '../../pipeline/check/self-test.ts'
import {html, open, page} from '../support/browser.ts'

const view = {name: 'desktop-light', width: 1280, height: 900, scheme: 'light'} as const
const image = '<p><img src="pear.png"></p>'

test('an opinion that is not to be had is missing alone: of an engine that finds nothing, crashes or hangs', async () => {
  const read = fs.readFileSync
  const hollow = 'var AccessLint = {runAudit: () => ({violations: [], skippedRules: []})}'
  const fickle = `;{
    const {check} = ace.Checker.prototype
    ace.Checker.prototype.check = function (...given) {
      if (document.querySelector('.crash')) throw new Error('out of order')
      while (document.querySelector('.hang')) continue
      return check.apply(this, given)
    }
  }`
  const planted = vi.spyOn(fs, 'readFileSync').mockImplementation((path, options) => {
    if (String(path).endsWith('index.iife.js')) return hollow
    const text = read(path, options)
    return String(path).endsWith('ace.js') ? `${String(text)}${fickle}` : text
  })
  syncBuiltinESMExports()
  const browser = await open({
    views: [view],
    timeLimit: 40_000,
    probes: [secondOpinion('accesslint'), secondOpinion('ibm'), accessibility],
    selfTest: {
      page: selfTestPage,
      tests: [...selfTests.slice(0, 2), opinionTest('accesslint'), opinionTest('ibm')],
    },
  })
  const kinds = ['crash', 'hang', 'whole']
  const pages = kinds.map((kind) =>
    page(`${kind}.html`, html(`<div class="${kind}">${image}</div>`)),
  )
  const {captures} = await browser.capture(pages)
  await browser.close()
  planted.mockRestore()
  syncBuiltinESMExports()

  const said = captures.map(({failures}) => failures['browser/ibm'])
  expect(said[0]).toMatch(/out of order/)
  expect(said[1]).toMatch(/not done within 10000 ms/)
  expect(said[2]).toBeUndefined()
  for (const {evidence, failures} of captures) {
    expect(failures['browser/accesslint']).toMatch(/self-test.* does not find button-name/)
    expect(JSON.stringify(evidence['browser/accessibility'])).toMatch(/"image-alt"/)
    expect(failures['browser/accessibility']).toBeUndefined()
  }
})
