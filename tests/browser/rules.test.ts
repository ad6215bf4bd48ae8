import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {standards} from '../../pipeline/check/browser/standards.ts'
import {rules} from '../../pipeline/check/rule/rules.ts'
import type {CheckingBrowser} from '../../pipeline/io/checking-browser.ts'
import type {Finding} from '../../pipeline/model/finding.ts'
import type {Capture} from '../../pipeline/model/tab.ts'
import {asset, open, page} from '../support/browser.ts'

const folder = fileURLToPath(new URL('../fixtures/check/rule', import.meta.url))
const fixtures = readdirSync(folder, {recursive: true, encoding: 'utf8'})
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.html'))
  .sort()

const view = {name: 'desktop-light', width: 1280, height: 900, scheme: 'light'} as const
let browser: CheckingBrowser
const captures = new Map<string, Capture>()

beforeAll(async () => {
  browser = await open({probes: [standards], views: [view]})
  const pages = fixtures.map((path) => page(path, readFileSync(`${folder}/${path}`, 'utf8')))
  const copies = ['copy-one.html', 'copy-two.html'].map((path) =>
    asset(`same-link/${path}`, 'text/html', '<p>Call us.</p>'),
  )
  for (const capture of (await browser.capture([...pages, ...copies])).captures) {
    captures.set(capture.page, capture)
  }
}, 900_000)

afterAll(() => browser.close())

/** What the rule that a fixture is for finds on it. */
function found(path: string): readonly Finding[] {
  const capture = captures.get(path)
  expect(capture?.failures).toEqual({})
  const evidence = capture?.evidence[standards.id]
  const seen = {page: path, view, locale: 'en', article: undefined}
  const id = `rule/${path.split('/')[0]}`
  return standards
    .judge(evidence as Parameters<typeof standards.judge>[0], seen)
    .filter(({check}) => check === id)
}

const wrong = (findings: readonly Finding[]) =>
  findings.filter(({message}) => !/\/(context|look)$/.test(message.key))

test('every rule has pages that pass, that fail, and that it does not apply to', () => {
  for (const {id} of rules) {
    const kinds = fixtures
      .filter((path) => `rule/${path.split('/')[0]}` === id)
      .map((path) => /\/(pass|fail|none)/.exec(path)?.[1] ?? '')
    expect([id, [...new Set(kinds)].toSorted()]).toEqual([id, ['fail', 'none', 'pass']])
  }
})

describe('lets pass', () => {
  test.each(fixtures.filter((path) => !path.includes('/fail')))('%s', (path) => {
    expect(wrong(found(path)).map(({message, excerpt}) => [message.key, excerpt])).toEqual([])
  })
})

describe('fails, at the right place', () => {
  test.each(fixtures.filter((path) => path.includes('/fail')))('%s', (path) => {
    const text = readFileSync(`${folder}/${path}`, 'utf8')
    const findings = wrong(found(path))
    const places = findings.map(({place}) => place.selector)
    expect(places.length).toBeGreaterThan(0)
    if (text.includes('id="bad"')) expect(places).toContain('#bad')
    const at = [...text.matchAll(/name="at" content="([^"]+)"/g)].map(([, one]) => one)
    expect(places).toEqual(expect.arrayContaining(at))
    const about = /name="expect" content="([^"]+)"/.exec(text)?.[1]
    if (about === undefined) return
    for (const {criteria, act = []} of findings) expect([...criteria, ...act].join(' ')).toBe(about)
  })
})

test('what is an error stays one', async () => {
  const told = fixtures
    .filter((path) => path.includes('/fail'))
    .map((path) => {
      const kinds = found(path).map(({message, severity}) => `${severity} ${message.key}`)
      return `${path}: ${[...new Set(kinds)].toSorted().join(', ')}\n`
    })
  await expect(told.join('')).toMatchFileSnapshot('../fixtures/check/rule/severities.txt')
})
