import {expect, test} from 'vitest'
import {accessibility} from '../../pipeline/check/browser/accessibility.ts'
import type {Json} from '../../pipeline/model/tab.ts'
import {html, open, page, views} from '../support/browser.ts'

// A page that is painted alike in two colour schemes is not looked at twice; any other is.

const pale = '<p id="words" style="color: #bbb">Pears keep until the spring.</p>'
const dark = '@media (prefers-color-scheme: dark)'
const pages = {
  'looks alike in both': [html(pale), true, true],
  'has other words in the dark': [
    html(`<style>${dark} {#words {color: #111 !important}}</style>${pale}`),
    true,
    false,
  ],
  'has another ground in the dark': [
    html(`<style>${dark} {body, h1 {background: #000; color: #fff}}</style>${pale}`),
    true,
    false,
  ],
  'has no ground of its own': [
    html('<p style="color: #333">Pears keep until the spring.</p>').replace(
      '<head>',
      '<head><meta name="color-scheme" content="light dark">',
    ),
    false,
    true,
  ],
  'is made anew by a script': [
    html(
      `<p id="words">Pears</p><script>matchMedia('(prefers-color-scheme: dark)').onchange =
        () => { words.style.color = '#ddd' }</script>`,
    ),
    false,
    true,
  ],
  'has words in a shadow tree': [
    html(
      `<div><template shadowrootmode="open"><style>p {color: #222} ${dark} {p {color: #ddd}}</style><p>Pears keep until the spring.</p></template></div>`,
    ),
    false,
    true,
  ],
} as const

test('pale words are seen in the scheme in which they are pale', async () => {
  const browser = await open({probes: [accessibility], jobs: 1, views: views.slice(0, 2)})
  const all = Object.entries(pages)
  const {captures} = await browser.capture(
    all.map(([, [content]], n) => page(`${n}.html`, content)),
  )
  await browser.close()
  for (const [n, [name, [, inLight, inDark]]] of all.entries()) {
    const own = captures.filter((one) => one.page === `${n}.html`)
    const isPale = (evidence: Json | undefined) =>
      JSON.stringify(evidence).includes('"color-contrast"')
    const seen = own.map(({evidence}) => isPale(evidence[accessibility.id]))
    expect(seen, name).toEqual([inLight, inDark])
  }
})
