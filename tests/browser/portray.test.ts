import {afterAll, beforeAll, expect, test} from 'vitest'
import type {CheckingBrowser} from '../../pipeline/io/checking-browser.ts'
import {html, open, page, views} from '../support/browser.ts'

let browser: CheckingBrowser
beforeAll(async () => {
  browser = await open({probes: [], views})
})
afterAll(() => browser.close())

const shown = page(
  'a.html',
  html(
    '<button style="margin:90px;width:60px;height:30px"></button><p hidden>a</p><b id="v1.2:a">c</b><i style="display:block;height:9000px">b</i>',
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

test('an element is known by an id with dots and colons', async () => {
  expect(await portray('#v1.2:a')).toMatchObject([{label: 'element'}])
})

test('of a tall element its beginning is shown', async () => {
  expect((await portray('i'))[0]?.height).toBeLessThan(600)
})

test.each([['html > body > p'], ['#gone'], ['html'], ['not > a > [selector'], ['#x,h1']])(
  'there is no picture of %s',
  async (selector) => {
    expect(await portray(selector)).toEqual([])
  },
)

test('what was pictured before is the same again', async () => {
  const [first, again] = [await portray('button'), await portray('button')]
  expect(again).toEqual(first)
})
