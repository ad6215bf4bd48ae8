import {beforeAll, describe, expect, test} from 'vitest'
import {opinionTest, selfTestPage} from '../../pipeline/check/self-test.ts'
import {secondOpinion} from '../../pipeline/check/browser/second-opinion.ts'
import type {Sighting} from '../../pipeline/io/checking-browser.ts'
import type {Probe} from '../../pipeline/io/look.ts'
import type {Capture, Json} from '../../pipeline/model/tab.ts'
import {opinionEngines} from '../../pipeline/model/tab.ts'
import {html, open, page} from '../support/browser.ts'

const view = {name: 'desktop-light', width: 1280, height: 900, scheme: 'light'} as const
const frame = '<iframe title="A map" src="frame.html"></iframe>'
const pages = [
  page('wrong.html', selfTestPage),
  page('right.html', html(`<p>Pears <a href="wrong.html">of this year’s harvest</a>.</p>`)),
  page('frame.html', html('<p><img src="pear.png"></p>')),
  page('framing.html', html(frame)),
]
/** Before and after: an engine leaves the page as it found it. */
const markup = (id: string): Probe => ({
  id,
  every: 'view',
  probe: (tab) =>
    // A comment makes two questions of it, of which neither is remembered.
    tab.evaluate((name) => [name, document.documentElement.outerHTML][1] ?? '', id),
})

let seen: Sighting
beforeAll(async () => {
  const probes = [markup('before'), ...opinionEngines.map(secondOpinion), markup('after')]
  // Other work on the machine is no reason to stop an engine here.
  const browser = await open({probes, views: [view], timeLimit: 120_000})
  seen = await browser.capture(pages)
  await browser.close()
})

function captureOf(path: string): Capture {
  const capture = seen.captures.find((one) => one.page === path)
  if (capture === undefined) throw new Error(`${path} was not seen`)
  return capture
}

describe.each(opinionEngines)('%s', (engine) => {
  const judged = (path: string) => {
    const evidence: Json = captureOf(path).evidence[`browser/${engine}`] ?? []
    const where = {page: path, view, locale: 'en', article: undefined}
    return secondOpinion(engine).judge(evidence as never, where)
  }

  test('runs everywhere', () => {
    expect(seen.captures.map(({failures}) => failures)).toEqual(pages.map(() => ({})))
  })

  test('finds what its self-test asks for', () => {
    const codes = judged('wrong.html').map(({check}) => check.split('/')[1])
    expect(codes).toEqual(expect.arrayContaining([...opinionTest(engine).expected]))
  })

  test('finds nothing on a page that is right', () => {
    expect(judged('right.html').filter(({outcome}) => outcome === 'failed')).toEqual([])
  })

  test('sees what is in a frame once, and says where', () => {
    const places = judged('framing.html')
      .filter(({outcome, criteria}) => outcome === 'failed' && criteria.includes('1.1.1'))
      .map(({place}) => place.selector)
    expect(places).toEqual(['html > body > main > iframe >>> html > body > main > p > img'])
  })

  test('names criteria and ACT rules', () => {
    const picture = judged('wrong.html').find(({criteria}) => criteria.includes('1.1.1'))
    expect(picture).toMatchObject({act: expect.arrayContaining(['23a2a8']), engines: [engine]})
  })
})

test('the engines leave a page as they found it', () => {
  for (const {evidence} of seen.captures) expect(evidence['after']).toEqual(evidence['before'])
})
