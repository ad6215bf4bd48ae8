// `plain-loop.ts FOLDER`: the least that a gate with these engines can cost: one browser, one tab
// that is kept, each page loaded once, axe and HTML_CodeSniffer run in it.
import {readFile} from 'node:fs/promises'
import {readdirSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {chromium} from 'playwright-core'
import {findBrowser} from '../../../pipeline/io/chromium.ts'

const folder = process.argv[2] ?? '.'
const require = createRequire(import.meta.url)
const engines = await Promise.all(
  [
    require.resolve('axe-core/axe.min.js'),
    createRequire(require.resolve('pa11y')).resolve('@pa11y/html_codesniffer/build/HTMLCS.js'),
  ].map((path) => readFile(path, 'utf8')),
)
const found = await findBrowser()
const browser = await chromium.launch({
  executablePath: found.path,
  args: [...found.args],
  env: {...found.env},
})
const tab = await browser.newPage({viewport: {width: 1280, height: 800}})
await tab.route('**/*', async (route) =>
  route.fulfill({path: join(folder, new URL(route.request().url()).pathname)}),
)
for (const file of readdirSync(folder).filter((name) => name.endsWith('.html'))) {
  await tab.goto(`http://127.0.0.1:9/${file}`)
  await tab.evaluate(() => document.fonts.ready.then(() => null))
  for (const engine of engines) await tab.evaluate(engine)
  await tab.evaluate(
    `axe.run().then(() => new Promise((done) => HTMLCS.process('WCAG2AA', document, () => done(null))))`,
  )
}
await browser.close()
