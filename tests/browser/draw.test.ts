import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import sharp from 'sharp'
import {afterAll, describe, expect, test} from 'vitest'
import {pdf} from '../../pipeline/check/file/pdf.ts'
import {makeDownloads} from '../../pipeline/downloads.ts'
import {examine} from '../../pipeline/io/examine.ts'
import {developImages} from '../../pipeline/io/images.ts'
import {filed} from '../../pipeline/render/brief.ts'
import type {CheckingBrowser} from '../../pipeline/io/checking-browser.ts'
import type {DrawRequest} from '../../pipeline/model/drawing.ts'
import {context, edition, rendered} from '../render/sample.ts'
import {open, strict} from '../support/browser.ts'

const folder = mkdtempSync(join(tmpdir(), 'galley-draw-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const posters = (headline: string, locale = 'en'): readonly DrawRequest[] =>
  rendered([edition({headline, locale, sourceLocale: locale, dateline: '서울'})]).posters.slice(
    0,
    1,
  )

const english = posters('North Korean Defectors Speak Out on Troops Sent to Fight in Ukraine ')
const korean = posters('탈북민들, 러시아 위해 우크라이나전에 파병된 북한군을 말하다', 'ko')

let asked = 0
async function withBrowser<Result>(
  run: (browser: CheckingBrowser) => Promise<Result>,
  cache = String(asked++),
): Promise<Result> {
  const browser = await open({policy: strict, cache: join(folder, cache)})
  try {
    return await run(browser)
  } finally {
    await browser.close()
  }
}

/** How far from each edge the first and last ink of a picture is. */
async function margins(png: string | Uint8Array) {
  const below = await sharp(Buffer.from(png))
    .extract({left: 0, top: 40, width: 1200, height: 590})
    .toBuffer()
  const {info} = await sharp(below).trim().toBuffer({resolveWithObject: true})
  const [left, top] = [-(info.trimOffsetLeft ?? 0), -(info.trimOffsetTop ?? 0)]
  return {left, right: 1200 - left - info.width, bottom: 590 - top - info.height}
}

describe('pictures for sharing', () => {
  test('hold headlines of any length whole, in both languages', async () => {
    const long = [
      ...english,
      ...korean,
      ...posters('Short'),
      ...posters('An unusually long headline that goes on and on, as headlines do not. '.repeat(5)),
      ...posters('국제사회가 지켜보는 가운데 파병된 병사들의 이야기를 증언하다 '.repeat(6), 'ko'),
      ...posters(
        'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
      ),
      ...posters('가나다라마바사아자차카타파하'.repeat(6), 'ko'),
    ]
    const {renditions, findings} = await withBrowser((browser) => browser.draw(long))
    expect(findings).toEqual([])
    for (const {content, mediaType} of renditions) {
      expect(mediaType).toBe('image/png')
      const {width, height} = await sharp(Buffer.from(content)).metadata()
      expect([width, height]).toEqual([1200, 630])
      const {left, right, bottom} = await margins(content)
      expect(Math.min(left, right, bottom)).toBeGreaterThan(30)
    }
  })

  test('say so where a headline is too long for any', async () => {
    const wanted = posters('Words that never end. '.repeat(120))
    const {renditions, findings} = await withBrowser((browser) => browser.draw(wanted))
    expect(renditions).toEqual([])
    expect(findings).toMatchObject([
      {check: 'poster/drawn', severity: 'error', article: 'one', locale: 'en'},
    ])
  })

  test('are the same bytes alone, among others and in another order, and drawn once', async () => {
    const alone = await withBrowser((browser) => browser.draw(korean))
    const among = await withBrowser(
      (browser) => browser.draw([...english, ...posters('Other'), ...korean]),
      'kept',
    )
    const last = among.renditions.at(-1)
    expect(last?.content).toEqual(alone.renditions[0]?.content)
    // A second run needs no browser: this one would have no time for a page.
    const browser = await open({cache: join(folder, 'kept'), timeLimit: 1, policy: strict})
    const again = await browser.draw([...korean, ...english])
    await browser.close()
    expect(again.renditions.map(({content}) => content)).toEqual([
      last?.content,
      among.renditions[0]?.content,
    ])
  })

  test('that could not be drawn are not known to be right', async () => {
    const browser = await open({timeLimit: 1, policy: strict, cache: join(folder, 'slow')})
    const {renditions, findings} = await browser.draw(english)
    await browser.close()
    expect(renditions).toEqual([])
    expect(findings).toMatchObject([
      {outcome: 'cantTell', severity: 'error', message: {key: 'check/could-not-run'}},
    ])
  })
})

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
const pictures = Array.from({length: 260}, (_, at) => `there.svg?${at}`)
const there = pictures.map((path) => `<img src="${path}" alt="">`).join('')

test.each([
  ['a picture', '<img src="gone.png" alt="">', ''],
  ['the last of hundreds of pictures', `${there}<img src="gone.png" alt="">`, ''],
  ['a picture of its style', '', 'p {background: url(gone.png)}'],
  ['a font', '', '@font-face {font-family: own; src: url(gone.woff2)} p {font-family: own}'],
])('no document is drawn without %s that it asks for', async (_, body, content) => {
  const html = `<!doctype html><html lang="en"><title>A print</title><link rel="stylesheet" href="own.css">${body}<p>Words.</p>`
  const files = [
    {path: 'own.css', mediaType: 'text/css', content},
    ...pictures.map((path) => ({path, mediaType: 'image/svg+xml', content: svg})),
  ]
  const assets = () => ({files, fonts: []})
  const about = {html, key: body + content, assets, locale: 'en', article: 'one'}
  const wanted = (['picture', 'print'] as const).map((as) => ({...about, as, path: `one.${as}`}))
  const {renditions, findings} = await withBrowser((browser) => browser.draw(wanted))
  expect(renditions).toEqual([])
  const reason = expect.stringMatching(/not delivered: .*gone/)
  expect(findings).toMatchObject(
    wanted.map(() => ({outcome: 'cantTell', severity: 'error', message: {values: {reason}}})),
  )
})

describe('prints', () => {
  const text =
    '## 절망과 의무\n\n첫 문단이다. **굵은** 글과 *강조*.\n\n## A heading\n\nThe defectors’ words: “fine”.\n\n[연설 전문](https://www.youtube.com/watch?v=dQw4w9WgXcQ)\n\n![지도](a.svg)'
  const images = [
    {
      path: 'articles/one/a.svg',
      bytes: new TextEncoder().encode(
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="90" height="60"/></svg>',
      ),
    },
  ]
  const one = edition({
    locale: 'ko',
    sourceLocale: 'ko',
    headline: '탈북민들, 러시아 위해 우크라이나전에 파병된 북한군을 말하다 그리고 이야기하다',
    text,
  })
  const make = (cache?: string) =>
    withBrowser(
      (browser) =>
        makeDownloads([filed(one)], context({downloads: ['epub', 'pdf']}, images), {
          develop: (wanted) => developImages(wanted, join(folder, 'images')),
          draw: (wanted) => browser.draw(wanted),
          subset: async () => [],
        }),
      cache,
    )

  test('say to assistive technology what the page says, and are the same bytes each time', async () => {
    const {renditions, findings, downloads} = await make()
    expect(findings).toEqual([])
    expect(renditions.map(({path}) => path)).toEqual(['ko/one/one.epub', 'ko/one/one.pdf'])
    const print = renditions[1]
    expect(print).toMatchObject({locale: 'ko', article: 'one', mediaType: 'application/pdf'})
    const made = rendered([one], images, {downloads: ['epub', 'pdf']}, [], downloads)
    const page = made.renditions.find(({path}) => path === 'ko/one/index.html')
    const evidence = await examine(renditions, join(folder, 'examined'))
    const [book, seen] = evidence.map((each) => each.seen)
    expect(book).toMatchObject({kind: 'epub', messages: []})
    expect(seen).toMatchObject({language: 'ko', isTagged: true, figures: ['지도']})
    expect(seen?.kind === 'pdf' && seen.outline[0]).toBe(one.headline.text)
    expect(print && seen && pdf.judge(seen, print, page)).toEqual([])
    const again = await make()
    expect(again.renditions.map(({content}) => content)).toEqual(
      renditions.map(({content}) => content),
    )
  })
})
