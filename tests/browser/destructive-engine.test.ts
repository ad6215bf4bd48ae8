import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import {afterAll, beforeAll, expect, test, vi} from 'vitest'
import {accessibility} from '../../pipeline/check/browser/accessibility.ts'
import {secondOpinion} from '../../pipeline/check/browser/second-opinion.ts'
import {standards} from '../../pipeline/check/browser/standards.ts'
import {selfTestPage, selfTests} from '../../pipeline/check/self-test.ts'
import {html, open, page} from '../support/browser.ts'

const light = {name: 'desktop-light', width: 1280, height: 900, scheme: 'light'} as const
const dark = {...light, name: 'desktop-dark', scheme: 'dark'} as const
const image = '<p class="fruit"><img src="pear.png"></p>'

// axe-core, which does something to the page before it looks at it; pa11y reads it once.
beforeAll(() => {
  const read = fs.readFileSync
  const spoiled = `;{
    const {run} = axe
    axe.run = function (...given) {
      const kind = (document.querySelector('[data-kind]') ?? document.body).dataset.kind
      if (/empty/.test(kind)) document.body.replaceChildren()
      if (kind === 'away') location.href = 'about:blank'
      if (kind === 'words') document.querySelector('h1').firstChild.data = 'Another'
      if (/marks/.test(kind)) document.querySelector('.fruit').title = 'seen'
      if (kind === 'leaves') document.adoptedStyleSheets.push(new CSSStyleSheet())
      if (document.title === 'Untitled') document.body.append(document.createElement('i'))
      if (kind === 'crash') {
        document.body.remove()
        throw new Error('out of order')
      }
      return run.apply(this, given)
    }
  }`
  const planted = vi.spyOn(fs, 'readFileSync').mockImplementation((path, options) => {
    const text = read(path, options)
    return String(path).endsWith('axe.min.js') ? `${String(text)}${spoiled}` : text
  })
  syncBuiltinESMExports()
  restore = () => {
    planted.mockRestore()
    syncBuiltinESMExports()
  }
})
let restore = () => {}
afterAll(() => restore())

const ticking = '<script>setInterval(() => { tick.textContent = Date.now() }, 40)</script>'
const acting = '<script>globalThis.here = true</script>'
const kinds = {
  empty: '',
  words: '',
  marks: '',
  leaves: '',
  crash: '',
  'acting-empty': acting,
  'acting-marks': acting,
  'ticking-marks': `<p id="tick">0</p>${ticking}`,
  away: '',
  none: '',
}

test('an engine that spoils a page is blamed by name, and all others see the page as it was', async () => {
  const browser = await open({
    views: [light, dark],
    policy: undefined,
    probes: [accessibility, secondOpinion('accesslint'), standards],
  })
  const {captures, loads} = await browser.capture(
    Object.entries(kinds).map(([kind, more]) =>
      page(`${kind}.html`, html(`<div data-kind="${kind}"></div>${image}${more}`)),
    ),
  )
  await browser.close()

  const seen = captures.filter(({view}) => view === light)
  for (const {evidence, failures} of seen) {
    expect(failures).toEqual({})
    expect(JSON.stringify(evidence['browser/accessibility'])).toMatch(/1_1_1/)
    expect(JSON.stringify(evidence['browser/accesslint'])).toMatch(/img-alt/)
  }
  const harm = captures.map(({page: path, view, evidence}) => {
    const said = JSON.stringify(evidence['browser/accessibility'])
    const [, what = 'nothing'] = /axe left the page changed: ([^"]*)"/.exec(said) ?? []
    return `${path} ${view.scheme}: ${what}`
  })
  const blamed = (kind: string, what: string) => [
    `${kind}.html light: ${what}`,
    `${kind}.html dark: ${what}`,
  ]
  const away = seen.find((one) => one.page === 'away.html')?.evidence['browser/accessibility']
  expect(away).toMatchObject([{engine: 'axe', failure: expect.any(String) as string}, {}])
  expect(harm).toEqual([
    ...blamed('empty', '5 elements or texts are gone'),
    ...blamed('words', '1 attributes, texts or addresses are others'),
    ...blamed('marks', '1 attributes, texts or addresses are others'),
    ...blamed('leaves', '1 were added'),
    ...blamed('crash', '6 elements or texts are gone'),
    ...blamed('acting-empty', '6 elements or texts are gone'),
    // Where something acts nobody knows who it was; what comes after sees the page as it was.
    ...blamed('acting-marks', 'nothing'),
    ...blamed('ticking-marks', 'nothing'),
    ...blamed('away', 'nothing'),
    ...blamed('none', 'nothing'),
  ])
  const readings = seen.map(({page: path, evidence}) => [
    path.replace('.html', ''),
    /"title":"seen"/.test(JSON.stringify(evidence['browser/standards'])),
  ])
  expect(Object.fromEntries(readings)).toMatchObject({marks: false, 'acting-marks': false})
  expect(loads).toBe(Object.keys(kinds).length)
})

test('one that leaves something behind on the self-test page is asked no more', async () => {
  const browser = await open({
    views: [light],
    probes: [accessibility, standards],
    selfTest: {page: selfTestPage, tests: selfTests},
  })
  const {captures} = await browser.capture([page('one.html', html(image))])
  await browser.close()
  const said = JSON.stringify(captures[0]?.evidence['browser/accessibility'])
  expect(said).toMatch(/it failed its self-test: axe left the page changed: 1 were added/)
  expect(said).toMatch(/1_1_1/)
  expect(captures[0]?.failures).toEqual({})
})
