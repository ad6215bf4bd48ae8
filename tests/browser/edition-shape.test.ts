import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {editionShape} from '../../pipeline/check/browser/edition-shape.ts'
import type {CheckingBrowser} from '../../pipeline/io/checking-browser.ts'
import type {Utterance} from '../../pipeline/model/speech.ts'
import {open, page, views} from '../support/browser.ts'

const english = `<h1>Soldiers</h1><p>They had been sent <strong>to fight</strong>, and <a href="/b">some</a> spoke out.</p>
<h2>What comes next</h2><ul><li>One</li><li>Two</li></ul>
<figure><img src="" alt="Two soldiers at a border" width="20" height="20"><figcaption>At the border</figcaption></figure>`
const korean = `<h1>병사들</h1><p>전선에 <strong>보내졌다</strong>. <a href="/b">몇몇</a>은 입을 열었다.</p>
<h2>다음 이야기</h2><ul><li>하나</li><li>둘</li></ul>
<figure><img src="" alt="국경의 두 병사" width="20" height="20"><figcaption>국경에서</figcaption></figure>`

const around = (lang: string, body: string) =>
  `<!doctype html><html lang="${lang}"><title>x</title><header><nav><a href="/">Home</a></nav></header><main>${body}</main><footer>x</footer></html>`

const pages = {
  'en.html': around('en', english),
  'same.html': around('ko', korean),
  'related.html': around(
    'ko',
    `<article>${korean}</article><section><h2>이어서 읽기</h2><ul><li><a href="/c">딴 기사</a></li></ul></section>`,
  ),
  'notice.html': around('ko', `<aside><p>옛 번역이다.</p><a href="/en">원문</a></aside>${korean}`),
  'paragraph.html': around('ko', korean.replace(/h2>/g, 'p>')),
  'level.html': around('ko', korean.replace(/h2>/g, 'h3>')),
  'picture.html': around('ko', korean.replace(/alt="[^"]*"/, 'alt=""')),
  'link.html': around('ko', korean.replace(/<a [^>]*>(.*?)<\/a>/, '$1')),
  'section.html': around('ko', `${korean}<h2>덧붙인 절</h2><p>글.</p>`),
  'items.html': around('ko', korean.replace('<li>둘</li>', '')),
  'landmark.html': around('ko', korean).replace(/footer>/g, 'div>'),
}

let browser: CheckingBrowser
const heard = new Map<string, readonly Utterance[]>()

beforeAll(async () => {
  browser = await open({probes: [editionShape], views: views.slice(2)})
  const {captures} = await browser.capture(
    Object.entries(pages).map(([path, text]) => page(path, text)),
  )
  for (const {page: path, evidence, failures} of captures) {
    expect(failures).toEqual({})
    heard.set(path, evidence[editionShape.id] as unknown as readonly Utterance[])
  }
})
afterAll(() => browser.close())

function differences(path: string) {
  const seen = {page: path, view: views[2]!, locale: 'ko', article: 'a'}
  return (
    editionShape.compare?.(heard.get(path) ?? [], heard.get('en.html') ?? [], seen, 'en') ?? []
  ).map(({message: {key, values}}) => [key.split('/')[2], values['sourceParts'], values['parts']])
}

test('a page is heard in order, its text by the line, its links and pictures by name', () => {
  expect(heard.get('en.html')?.map(({role, name}) => `${role} ${name}`.trim())).toEqual([
    'document x',
    'banner',
    'navigation',
    'link Home',
    'main',
    'heading Soldiers',
    'text They had been sent to fight, and',
    'link some',
    'text spoke out.',
    'heading What comes next',
    'list',
    'listitem •',
    'text One',
    'listitem •',
    'text Two',
    'figure',
    'image Two soldiers at a border',
    'text At the border',
    'contentinfo',
    'text x',
  ])
})

describe('an edition is held against its source', () => {
  test.each([
    ['same.html', []],
    ['notice.html', []],
    ['related.html', []],
    ['paragraph.html', [['missing', 'heading 2 “What comes next”', '']]],
    ['level.html', [['different', 'heading 2 “What comes next”', 'heading 3 “다음 이야기”']]],
    ['picture.html', [['missing', 'image “Two soldiers at a border”', '']]],
    ['link.html', [['missing', 'link “some”', '']]],
    ['section.html', [['extra', '', 'heading 2 “덧붙인 절”']]],
    ['items.html', [['different', 'list 2', 'list 1']]],
    ['landmark.html', [['missing', 'contentinfo', '']]],
  ])('%s', (path, found) => {
    expect(differences(path)).toEqual(found)
  })
})
