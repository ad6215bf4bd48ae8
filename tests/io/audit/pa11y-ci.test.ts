import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {findPa11yCi, readPa11yCi} from '../../../pipeline/io/audit/pa11y-ci.ts'

function config(text: string, name = '.pa11yci'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'galley-pa11yci-')), name)
  writeFileSync(path, text)
  return path
}

const read = (text: string) => readPa11yCi(config(text), false)

test('what has a meaning here is heeded', async () => {
  const found = await read(`{
      "defaults": {
        "standard": "WCAG2A", "threshold": 2, "timeout": 90000, "concurrency": 3,
        "viewport": {"width": 320, "height": 480}, "useIncognitoBrowserContext": true,
        "ignore": ["color-contrast", "WCAG2AA.Principle1.Guideline1_1.1_1_1.H37"]
      },
      "urls": [
        "http://localhost:8080/",
        {"url": "localhost:8080/a/", "threshold": 5, "ignore": ["label"]},
        {"url": "localhost:8080/b/", "viewport": {"width": 1920, "height": 1080}, "timeout": 5, "standard": "WCAG2AA"}
      ]
    }`)
  expect(found).toMatchObject({
    urls: ['http://localhost:8080/', 'http://localhost:8080/a/', 'http://localhost:8080/b/'],
    level: {'*': 'A', 'a/index.html': 'A', 'b/index.html': 'AA'},
    ofPages: {
      'a/index.html': {},
      'b/index.html': {viewport: {width: 1920, height: 1080}, timeLimit: 1000},
    },
    threshold: {'*': 2, 'a/index.html': 5},
    timeLimit: 90_000,
    jobs: 3,
    viewport: {width: 320, height: 480},
    findings: [],
  })
  expect(found.waivers.map(({check, file, reason}) => [check, file, reason])).toEqual([
    ['axe/color-contrast', '*', 'Ignored in .pa11yci.'],
    ['htmlcs/WCAG2AA.Principle1.Guideline1_1.1_1_1.H37', '*', 'Ignored in .pa11yci.'],
    ['axe/label', 'a/index.html', 'Ignored in .pa11yci.'],
  ])
})

test('what is asked of a page counts before what is asked of all', async () => {
  const {urls, preparations} = await read(`{
  "defaults": {
    "wait": 200, "hideElements": ".ad, .chat", "headers": {"X-Key": "pear"}, "userAgent": "orchard"
  },
  "urls": [
    "http://localhost/",
    {"url": "http://localhost/#menu", "wait": 0,
     "actions": ["click element #menu"], "rootElement": "main", "screenCapture": "menu.png"},
    {"url": "http://localhost/", "method": "post", "postData": "a=1", "headers": {}}
  ]
}`)
  expect(urls).toHaveLength(3)
  const request = {headers: {'x-key': 'pear', 'user-agent': 'orchard'}, method: 'GET'}
  const hidden = {text: '.ad, .chat', file: '.pa11yci', line: 3, column: 34}
  expect(preparations).toMatchObject({
    '*': {request, wait: 200, hidden, actions: [], root: undefined},
    'index.html': {request, wait: 200, hidden},
    'index.html#menu': {
      request,
      wait: 0,
      hidden,
      actions: [{text: 'click element #menu', line: 8, column: 18}],
      root: {text: 'main'},
      picture: {text: 'menu.png'},
    },
    'index.html (2)': {request: {headers: {'user-agent': 'orchard'}, method: 'POST', body: 'a=1'}},
  })
})

test('what has none is pointed at, on its line, with the reason', async () => {
  const {findings} = await read(`{
  "defaults": {
    "runners": ["axe"],
    "includeWarnings": true, "reporters": ["cli"], "useIncognitoBrowserContext": false,
    "viewport": {"width": 320, "height": 480, "isMobile": true},
    "ignore": ["notice"], "chromeLaunchConfig": {}
  },
  "urls": [
    {"url": "http://localhost/", "concurrency": 5, "colour": "blue", "viewport": {"width": 1, "height": 1, "hasTouch": true}}
  ]
}`)
  const said = findings.map(({message, place}) => [
    message.values['key'],
    message.key.replace(/^audit\/config-key\/?/, ''),
    place.line,
  ])
  expect(new Set(said)).toEqual(
    new Set([
      ['runners', 'engines', 3],
      ['includeWarnings', 'severity', 4],
      ['reporters', 'reports', 4],
      ['useIncognitoBrowserContext', 'own-session', 4],
      ['viewport.isMobile', 'window', 5],
      ['ignore: notice', 'severity', 6],
      ['chromeLaunchConfig', 'browser', 6],
      ['concurrency', 'one-for-all', 9],
      ['viewport.hasTouch', 'window', 9],
      ['colour', '', 9],
    ]),
  )
})

test('numbers that no browser keeps to are brought within reason; of what is said twice the last counts', async () => {
  const text =
    '\uFEFF{"urls": ["x"], "defaults": {"timeout": 1e99, "concurrency": 1e9}, "urls": []}'
  expect(await read(text)).toMatchObject({timeLimit: 86_400_000, jobs: 99, urls: []})
})

describe('is refused', () => {
  const page = (options: string) => `{"urls": [{"url": "http://localhost/", ${options}}]}`
  test.each([
    ['{"defaults": }', /\.pa11yci[^:]*:1:14: this is not JSON: a value is missing/],
    ['[]', /a configuration is an object/],
    ['{"defaults": {"threshold": "many"}}', /threshold/],
    ['{"defaults": {"standard": "Section508"}}', /Section508/],
    ['{"urls": [{"threshold": 1}]}', /without a url/],
    [page('"wait": "long"'), /"wait" is "long"/],
    [page('"hideElements": ".a {"'), /not a CSS selector/],
    [page('"actions": ["dance with #partner"]'), /no action "dance with #partner"/],
    [page('"actions": ["capture screen to ../out.png"]'), /own folder/],
    [page('"screenCapture": "/tmp/out.png"'), /own folder/],
    [page('"headers": {"x": "a\\r\\ny: b"}'), /"x" is no header/],
    ['{"urls": "http://localhost/"}', /1:10: "urls" is "http:\/\/localhost\/"/],
    ['{"defaults": []}', /1:14: "defaults" is \[\]/],
    [page('"actions": "click element #menu"'), /1:51: "actions" is "click element #menu"/],
    [page('"headers": ["x"]'), /1:51: "headers" is \["x"\]/],
    [page('"ignore": "label"'), /1:50: "ignore" is "label"/],
    [page('"ignore": ["label", 5]'), /1:60: "ignore" is 5/],
    ['{"defaults": {"viewport": {"width": "300", "height": 100}}}', /1:37: "width" is "300"/],
    ['{"defaults": {"viewport": {"width": 300}}}', /1:27: "viewport" needs a width and a height/],
    [page('"viewport": {"width": 300}'), /1:52: "viewport" needs a width and a height/],
    [page('"standard": "Section508"'), /Section508/],
    ['{"defaults": {"sitemapExclude": "/(tags"}}', /1:33: .*"\/\(tags", which is not a pattern/],
  ])('%s', async (text, message) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'bad-policy',
      message: expect.stringMatching(message) as string,
    })
  })
})

describe('a program', () => {
  test('that only lies there is not run', async () => {
    const path = config('throw new Error("it ran")', '.pa11yci.cjs')
    expect(findPa11yCi(join(path, '..'))).toBe(path)
    await expect(readPa11yCi(path, false)).rejects.toMatchObject({
      code: 'bad-policy',
      message: expect.stringContaining('was not run') as string,
    })
  })

  test('that somebody named is run; what it says has no line', async () => {
    const text = 'module.exports = {defaults: {wait: 2 * 50, runners: [], log: {debug() {}}}}'
    const {preparations, findings} = await readPa11yCi(config(text, 'pa11y.cjs'), true)
    expect(preparations['*']).toMatchObject({wait: 100})
    expect(findings[0]?.place).toEqual({file: 'pa11y.cjs'})
  })

  test('that fails says why', async () => {
    const path = config('throw new Error("no pears")', 'pa11y.cjs')
    await expect(readPa11yCi(path, true)).rejects.toMatchObject({
      code: 'unreadable-file',
      message: expect.stringContaining('no pears') as string,
    })
  })
})
