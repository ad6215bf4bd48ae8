import {expect, test} from 'vitest'
import type {Probe} from '../../pipeline/io/look.ts'
import {html, open, page} from '../support/browser.ts'

const load: Probe = {
  id: 'load',
  every: 'viewport',
  probe: (tab) => tab.evaluate(() => [innerWidth, performance.timeOrigin], null),
}

const body = '<p>Pears are picked in September.</p>'
const pages = {
  still: [html(body), 1],
  'with data': [html(body, '<script type="application/ld+json">{}</script>'), 1],
  'with a script': [html(body, '<script>let pears = innerWidth</script>'), 2],
  'with a handler': [html('<p onresize="">Pears</p>'), 2],
  'with a frame': [html('<iframe srcdoc="Pears" title="Pears"></iframe>'), 2],
  'with a choice of pictures': [html('<img alt="" src="pear.png" srcset="pear.png 2x">'), 2],
  'with a focus': [html('<input autofocus aria-label="Pears">'), 2],
  'with a shadow': [html('<div><template shadowrootmode="open">Pears</template></div>'), 2],
  'with a dead link': [html('<img alt="" src="nothing.png">'), 2],
} as const

test('a page in which nothing could tell is loaded once for all windows; any other in each', async () => {
  const browser = await open({probes: [load], jobs: 1})
  const renditions = Object.entries(pages).map(([name, [content]]) =>
    page(`${name.replaceAll(' ', '-')}.html`, content),
  )
  const {captures} = await browser.capture(renditions)
  await browser.close()
  for (const [index, [name, [, loads]]] of Object.entries(pages).entries()) {
    const path = renditions[index]?.path
    const seen = captures.filter((one) => one.page === path && one.evidence['load'] !== undefined)
    const evidence = seen.map((one) => Object(one.evidence['load']))
    expect(evidence.map(([width]) => width)).toEqual([375, 1280])
    expect(new Set(evidence.map(([, origin]) => origin)).size, name).toBe(loads)
  }
})
