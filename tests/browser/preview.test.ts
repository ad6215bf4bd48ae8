import {rmSync} from 'node:fs'
import {join} from 'node:path'
import type {Page} from 'playwright-core'
import {expect, onTestFinished, test} from 'vitest'
import {findBrowser} from '../../pipeline/io/chromium.ts'
import {launch} from '../../pipeline/io/launch.ts'
import {watchAndServe} from '../../pipeline/verbs/preview.ts'
import {desk, publicationJson} from '../verbs/desk.ts'

const text = Array.from({length: 30}, (_, index) => `Paragraph ${index}. ${'Word '.repeat(80)}`)
text.splice(12, 0, '[A harbor](https://harbor.example/)')
const article = (published: string) =>
  `---\nheadline: Harbor\npublished: ${published}\n---\n\n${text.join('\n\n')}\n`
const broken = 'export function Article( {\n  return <p>\n}\n'

/** The paragraph at the top of the window, how far down it is, and what has the focus. */
async function placeOn(page: Page) {
  return page.evaluate(() => {
    const blocks = [...document.querySelectorAll('main p[id]')]
    const block = blocks.find((one) => one.getBoundingClientRect().top >= 0)
    return {
      block: block?.id,
      top: Math.round((block?.getBoundingClientRect().top ?? 0) / 4),
      focus: document.activeElement?.getAttribute('href') ?? document.activeElement?.localName,
    }
  })
}

test('a page in the preview keeps its place and its focus through what is wrong, and says so in sight', async () => {
  const {write, root} = desk({
    'publication.json': publicationJson(),
    'articles/harbor/article.md': article('2025-01-02'),
    'articles/quay/article.md': article('2025-01-02'),
  })
  const {url, close} = await watchAndServe(root, {port: 0}, () => {})
  onTestFinished(close)
  const found = await findBrowser()
  const loopback = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'
  const {browser} = await launch({...found, args: [...found.args, loopback]})
  onTestFinished(() => browser.close())
  const page = await browser.newPage({viewport: {width: 360, height: 740}, reducedMotion: 'reduce'})
  await page.goto(new URL('/en/harbor/', url).href)
  await page.evaluate(async () => void (await document.fonts.ready))
  await page.locator('a[href="https://harbor.example/"]').focus()
  const before = await placeOn(page)
  expect(before.focus).toBe('https://harbor.example/')

  write('articles/quay/article.md', article('2025-13-40'))
  const line = page.getByRole('status')
  await line.getByRole('link', {name: '1 problem in the sources'}).waitFor()
  expect(await line.evaluate((one) => one.getBoundingClientRect().bottom)).toBe(740)
  await expect.poll(() => placeOn(page)).toEqual(before)

  write('templates/article.tsx', broken)
  await page.getByRole('heading', {level: 1, name: 'The pages cannot be rendered'}).waitFor()
  write('articles/quay/article.md', article('2025-01-02'))
  rmSync(join(root, 'templates/article.tsx'))
  await page.getByRole('heading', {level: 1, name: 'Harbor'}).waitFor()
  await expect.poll(() => placeOn(page)).toEqual(before)
  expect(await page.locator('.galley-preview').count()).toBe(0)
}, 120_000)
