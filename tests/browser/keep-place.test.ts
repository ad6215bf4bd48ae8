import {expect, test} from 'vitest'
import type {Probe} from '../../pipeline/io/look.ts'
import {edition, rendered} from '../render/sample.ts'
import {open, strict} from '../support/browser.ts'

/** Stands still at a paragraph, comes up, and asks where the links lead then. */
const probe: Probe = {
  id: 'test/place',
  every: 'widest',
  probe: (tab) =>
    tab.evaluate(async (selector: string) => {
      const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
      const links = () => {
        const all = [...document.querySelectorAll<HTMLAnchorElement>('.switcher a')]
        for (const link of all) link.dispatchEvent(new PointerEvent('pointerdown'))
        return all.map(({href}) => href)
      }
      const before = links()
      const block = document.querySelector(selector)
      const top = (block?.getBoundingClientRect().top ?? 0) + scrollY - innerHeight / 5
      scrollTo({top: top + 4, behavior: 'instant'})
      await wait(700)
      const there = links()
      scrollTo({top: 0, behavior: 'instant'})
      await wait(200)
      return [before, there, links()]
    }, '#text-b12'),
}

test('the language switcher leads to the paragraph that was being read', async () => {
  const text = Array.from({length: 30}, (_, index) => `Paragraph ${index}. ${'Word '.repeat(80)}`)
  const editions = ['en', 'ko'].map((locale) => edition({locale, text: text.join('\n\n')}))
  const {renditions} = rendered(editions, [], {parallel: true})
  const browser = await open({url: 'https://galley.example/', policy: strict, probes: [probe]})
  try {
    const {captures} = await browser.capture(renditions)
    const seen = (page: string) =>
      captures.find((one) => one.page === page && one.evidence[probe.id] !== undefined)?.evidence[
        probe.id
      ]
    const at = (fragment: string) =>
      ['en', 'ko', 'en-ko'].map((folder) => `https://galley.example/${folder}/one/${fragment}`)
    for (const page of ['en/one/index.html', 'ko/one/index.html', 'en-ko/one/index.html']) {
      expect(seen(page)).toEqual([at(''), at('#text-b12'), at('#text-b12')])
    }
  } finally {
    await browser.close()
  }
})
