import {afterAll, beforeAll, expect, test} from 'vitest'
import {accessibility} from '../../pipeline/check/browser/accessibility.ts'
import {clippedText} from '../../pipeline/check/browser/clipped-text.ts'
import {keyboard} from '../../pipeline/check/browser/keyboard.ts'
import {overflow} from '../../pipeline/check/browser/overflow.ts'
import {reflow} from '../../pipeline/check/browser/reflow.ts'
import {standards} from '../../pipeline/check/browser/standards.ts'
import type {BrowserCheck} from '../../pipeline/check/check.ts'
import type {Probe} from '../../pipeline/io/look.ts'
import type {CheckingBrowser} from '../../pipeline/io/checking-browser.ts'
import {packRaster} from '../../pipeline/io/pictures.ts'
import {approvalPolicy} from '../../pipeline/model/csp.ts'
import type {FoundOn} from '../../pipeline/model/finding.ts'
import type {Capture} from '../../pipeline/model/tab.ts'
import type {Matter} from '../../pipeline/report/approval/matter.ts'
import {approvalList, approvalPage, type Told} from '../../pipeline/report/approval/page.tsx'
import {approvalScript, approvalStyle} from '../../pipeline/report/approval/style.ts'
import {speaker} from '../../pipeline/words/speaker.ts'
import {context, sample} from '../report/sample.ts'
import {asset, open, page} from '../support/browser.ts'

const checks: readonly BrowserCheck[] = [
  accessibility,
  standards,
  clippedText,
  overflow,
  reflow,
  keyboard,
]
const views = [320, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({
    name: `${width}-${scheme}`,
    width,
    height: 800,
    scheme,
  })),
)

/** What is decided by Enter in the reason, and by the key of "r" on a keyboard that writes Hangul. */
const decisions: Probe = {
  id: 'test/decisions',
  every: 'widest',
  probe: (tab) =>
    tab.perform('decisions', async (hands) => {
      await hands.evaluate(() => {
        addEventListener('submit', (event) => {
          event.preventDefault()
          const by = event.submitter?.getAttribute('value') ?? 'nobody'
          document.body.dataset['sent'] = `${document.body.dataset['sent'] ?? ''} ${by}`
        })
        document.getElementById('reason')?.focus()
        return null
      }, null)
      await hands.press('Enter')
      return hands.evaluate(() => {
        const enter = document.body.dataset['sent'] ?? ''
        document.body.dataset['sent'] = ''
        document.getElementById('reason')?.blur()
        dispatchEvent(new KeyboardEvent('keydown', {key: 'ㄱ', code: 'KeyR', cancelable: true}))
        const asks = document.getElementById('reason')?.getAttribute('aria-describedby') ?? ''
        return {
          enter,
          hangul: document.body.dataset['sent'],
          asks: document.getElementById(asks)?.getAttribute('role') ?? '',
        }
      }, null)
    }),
}

const base = '/paper/desk/'
const pixels = new Uint8Array(375 * 600 * 3).fill(200)
const [picture] = [await packRaster({data: pixels, width: 375, height: 600})]
const sha256 = 'a'.repeat(64)
const look: FoundOn = {
  file: 'ko/story/index.html',
  locale: 'ko',
  article: 'story',
  views: ['phone-light', 'phone-dark'],
  pictures: ['phone-light', 'phone-dark'].flatMap((view) =>
    (['approved', 'current', 'difference'] as const).map((label) => ({
      label,
      sha256,
      width: 375,
      height: 600,
      view,
    })),
  ),
}
const finding = sample().verdict.findings.find(({check}) => check === 'visual/baseline')
const changes = [
  {
    kind: 'restyled',
    tag: 'h1',
    text: '서울의 봄',
    count: 4,
    top: 10,
    property: 'font-size',
    from: '32px',
    to: '30px',
  },
  {kind: 'appeared', tag: 'p', text: 'Seoul in spring', count: 1, top: 90, height: 64},
  {kind: 'moved', tag: 'p', text: '그다음 문단', count: 12, top: 154, down: 64, right: 0},
] as const
const matters: readonly Matter[] = finding
  ? ([undefined, 'accepted', 'rejected'] as const).map((decision) => ({
      finding: {...finding, changes, pages: [look]},
      looks: [look],
      decided: decision && {decision, by: '김민', reason: decision === 'accepted' ? 'Meant' : ''},
    }))
  : []

function told(tag: string): Told {
  const words = speaker(context.words, tag, 'en')
  const {locales} = context.config
  return {words, locales, host: 'news.example', matters, base, by: '김민', reason: ''}
}

let browser: CheckingBrowser
let captures: readonly Capture[]

beforeAll(async () => {
  browser = await open({probes: [...checks, decisions], views, policy: approvalPolicy})
  const pages = ['en', 'ko'].flatMap((tag) => [
    page(`desk/${tag}/index.html`, approvalList(told(tag))),
    ...matters.map((_, index) =>
      page(`desk/${tag}/${index + 1}.html`, approvalPage(told(tag), index) ?? ''),
    ),
  ])
  captures = (
    await browser.capture([
      ...pages,
      asset('desk/approval.css', 'text/css', approvalStyle),
      asset('desk/approval.js', 'text/javascript', approvalScript),
      asset(`desk/picture/${sha256}.png`, 'image/png', picture ?? ''),
    ])
  ).captures
}, 240_000)

afterAll(() => browser.close())

test('the pages on which people decide pass our own gate, in both languages, from 320 pixels up', () => {
  expect(captures).toHaveLength(8 * views.length)
  const found = captures.flatMap(({page: path, view, evidence, failures}) => {
    expect(failures).toEqual({})
    return checks
      .filter(({id}) => Object.hasOwn(evidence, id))
      .flatMap((check) =>
        check.judge(evidence[check.id] ?? null, {
          page: path,
          view,
          locale: path.slice(5, 7),
          article: undefined,
        }),
      )
  })
  const wrong = found.filter(({severity, outcome}) => severity !== 'notice' && outcome === 'failed')
  expect(
    wrong.map(
      ({check, place, excerpt}) =>
        `${place.file} ${place.view} ${check} ${place.selector} ${excerpt}`,
    ),
  ).toEqual([])
})

test('Enter in a reason decides nothing but what was asked for, and keys decide while Hangul is written', () => {
  const seen = captures
    .filter(({page: path}) => /[123]\.html$/.test(path))
    .flatMap(({page: path, evidence}) => {
      const found = evidence[decisions.id]
      return found === undefined ? [] : [[path, found]]
    })
  const each = (tag: string) => [
    [`desk/${tag}/1.html`, {enter: '', hangul: ' rejected', asks: ''}],
    [`desk/${tag}/2.html`, {enter: '', hangul: ' rejected', asks: ''}],
    [`desk/${tag}/3.html`, {enter: ' rejected', hangul: ' rejected', asks: 'status'}],
  ]
  expect(seen).toEqual([...each('en'), ...each('ko')])
})
