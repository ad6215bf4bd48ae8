import {afterAll, beforeAll, expect, test} from 'vitest'
import type {CheckingBrowser} from '../../pipeline/io/browser.ts'
import {html, open, page, views} from '../support/browser.ts'

let browser: CheckingBrowser
beforeAll(async () => {
  browser = await open({probes: [], views})
})
afterAll(() => browser.close())

const shown = page(
  'a.html',
  html(
    '<button style="margin:90px;width:60px;height:30px"></button><p hidden>a</p><i style="display:block;height:9000px">b</i>',
  ),
)

const portray = async (selector: string) => {
  const wanted = {page: 'a.html', view: 'desktop-light', selector}
  return [...(await browser.portray([shown], [wanted])).values()]
}

test('an element is shown with what stands around it', async () => {
  const [picture] = await portray('button')
  expect(picture).toMatchObject({label: 'element', view: 'desktop-light', width: 220})
  expect(picture?.height).toBeLessThan(140)
})

test('of a tall element its beginning is shown', async () => {
  expect((await portray('i'))[0]?.height).toBeLessThan(600)
})

test.each([['p[hidden]'], ['.gone'], ['html'], ['not > a > [selector']])(
  'there is no picture of %s',
  async (selector) => {
    expect(await portray(selector)).toEqual([])
  },
)

test('what was pictured before needs no load, and is the same', async () => {
  const [first, again] = [await portray('button'), await portray('button')]
  expect(again).toEqual(first)
})
