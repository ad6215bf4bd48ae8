import {expect, test} from 'vitest'
import {shownBeside} from '../../pipeline/check/shown-beside.ts'
import type {Finding} from '../../pipeline/model/finding.ts'

const html = `<!doctype html><html lang="ko"><body><main><h1>Pears</h1>
  <p id="own">See <a href="/en/plum/">plums</a>.</p>
  <ul><li><a href="/en/plum/"><span>Plums</span></a></li>
  <li id="one"><a href="/en/%EB%B0%B0/">배</a></li></ul></main></body></html>`

const found = (selector: string | undefined, more: Partial<Finding> = {}): Finding => ({
  check: 'rule/link-text',
  outcome: 'failed',
  severity: 'error',
  message: {key: 'rule/link-text', values: {}},
  place: {file: 'en/pear/index.html', ...(selector !== undefined && {selector})},
  locale: 'en',
  article: 'pear',
  criteria: [],
  engines: [],
  ...more,
})
const on = (...articles: readonly string[]) => ({
  pages: articles.map((article) => ({
    file: `en/${article}/index.html`,
    locale: 'en',
    article,
    views: [],
    pictures: [],
  })),
})

test.each<[string, Finding, boolean]>([
  ['in a link to it', found('ul > li > a > span'), true],
  ['around the link', found('ul'), true],
  ['a link to a page that stays', found('#one'), false],
  ['around the headline, too', found('main'), false],
  ['in no link', found('h1'), false],
  ['what is not found again', found('#gone'), false],
  ['about no element', found(undefined), false],
  ['on its page and on others', found('ul > li > a', on('apple', 'pear')), true],
  ['on a page of its own that has no such link', found('ul', on('pear', 'quince')), true],
])('what is found %s', (_, finding, isBeside) => {
  const pageOf = (path: string) => (path === 'en/pear/index.html' ? html : undefined)
  expect(shownBeside(['en/plum/index.html'], pageOf)(finding, 'pear')).toBe(isBeside)
})

test('an address is told by what it says, however it is written', () => {
  expect(shownBeside(['en/배/index.html'], () => html)(found('#one'), 'pear')).toBe(true)
})

test('each page is read once for each place, though findings are on several and asked about again', () => {
  const asked: string[] = []
  const isBeside = shownBeside(['en/plum/index.html'], (path) => {
    asked.push(path)
    return html
  })
  const [first, second] = on('pear', 'quince').pages.map((page) => ({...page, article: 'pear'}))
  const finding = found('ul', {pages: [first!, second!]})
  expect([1, 2, 3].map(() => isBeside(finding, 'pear'))).toEqual([true, true, true])
  expect(asked).toEqual(['en/pear/index.html', 'en/quince/index.html'])
})
