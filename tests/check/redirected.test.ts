import {describe, expect, test} from 'vitest'
import {keptOut, ledAway, redirected, type Led} from '../../pipeline/check/redirected.ts'
import type {AuditTarget} from '../../pipeline/model/audit.ts'

const plain = '<!doctype html><title>Pears</title><p>Pears'
const logIn = '<!doctype html><title>Log in</title><form><input name="p" type="Password"></form>'
const site = 'http://pears.example'

/** What is said of pages that were asked for at one address of a site and found at another. */
function told(pages: readonly (readonly [asked: string, end: string, html?: string])[]) {
  const absolute = (address: string) => new URL(address, site).href
  const target: AuditTarget = {
    name: site,
    url: `${site}/`,
    folder: undefined,
    isPart: true,
    pages: pages.map(([asked]) => asked),
    renditions: pages.map(([path, , content = plain]) => ({
      path,
      mediaType: 'text/html',
      content,
      page: 'audited' as const,
    })) as unknown as AuditTarget['renditions'],
    findings: [],
    ends: new Map(
      pages.map(([asked, end]) => [asked, {asked: absolute(asked), end: absolute(end)}]),
    ),
  }
  const {findings, renditions} = redirected(target, () => false)
  return {
    said: findings.map(({severity, outcome, message: {key}, place}) =>
      [place.file, severity, outcome, key.replace('audit/redirected', '')].join(' ').trim(),
    ),
    values: findings.map(({message}) => message.values),
    seen: renditions.map(({path}) => path),
  }
}

test.each([
  ['/pears', '/pears'],
  ['/pears', '/pears/'],
  ['/pears/', '/pears/index.html'],
  ['/', '/index.html'],
  ['/pears.html', '/pears'],
  ['/pears', 'https://pears.example/pears'],
  ['/Pears', '/pears'],
  ['/%EB%B0%B0', '/배'],
  ['/%eb%b0%b0?a=%20', '/%EB%B0%B0?a=%20'],
  ['/5%', '/5%'],
])('%s that ends at %s is the page that was asked for', (asked, end) => {
  expect(told([[asked, end, logIn]])).toMatchObject({said: [], seen: [asked]})
})

test.each([
  ['/pears', '/apples'],
  ['/pears', '/'],
  ['/pears?page=2', '/pears'],
  ['/pears', 'http://apples.example/pears'],
  ['/index.html', '/home'],
])('%s that ends at %s is named with both addresses, and looked at', (asked, end) => {
  const found = told([[asked, end]])
  expect(found).toMatchObject({said: [`${asked} notice failed`], seen: [asked]})
  expect(found.values).toEqual([{asked: new URL(asked, site).href, end: new URL(end, site).href}])
})

test('addresses that end at one page are a warning each, and the page itself is none', () => {
  const found = told([
    ['/old', '/home/'],
    ['/older', '/home'],
    ['/home', '/home'],
    ['/moved', '/new'],
  ])
  expect(found.said).toEqual([
    '/old warning failed /same',
    '/older warning failed /same',
    '/moved notice failed',
  ])
  expect(found.values[0]).toMatchObject({others: `${site}/older, ${site}/home`})
})

test('of many addresses that end at one page some are named', () => {
  const pages = ['a', 'b', 'c', 'd', 'e'].map((one) => [`/${one}`, '/home'] as const)
  expect(told(pages).values[0]).toMatchObject({
    others: `${site}/b, ${site}/c, ${site}/d, …`,
  })
})

test('one address that is listed twice is one', () => {
  const page = ['/old', '/home'] as const
  expect(told([page, page]).said).toEqual(['/old notice failed'])
})

const box = '<form><input name="id"><input name="p" type="password"><button>Log in</button></form>'
const long = (words: string, title = 'Pears') =>
  `<!doctype html><title>${title}</title><div>${box}</div><h1>${title}</h1><p>${words}`

describe('a page with something to read', () => {
  const news = 'The orchards above the river were late this year. '.repeat(9)
  const cases: readonly (readonly [string, string, string])[] = [
    ['a box to log in beside', '/main.do', long(news)],
    [
      'it in Korean',
      '/main.do',
      long('올해는 강 위쪽 과수원의 수확이 늦었다. '.repeat(13), '배 소식'),
    ],
    ['its own words about logging in', '/docs/login', `<h1>Log in</h1><p>${news}`],
    ['very many of them, and a box', '/help/9', long(news.repeat(5), 'How to log in')],
  ]
  test.each(cases)('and %s was seen', (_, end, html) => {
    expect(told([['/old', end, html]])).toMatchObject({
      said: ['/old notice failed'],
      seen: ['/old'],
    })
  })

  const walls: readonly (readonly [string, string, string])[] = [
    ['that calls itself a log-in', 'log-in', long(news, 'Log in')],
    [
      'that does so in Korean',
      'log-in',
      long('올해는 강 위쪽 과수원의 수확이 늦었다. '.repeat(13), '로그인'),
    ],
    ['in links alone', 'log-in', `${box}${`<a href="/a">${news}</a>`.repeat(9)}`],
    ['around it alone', 'log-in', `<header>${news}</header>${box}<footer>${news}</footer>`],
    ['that nobody sees', 'log-in', `${box}<p hidden>${news}`],
  ]
  test.each(walls)('%s is a log-in still', (_, kind, html) => {
    expect(told([['/old', '/gate', html]]).said).toEqual([`/old error cantTell /${kind}`])
  })

  test.each([
    ['in a form', '<form><input type="email"></form>'],
    ['without one', '<input type="email">'],
  ])('that asks for a name first at the address of a log-in, %s, is one', (_, field) => {
    const html = `<h1>Welcome</h1>${field}<p>${news}`
    expect(told([['/old', '/login', html]]).said).toEqual(['/old error cantTell /log-in-by-name'])
  })
})

describe('where a log-in was found', () => {
  test('instead of a page, that page was not looked at', () => {
    expect(
      told([
        ['/account', '/login?next=/account', logIn],
        ['/orders', '/login?next=/orders', logIn],
        ['/', '/login', logIn],
        ['/login', '/login', logIn],
      ]),
    ).toMatchObject({
      said: ['/account', '/orders', '/'].map((one) => `${one} error cantTell /log-in`),
      seen: ['/login'],
    })
  })

  test.each([
    '<input name="p" autocomplete="current-password">',
    '<input type="text" autocomplete="section-a Current-Password">',
  ])('that shows what is typed, that page was not looked at: %s', (html) => {
    expect(told([['/account', '/login', html]]).said).toEqual(['/account error cantTell /log-in'])
  })

  const cases = {
    'it still asks': ['/login', logIn, `${site}/login?wrong`, logIn, true],
    'it still asks elsewhere': ['/login', logIn, `${site}/session`, logIn, true],
    'it let in': ['/login', logIn, `${site}/account`, plain, false],
    'it let in, where a password is changed': ['/login', logIn, `${site}/account`, logIn, false],
    'it was open': ['/welcome', plain, `${site}/join`, logIn, false],
    'it was asked for': ['/account', logIn, `${site}/account`, logIn, false],
  } as const
  test.each(Object.entries(cases))(
    'and something was done: %s',
    (_, [end, html, url, now, out]) => {
      const page = {path: 'account', mediaType: 'text/html', content: html, page: 'audited'}
      const target: AuditTarget = {
        folder: undefined,
        name: site,
        url: `${site}/`,
        isPart: true,
        pages: ['account'],
        renditions: [page] as unknown as AuditTarget['renditions'],
        findings: [],
        ends: new Map([['account', {asked: `${site}/account`, end: new URL(end, site).href}]]),
      }
      const acted = redirected(target, () => true)
      expect(acted).toMatchObject({renditions: [page], findings: []})
      const done = {html: now, url, isOther: true, root: undefined, hidden: []}
      const {renditions, findings} = keptOut(acted, new Map([['account', done]]))
      expect(renditions).toEqual(out ? [] : [page])
      expect(findings.map(({message}) => message.key)).toEqual(
        out ? ['audit/redirected/log-in'] : [],
      )
    },
  )

  test.each([
    ['/login', '/ko/login'],
    ['/', '/en-gb/'],
  ])('%s in a language at %s is the page that was asked for', (asked, end) => {
    expect(told([[asked, end, logIn]])).toMatchObject({
      said: [`${asked} notice failed`],
      seen: [asked],
    })
  })

  test.each([
    ['a window that has to be opened', `<dialog>${logIn}</dialog>`],
    ['what is hidden', `<div hidden>${logIn}</div>`],
    ['a template', `<template>${logIn}</template>`],
    ['a new word that is chosen', '<input autocomplete="new-password">'],
  ])('in %s, the page was seen', (_, html) => {
    expect(told([['/old', '/new', html]]).said).toEqual(['/old notice failed'])
  })

  test('at an address as long as a page, its beginning is named', () => {
    const {values} = told([['/account', `/login?state=${'x'.repeat(5000)}`, logIn]])
    expect(String(values[0]?.['end'])).toHaveLength(201)
  })
})

describe('a log-in by its address, with no password to be seen', () => {
  test.each([
    '/login',
    '/ko/sign-in/',
    '/member_login.do',
    '/oauth2/authorize?x=1',
    '/로그인',
    '/Account/LogOn',
    '/u/login/identifier?state=1',
    '/uat/uia/mberLogin.do',
    '/wp-login.php',
    '/realms/pears/protocol/openid-connect/auth?client_id=a',
  ])('%s: the page that was asked for was not looked at', (end) => {
    expect(told([['/account', end]]).said).toEqual(['/account error cantTell /log-in-by-name'])
  })

  test.each([
    '/login-help',
    '/blog/login-with-passkeys',
    '/design',
    '/authors',
    '/loginov',
    '/authorize/how',
    '/login/how-to',
  ])('%s is none', (end) => {
    expect(told([['/old', end]]).said).toEqual(['/old notice failed'])
  })

  test('that was asked for at another address of its own is what was asked for', () => {
    expect(told([['/login', '/auth/sign-in', logIn]]).said).toEqual(['/login notice failed'])
  })
})

describe('where no server but the page itself leads readers to a log-in, it was not looked at', () => {
  const opened = `${site}/account`
  const cases: Record<string, readonly [Partial<Led>, string?]> = {
    'it stays': [{}],
    'it asks itself': [{asks: true}],
    'it goes on to a page that asks': [{elsewhere: `${site}/in`, next: logIn}, 'log-in'],
    'it goes on to a page that does not': [{elsewhere: `${site}/new`, next: plain}],
    'it goes on to an address elsewhere': [{elsewhere: 'https://apples.example/'}],
    'it goes on to a log-in elsewhere': [
      {elsewhere: 'https://id.apples.example/oauth2/authorize?to=pears'},
      'log-in-by-name',
    ],
    'it goes on to what is no address': [{elsewhere: 'about:blank'}],
    'it shows another address and asks': [{shownAs: `${site}/welcome`, asks: true}, 'log-in'],
    'it shows another address and does not ask': [{shownAs: `${site}/welcome`}],
    'it shows the address of a log-in': [
      {shownAs: `${site}/login?next=/account`},
      'log-in-by-name',
    ],
    'it shows a log-in behind a sign': [{shownAs: `${opened}#/login`}, 'log-in-by-name'],
    'it shows another query and asks': [{shownAs: `${opened}?step=1`, asks: true}],
    'it shows a place on the page and asks': [{shownAs: `${opened}#form`, asks: true}],
    'it was opened at a log-in': [
      {opened: `${site}/login`, shownAs: `${site}/sign-in`, asks: true},
    ],
    'it was opened at a log-in behind a sign': [{opened: `${opened}#/login`, asks: true}],
  }
  test.each(Object.entries(cases))('%s', (_, [about, kind]) => {
    const target = {ends: new Map()} as unknown as AuditTarget
    const found = ledAway(target, new Map([['account', {opened, next: undefined, ...about}]]))
    expect(found.map(({message, severity}) => `${severity} ${message.key}`)).toEqual(
      kind === undefined ? [] : [`error audit/redirected/${kind}`],
    )
  })

  test('though the server led there by a way of its own', () => {
    const ends = new Map([['account', {asked: opened, end: `${site}/welcome`}]])
    const led = {opened: `${site}/welcome`, next: undefined, asks: true as const}
    const found = ledAway({ends} as unknown as AuditTarget, new Map([['account', led]]))
    expect(found).toMatchObject([{message: {values: {asked: opened, end: `${site}/welcome`}}}])
  })
})
