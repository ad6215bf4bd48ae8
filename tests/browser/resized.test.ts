import {expect, test} from 'vitest'
import type {Probe} from '../../pipeline/io/look.ts'
import type {Hands} from '../../pipeline/model/hands.ts'
import {asset, html, open, page, views} from '../support/browser.ts'

const told = () => document.documentElement.dataset['told'] ?? ''

// A page that listens, and is longer than the window.
const content = html(
  '<p style="height: 3000px">Pears</p>',
  `<script>
    addEventListener('resize', () => (document.documentElement.dataset.told = (document.documentElement.dataset.told ?? '') + innerWidth + ' '))
  </script>`,
)

test('a page is told of each other window, and of none that its picture is taken in', async () => {
  const seen: string[] = []
  const probe: Probe = {
    id: 'resized',
    every: 'viewport',
    disturbs: true,
    probe: (tab) =>
      tab.perform('resized', async (hands) => {
        await hands.draw()
        await hands.emulate({window: {width: 320, height: 640}})
        await hands.emulate({})
        await hands.draw()
        await hands.emulate({window: {width: 640, height: 640}})
        seen.push(await hands.evaluate(told, null))
        return null
      }),
  }
  const [, view] = views
  const browser = await open({probes: [probe], views: view ? [view] : []})
  const {captures} = await browser.capture([page('index.html', content)])
  await browser.close()
  expect(captures.map(({failures}) => failures)).toEqual([{}])
  expect(seen).toEqual([`320 ${view?.width} 640 `])
}, 60_000)

test('an image is the one of the window again, once that was wider for a while', async () => {
  const [narrow] = views
  const picture = (size: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"/>`
  const files = [300, 1200].map((size) => asset(`${size}.svg`, 'image/svg+xml', picture(size)))
  const wide = {width: 1200, height: 900}
  const seen: string[] = []
  const probe = (id: string, ask: (hands: Hands) => Promise<unknown>): Probe => ({
    id,
    every: 'viewport',
    probe: (tab) =>
      tab.perform(id, async (hands) => {
        await ask(hands)
        seen.push(await hands.evaluate(file, null))
        return null
      }),
  })
  const browser = await open({
    probes: [
      probe('wider', async (hands) => {
        await hands.emulate({window: wide})
        await hands.evaluate(largerFile, null)
      }),
      probe('again', async () => {}),
    ],
    views: narrow ? [{...narrow, width: 300}] : [],
  })
  const image =
    '<img alt="Pears" sizes="100vw" srcset="300.svg 300w, 1200.svg 1200w" src="300.svg">'
  await browser.capture([page('index.html', html(`<p>${image}</p>`)), ...files])
  await browser.close()
  expect(seen).toEqual(['1200.svg', '300.svg'])
}, 60_000)

/** Runs in the page, until it has the larger one. */
async function largerFile(): Promise<null> {
  while (!document.images[0]?.currentSrc.endsWith('1200.svg'))
    await new Promise((done) => setTimeout(done, 20))
  return null
}

/** Runs in the page. */
function file(): string {
  return document.images[0]?.currentSrc.replace(/.*\//, '') ?? ''
}
