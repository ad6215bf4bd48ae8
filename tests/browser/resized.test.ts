import {expect, test} from 'vitest'
import type {Probe} from '../../pipeline/io/look.ts'
import {html, open, page, views} from '../support/browser.ts'

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
