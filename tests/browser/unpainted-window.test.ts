import {Buffer} from 'node:buffer'
import sharp from 'sharp'
import {expect, test} from 'vitest'
import {findBrowser} from '../../pipeline/io/chromium.ts'
import {launch} from '../../pipeline/io/launch.ts'
import {windowOf} from '../../pipeline/io/window.ts'

const content = `<body style="margin: 0"><p style="height: 900px">Pears</p><p id="low">Plums</p>
<script>
  told = []
  addEventListener('resize', () => told.push(innerWidth))
  new IntersectionObserver(([{isIntersecting}]) => told.push(isIntersecting)).observe(low)
</script>`

/** Runs in the page: all that it can know of the window. */
function known() {
  const {width, height, scale, pageTop} = visualViewport ?? {}
  return {
    inner: [innerWidth, innerHeight],
    outer: [outerWidth, outerHeight, screen.width, screen.height, screen.orientation.type],
    visual: [width, height, scale, pageTop, devicePixelRatio],
    state: [document.visibilityState, document.hasFocus(), matchMedia('(width: 400px)').matches],
    corner: document.elementFromPoint(390, 290)?.localName,
  }
}

test('a window is painted when somebody looks, and its page learns nothing of that', async () => {
  const {browser} = await launch(await findBrowser())
  const page = await browser.newPage()
  const session = await page.context().newCDPSession(page)
  const window = windowOf(page, session)
  // What is on the screen, not what would be.
  const picture = async () => {
    const {data} = await session.send('Page.captureScreenshot', {fromSurface: false})
    const {width, height} = await sharp(Buffer.from(data, 'base64')).metadata()
    return [width, height]
  }
  await page.setViewportSize({width: 400, height: 300})
  // Sizes that follow upon each other within a frame are told as one.
  const frames = () =>
    page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    )
  await frames()
  await page.setContent(content)
  await frames()
  const usual = await page.evaluate(known)

  await window.resize({width: 500, height: 300})
  await frames()
  await window.resize({width: 400, height: 300})
  expect(await page.evaluate(known)).toEqual(usual)
  expect(await picture()).toEqual([16, 16])

  await window.paint(true)
  expect(await page.evaluate(known)).toEqual(usual)
  expect(await picture()).toEqual([400, 300])

  await window.paint(false)
  await page.evaluate(() => scrollTo(0, 2000))
  await expect.poll(() => page.evaluate('told.includes(true)')).toBe(true)
  expect(await page.evaluate('told')).toEqual([false, 500, 400, true])
  await browser.close()
}, 60_000)
