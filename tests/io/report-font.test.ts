import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {withReportFont} from '../../pipeline/io/report-font.ts'

const cache = mkdtempSync(join(tmpdir(), 'galley-font-'))
afterAll(() => rmSync(cache, {recursive: true}))

const page = (words: string) =>
  `<!doctype html><html><head><title>t</title></head><body>${words}</body></html>`
const fontIn = (html: string) => /url\(data:font\/woff2;base64,([^)]+)\)/.exec(html)?.[1] ?? ''

test('a report brings a font for its Korean, and nothing else changes', async () => {
  const given = await withReportFont(page('통과: 모든 판'), cache)
  expect(Buffer.from(fontIn(given), 'base64').subarray(0, 4).toString()).toBe('wOF2')
  expect(given.replace(/<style>.*<\/style>/s, '')).toBe(page('통과: 모든 판'))
  expect(await withReportFont(page('통과: 모든 판'), cache)).toBe(given)
})

test('the font has glyphs for what is written, and for no more', async () => {
  const few = fontIn(await withReportFont(page('통과'), cache))
  const many = fontIn(await withReportFont(page('가나다라마바사아자차카타파하'), cache))
  expect(many.length).toBeGreaterThan(few.length * 1.5)
}, 20_000)

test('headings have a bold one of their own', async () => {
  const given = await withReportFont(page('통과: 모든 판'), cache)
  const [regular, bold] = [...given.matchAll(/font-weight:(\d+);src:url\(([^)]+)\)/g)]
  expect([regular?.[1], bold?.[1]]).toEqual(['400', '700'])
  expect(regular?.[2]).not.toBe(bold?.[2])
})

test('a report without Korean stays as it is', async () => {
  expect(await withReportFont(page('Passed “all” — £3'), cache)).toBe(page('Passed “all” — £3'))
})
