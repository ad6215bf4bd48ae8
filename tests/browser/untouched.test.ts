import {expect, test} from 'vitest'
import {browserChecks} from '../../pipeline/check/checks.ts'
import type {Probe} from '../../pipeline/io/look.ts'
import {html, open, page, views} from '../support/browser.ts'

const content = html(
  `<a href="#words">Skip</a><nav style="color:red"><a href="a">One</a> <a href="b">Two</a></nav>
  <form style=""><label>Name <input></label> <button type="button">Send</button></form>
  <p id="words" tabindex="-1">Pears are <a href="c" style="color:#226">picked</a> in September.</p>
  <table><tr><th>Kind</th></tr><tr><td>Conference</td></tr></table>`,
  '<style>form { overflow: hidden } a:hover { color: #600 }</style>',
)

test('probes leave a page to the letter as they found it', async () => {
  const [view] = views
  let times = 0
  const seen: [string, string][] = []
  const probes = browserChecks.map((check): Probe => ({
    ...check,
    every: 'view',
    async probe(tab) {
      const evidence = await check.probe(tab)
      // An answer to the same question would be remembered.
      const [, markup] = await tab.evaluate(
        (time: number) => [time, document.documentElement.outerHTML] as const,
        times++,
      )
      seen.push([check.id, markup])
      return evidence
    },
  }))
  const browser = await open({probes, views: view ? [view] : []})
  await browser.capture([page('index.html', content)])
  await browser.close()
  expect(seen.length).toBe(browserChecks.length)
  const [first] = seen
  for (const [id, markup] of seen) expect([id, markup]).toEqual([id, first?.[1]])
}, 60_000)
