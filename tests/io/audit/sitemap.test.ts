import {gzipSync} from 'node:zlib'
import {expect, test} from 'vitest'
import {parseSitemap} from '../../../pipeline/io/audit/sitemap.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const whole = '<urlset><url><loc>https://a.example/</loc></url></urlset>'

test('a sitemap is read plain and packed', () => {
  const read = {pages: ['https://a.example/'], sitemaps: []}
  expect(parseSitemap(bytes(whole), 'sitemap.xml')).toEqual(read)
  expect(parseSitemap(gzipSync(whole), 'sitemap.xml.gz')).toEqual(read)
})

test.each([
  ['half of a packed file', gzipSync(whole.repeat(50)).subarray(0, 40), 'it cannot be unpacked'],
  [
    'a packed file that is damaged',
    new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2, 3]),
    'it cannot be unpacked',
  ],
  ['more than is read', gzipSync(Buffer.alloc(65 * 2 ** 20)), ''],
  ['no XML', bytes('<urlset><url>'), ''],
  ['a document type', bytes(`<!DOCTYPE urlset>${whole}`), 'it declares a document type'],
  ['another document', bytes('<rss></rss>'), 'it has neither a urlset nor a sitemapindex'],
])('%s is refused with what to do', (_, given, reason) => {
  expect(() => parseSitemap(given, 'sitemap.xml')).toThrow(
    expect.objectContaining({
      code: 'unreadable-file',
      message: expect.stringContaining(`sitemap.xml is not a sitemap: ${reason}`) as string,
      advice: 'Name a sitemap.xml, a folder of pages, or addresses.',
    }),
  )
})
