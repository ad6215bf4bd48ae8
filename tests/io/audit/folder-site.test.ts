import {expect, test} from 'vitest'
import type {Rendition} from '../../../pipeline/model/rendition.ts'
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

test('pages that all may show each other in frames are named in a moment, and by what each of them holds', () => {
  const names = Array.from({length: 60}, (_, index) => `p${index}.html`)
  const links = names.map((name) => `<a href="${name}">x</a>`).join('')
  const pages = (last: string) =>
    names.map((name, index) =>
      page(name, html(`<iframe src="x.html"></iframe>${links}${index === 59 ? last : ''}`)),
    )
  const hashOf = (all: readonly Rendition[]) => all[0] && folderSite(all, root).hashOf(all[0])
  expect(hashOf(pages(''))).toBe(hashOf(pages('')))
  expect(hashOf(pages('<p>Changed'))).not.toBe(hashOf(pages('')))
})
