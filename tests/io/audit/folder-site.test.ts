import {expect, test} from 'vitest'
import {folderSite} from '../../../pipeline/io/audit/folder-site.ts'
import {asset, html, page} from '../../support/browser.ts'

const root = 'http://localhost/'
const site = folderSite(
  [
    page('about.html', html('')),
    page('ko/index.html', html('')),
    asset('css/a.css', 'text/css', ''),
  ],
  root,
)

test.each([
  ['about', 'about.html'],
  ['ko', 'ko/index.html'],
  ['css/a.css', 'css/a.css'],
  ['css//a.css?v=1', 'css/a.css'],
  ['/css///a.css', 'css/a.css'],
  ['/about#top', 'about.html'],
  ['css//b.css', 'missing'],
])('answers for %s as static hosts do', (address, path) => {
  const found = site.answer(root + address)
  expect(typeof found === 'string' ? found : found.path).toBe(path)
})
