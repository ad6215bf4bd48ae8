import {afterAll, beforeAll, expect, test} from 'vitest'
import type {CheckingBrowser} from '../../pipeline/io/checking-browser.ts'
import type {Look} from '../../pipeline/model/declaration.ts'
import {asset, html, open, page, views} from '../support/browser.ts'

let browser: CheckingBrowser
beforeAll(async () => {
  browser = await open({probes: [], views})
})
afterAll(() => browser.close())

const shown = page(
  'a.html',
  html(
    '<button style="margin:90px;width:60px;height:30px"></button><p hidden>a</p><b id="v1.2:a">c</b><i style="display:block;height:9000px">b</i>',
  ),
)

const portray = async (selector: string) => {
  const wanted = {page: 'a.html', view: 'desktop-light', selector, looks: []}
  const sights = [...(await browser.portray([shown], [wanted])).values()]
  return sights.flatMap(({picture}) => picture ?? [])
}

test('an element is shown with what stands around it', async () => {
  const [picture] = await portray('button')
  expect(picture).toMatchObject({label: 'element', view: 'desktop-light', width: 220})
  expect(picture?.height).toBeLessThan(140)
})

test('an element is known by an id with dots and colons', async () => {
  expect(await portray('#v1.2:a')).toMatchObject([{label: 'element'}])
})

test('of a tall element its beginning is shown', async () => {
  expect((await portray('i'))[0]?.height).toBeLessThan(600)
})

test.each([['html > body > p'], ['#gone'], ['html'], ['not > a > [selector'], ['#x,h1']])(
  'there is no picture of %s',
  async (selector) => {
    expect(await portray(selector)).toEqual([])
  },
)

test('what was pictured before is the same again', async () => {
  const [first, again] = [await portray('button'), await portray('button')]
  expect(again).toEqual(first)
})

const styled = page(
  'styled.html',
  html(
    `<div class="pale dark"><b id="b">words</b><p id="p">words</p><p id="loud" class="loud">words</p>
    <i id="i" style="color: #999">words</i><a id="a" href="b">words</a></div>
    <div class="wide"><s id="s">words</s></div>
    <p id="first" class="layered">words</p><p id="filled" class="filled">words</p>
    <div class="faded dark"><p id="faded">words</p></div>
    <div class="pale"><p id="unset" class="unset">words</p><font id="font" color="#998">words</font></div>
    <p id="moving" class="moving">words</p><p id="bare" class="bare">words</p>
    <div class="limited"><p id="own" class="own">words</p><p id="within">words</p></div>
    <p id="row" class="row">words</p><p id="thin" class="thin">words</p>
    <p id="spaced" class="spaced"><b>words</b></p><div class="none"><p id="within-none">words</p></div>
    <div class="veiled"><p id="veiled">words</p></div>
    <style id="scripted"></style><p id="put" class="put">words</p>
    <script>document.querySelector('#scripted').sheet.insertRule('.put { color: #ba9 }')</script>`,
    `<link rel="stylesheet" href="sheet.css"><style>
    .pale { color: #aaa }
    p { color: #bbb; outline: none }
    p.loud { color: #000 !important }
    .loud { color: #ccc }
    @layer one, two; @layer two { .layered { color: #000 !important } }
    @layer one { .layered { color: #bba !important } }
    .layered { color: #001 !important }
    .filled { color: #002; -webkit-text-fill-color: #bbc }
    .faded { opacity: .3 }
    p.unset { all: unset }
    .unset { color: #003 }
    @keyframes pale { to { color: #bbd } }
    .moving { color: #004; animation: pale 1ms forwards }
    .bare { background-color: #005 }
    .bare { background-image: none }
    .limited { width: 99rem; max-width: 100% }
    .own { --width: 98rem; width: var(--width) }
    .row { width: calc(100% + 9rem) }
    .thin:focus { outline: none }
    .thin:focus { outline-width: 0 }
    .spaced { letter-spacing: 2px; margin: 1px }
    .spaced::before { content: "§" }
    .none { display: none }
    .veiled { filter: opacity(.4) }</style>`,
  ),
)
const sheet = asset(
  'sheet.css',
  'text/css; charset=utf-8',
  '.dark {\n  background: #222;\n}\n.wide, nav { min-width: 90rem; overflow: hidden }\n',
)

test.each([
  ['colour', '#b', '.pale { color: #aaa } styled.html:2:13'],
  ['colour', '#p', 'p { color: #bbb } styled.html:3:9'],
  ['colour', '#loud', 'p.loud { color: #000 !important } styled.html:4:14'],
  ['ground', '#b', '.dark { background: #222 } sheet.css:2:3'],
  ['ring', '#p', 'p { outline: none } styled.html:3:22'],
  ['width', '#s', '.wide { min-width: 90rem } sheet.css:4:14'],
  ['clipping', '#s', '.wide { overflow: hidden } sheet.css:4:32'],
  ['colour', '#first', '.layered { color: #bba !important } styled.html:7:29'],
  ['colour', '#filled', '.filled { -webkit-text-fill-color: #bbc } styled.html:9:28'],
  ['colour', '#unset', '.pale { color: #aaa } styled.html:2:13'],
  ['ground', '#bare', '.bare { background-color: #005 } styled.html:15:13'],
  ['width', '#own', '.own { width: var(--width) } styled.html:18:28'],
  ['width', '#row', '.row { width: calc(100% + 9rem) } styled.html:19:12'],
  ['ring', '#thin', '.thin:focus { outline: none } styled.html:20:19'],
  ['property width', '#own', '.own { width: var(--width) } styled.html:18:28'],
  ['property background-color', '#bare', '.bare { background-color: #005 } styled.html:15:13'],
  ['property letter-spacing', '#spaced', '.spaced { letter-spacing: 2px } styled.html:22:15'],
  ['property margin-left', '#spaced', '.spaced { margin: 1px } styled.html:22:36'],
  ['property ::before', '#spaced', '.spaced::before { content: "§" } styled.html:23:23'],
  ['layer', '#veiled', '.veiled { filter: opacity(.4) } styled.html:25:15'],
  ['hiding', '#within-none', '.none { display: none } styled.html:24:13'],
] as const)('a rule is named that gives its %s to %s', async (look, selector, expected) => {
  expect(await declaredOf(selector, look)).toEqual([expected])
})

test('beside a colour that is made paler stands what makes it so', async () => {
  const faded = '.faded { opacity: .3 } styled.html:10:14'
  expect(await declaredOf('#faded', 'colour')).toEqual(['p { color: #bbb } styled.html:3:9', faded])
})

test.each([
  ['no rule does', 'ring', '#b'],
  ['an attribute does', 'colour', '#font'],
  ['an animation does', 'colour', '#moving'],
  ['a script has put the rule there', 'colour', '#put'],
  ['a limit keeps a rule from making it wide', 'width', '#within'],
  ['the element says it itself', 'colour', '#i'],
  ['the browser does', 'colour', '#a'],
] as const)('no rule is named where %s', async (_, look, selector) => {
  expect(await declaredOf(selector, look)).toEqual([])
})

async function declaredOf(selector: string, look: Look): Promise<readonly string[] | undefined> {
  const wanted = {page: 'styled.html', view: 'desktop-light', selector, looks: [look]}
  const [seen] = [...(await browser.portray([styled, sheet], [wanted])).values()]
  return seen?.declared.map(
    ({property, value, selector: rule, place: {file, line, column}}) =>
      `${rule} { ${property}: ${value} } ${file}:${line}:${column}`,
  )
}
