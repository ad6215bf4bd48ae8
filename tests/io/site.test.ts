import {describe, expect, test} from 'vitest'
import {ownSiteOf} from '../../pipeline/io/site.ts'
import {asset, html, page} from '../support/browser.ts'

const root = 'https://news.example/paper/'
const front = page(
  'ko/index.html',
  html(
    '<img src="/paper/a%2Fsea.png" alt="">',
    '<link rel="stylesheet" href="../assets/page.css"><link rel="alternate" href="feed.atom">',
  ),
)
const files = [
  front,
  page('404.html', html('')),
  asset('assets/page.css', 'text/css', '@font-face { src: url(letters.woff2) }'),
  asset('assets/letters.woff2', 'font/woff2', new Uint8Array([1])),
  asset('a/sea.png', 'image/png', new Uint8Array([1])),
  asset('ko/feed.atom', 'application/atom+xml', '<feed/>'),
  asset('assets/unused.png', 'image/png', new Uint8Array([1])),
]
const site = ownSiteOf(files, root)

describe('what answers', () => {
  test.each([
    ['https://news.example/paper/ko/', 'ko/index.html'],
    ['https://news.example/paper/ko/?a=b#c', 'ko/index.html'],
    ['https://news.example/paper/404.html', '404.html'],
    ['https://news.example/paper/ko', 'missing'],
    ['https://news.example/paper/%E0%A4%A', 'missing'],
    ['https://news.example/assets/page.css', 'missing'],
    ['https://news.example.evil.example/paper/ko/', 'foreign'],
    ['http://news.example/paper/ko/', 'foreign'],
    ['data:,x', 'foreign'],
  ])('%s', (url, path) => {
    const found = site.answer(url)
    expect(typeof found === 'string' ? found : found.path).toBe(path)
  })

  test('every page at its own address', () => {
    for (const file of files.filter((one) => one.page !== undefined)) {
      expect(site.answer(site.urlOf(file))).toBe(file)
    }
  })
})

describe('the hash of a page', () => {
  const hash = site.hashOf(front)
  const changed = (path: string, content: string | Uint8Array) => {
    const all = files.map((file) => (file.path === path ? {...file, content} : file))
    return ownSiteOf(all, root).hashOf(all[0] ?? front)
  }

  test.each([
    ['its own bytes', 'ko/index.html', html('x', '<link rel="stylesheet" href="page.css">')],
    ['a file it links', 'assets/page.css', '@font-face { src: url("letters.woff2") }'],
    ['a file that one links', 'assets/letters.woff2', new Uint8Array([2])],
    ['a file whose address is escaped', 'a/sea.png', new Uint8Array([2])],
  ])('depends on %s', (_, path, content) => {
    expect(changed(path, content)).not.toBe(hash)
  })

  test.each([
    ['a file it does not link', 'assets/unused.png', new Uint8Array([2])],
    ['another page', '404.html', html('x')],
    ['a feed that it names and never loads', 'ko/feed.atom', '<feed>x</feed>'],
  ])('does not depend on %s', (_, path, content) => {
    expect(changed(path, content)).toBe(hash)
  })
})
