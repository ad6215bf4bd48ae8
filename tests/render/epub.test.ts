import {readFileSync} from 'node:fs'
import {strFromU8, unzipSync} from 'fflate'
import sharp from 'sharp'
import {describe, expect, test} from 'vitest'
import {examine} from '../../pipeline/io/examine.ts'
import type {Edition} from '../../pipeline/model/edition.ts'
import type {PublicationConfig} from '../../pipeline/model/publication.ts'
import {bookOf} from '../../pipeline/render/book.ts'
import {filed} from '../../pipeline/render/brief.ts'
import {epubOf} from '../../pipeline/render/epub.ts'
import {site} from '../../pipeline/render/site.ts'
import {context, edition} from './sample.ts'

const jpeg = await sharp({create: {width: 40, height: 30, channels: 3, background: 'red'}})
  .jpeg()
  .toBuffer()

/** The EPUB of an edition whose folder has one image. */
function epub(
  one: Edition,
  changed: Partial<PublicationConfig> = {},
  fonts: ReadonlyMap<string, Uint8Array> = new Map(),
) {
  const own = filed(one)
  const place = site([own.brief], context(changed, [{path: 'articles/one/a b.jpg', bytes: jpeg}]))
  const book = bookOf(own, place)
  const bytes = epubOf(book, new Map(book.images.map(({name}) => [name, jpeg])), fonts, place)
  const files = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  )
  return {
    bytes,
    files,
    opf: files['EPUB/package.opf'] ?? '',
    text: files['EPUB/article.xhtml'] ?? '',
  }
}

const rich = (locale: string) =>
  edition({
    locale,
    headline: 'A <b>bold</b> & *strange* headline ]]> \u000b',
    standfirst: 'With [a link](/en/two/) ]]> \u000b.',
    byline: ['Kim Ji-su'],
    text: [
      '# 첫 장 ]]>\n\nSee [there](../two/), [a note](#b0)[^1] and <span lang="ko">한국어</span>.',
      '![A map & more](<a b.jpg> "Where it is")',
      '| a | b |\n|--:|---|\n| 1 | 2 |',
      '- [x] done\n- [ ] open',
      '<details open><summary>More</summary>Text ]]> \u000b</details>',
      '<script>alert(1)</script><img src="a b.jpg" alt="" onerror="x">',
      '[^1]: A note.',
    ].join('\n\n'),
  })

const checked = async (bytes: Uint8Array) =>
  examine(
    [
      {
        path: 'x.epub',
        mediaType: 'application/epub+zip',
        content: bytes,
        locale: 'en',
        article: 'one',
        page: undefined,
      },
    ],
    '/nowhere/to/remember',
  )

describe('an EPUB', () => {
  test.each(['en', 'ko'])(
    'keeps EPUBCheck’s rules, whatever stands in the article: %s',
    async (locale) => {
      expect(await checked(epub(rich(locale)).bytes)).toMatchObject([
        {path: 'x.epub', seen: {kind: 'epub', messages: []}, failure: undefined},
      ])
    },
  )

  test('is the same bytes each time, its type first and unpacked', () => {
    const {bytes, files} = epub(rich('en'))
    expect(bytes).toEqual(epub(rich('en')).bytes)
    expect(Object.keys(files)[0]).toBe('mimetype')
    expect(strFromU8(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip')
  })

  test('leads out of itself by whole addresses only, and shows its images', () => {
    const {text, files} = epub(rich('en'))
    expect(text).toContain('href="https://galley.example/en/two/"')
    expect(text).toContain('href="#text-b0"')
    expect(text).toMatch(/<img src="images\/a-b-40\.\w+\.jpg" alt="A map &#x26; more"/)
    expect(text).not.toMatch(/<picture|srcset|loading|<script|onerror/)
    expect(Object.keys(files).some((name) => /^EPUB\/images\/a-b-40\.\w+\.jpg$/.test(name))).toBe(
      true,
    )
    expect(text).toContain('<span lang="ko" xml:lang="ko">한국어</span>')
  })

  test('says what it is, in its own language', () => {
    const {opf, files} = epub(rich('ko'))
    expect(opf).toContain('<dc:language>ko</dc:language>')
    expect(opf).toContain('<dc:title>A bold &#x26; strange headline ]]&gt;</dc:title>')
    expect(opf).toContain('<dc:creator>Kim Ji-su</dc:creator>')
    expect(opf).toContain('<meta property="dcterms:modified">2025-01-13T00:00:00Z</meta>')
    expect(opf).toContain('<meta property="schema:accessMode">visual</meta>')
    expect(opf).toContain('<meta property="schema:accessibilityFeature">alternativeText</meta>')
    expect(opf).toMatch(/accessibilitySummary">제목, 목록/)
    expect(files['EPUB/nav.xhtml']).toContain('<h1 id="toc">차례</h1>')
    expect(files['EPUB/nav.xhtml']).toContain('article.xhtml#text-b0">첫 장 ]]&gt;</a>')
  })

  test('lists every heading beneath the one it belongs to', async () => {
    const {files, bytes} = epub(edition({text: '## B\n\n### C\n\n#### D\n\n### E\n\n## F'}))
    expect(await checked(bytes)).toMatchObject([{seen: {messages: []}, failure: undefined}])
    const list = files['EPUB/nav.xhtml']?.replace(/.*<\/h1>|<\/nav>.*/gs, '') ?? ''
    const nested = list.replace(/<a [^>]*>|<\/a>/g, '').replace(/<\/?li>/g, ' ')
    expect(nested.replaceAll('<ol>', '(').replaceAll('</ol>', ')').replaceAll(/\s+/g, ' ')).toBe(
      '( A headline( B( C( D ) E ) F ) )',
    )
  })

  test('claims to conform only where somebody stands for it', () => {
    expect(epub(rich('en')).opf).not.toContain('conformsTo')
    const {opf} = epub(rich('en'), {certifiedBy: 'Accessibility desk'})
    expect(opf).toContain('EPUB Accessibility 1.1 - WCAG 2.2 Level AA')
    expect(opf).toContain('refines="#conformance">Accessibility desk</meta>')
  })

  test('of an article without images promises none', () => {
    const {opf} = epub(edition({text: 'Words.'}))
    expect(opf).not.toMatch(/visual|alternativeText/)
    expect(opf).toContain('<meta property="schema:accessibilityHazard">none</meta>')
  })
})

describe('what is looked for is found', () => {
  test('an image that is not there, and text that is no XHTML', async () => {
    const {zipSync} = await import('fflate')
    const parts = unzipSync(epub(rich('en')).bytes)
    const image = Object.keys(parts).find((name) => name.includes('images/')) ?? ''
    const {[image]: _gone, ...without} = parts
    const article = new TextEncoder().encode(
      '<html xmlns="http://www.w3.org/1999/xhtml"><p></html>',
    )
    for (const broken of [without, {...parts, 'EPUB/article.xhtml': article}]) {
      const [{seen} = {seen: undefined}] = await checked(zipSync(broken))
      expect(
        seen?.kind === 'epub' && seen.messages.some(({severity}) => severity === 'error'),
      ).toBe(true)
    }
  })
})

test('a font of the language’s own goes along, and is declared', async () => {
  const font = readFileSync(
    new URL('../fixtures/fonts/noto-serif-thai-thai-400-normal.woff2', import.meta.url),
  )
  const path = 'assets/serif-th-1-own.0123456789abcdef.woff2'
  const {bytes, files, opf} = epub(rich('en'), {}, new Map([[path, font]]))
  expect(files[`EPUB/${path}`]).toBeDefined()
  expect(opf).toContain(`href="${path}" media-type="font/woff2"`)
  expect(await checked(bytes)).toMatchObject([{seen: {messages: []}}])
})
