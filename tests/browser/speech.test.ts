import {afterAll, beforeAll, expect, test} from 'vitest'
import {editionShape} from '../../pipeline/check/browser/edition-shape.ts'
import type {CheckingBrowser} from '../../pipeline/io/browser.ts'
import type {Utterance} from '../../pipeline/model/speech.ts'
import {transcribe} from '../../pipeline/report/transcript.ts'
import {speaker} from '../../pipeline/words/speaker.ts'
import {context} from '../report/sample.ts'
import {open, page, views} from '../support/browser.ts'

const cases: readonly (readonly [what: string, body: string, lines: readonly string[]])[] = [
  [
    'where one is, by the menu',
    '<nav aria-label="Main"><ul><li><a href="/" aria-current="page">Home</a><li><a href="/b">News</a></ul></nav>',
    [
      'navigation, Main',
      'list with 2 items',
      '• link, Home, current page',
      '• link, News',
      'out of list',
    ],
  ],
  [
    'numbers of items, and lists within lists',
    '<ol><li>One<li>Two<ul><li>Within</ul></ol>',
    [
      'list with 2 items',
      '1. One',
      '2. Two',
      'list with 1 item',
      '◦ Within',
      'out of list',
      'out of list',
    ],
  ],
  [
    'a heading that is a link, once',
    '<h2><a href="/b">Troops</a></h2>',
    ['heading level 2, link, Troops'],
  ],
  [
    'words of another language, in the voice of that language',
    '<p>She said <span lang="ko">안녕하세요</span> to all.</p>',
    ['She said', '안녕하세요 [Korean]', 'to all.'],
  ],
  [
    'cells with their headers',
    '<table><caption>Troops</caption><tr><th>Place<th>Number<tr><th scope="row">Kursk<td>300</table>',
    [
      'table with 2 rows and 2 columns, Troops',
      'column header, Place',
      'column header, Number',
      'row header, Kursk',
      'cell, Number, Kursk: 300',
      'out of table',
    ],
  ],
  [
    'fields with what they hold and what explains them',
    '<label for="a">Name</label><input id="a" value="Kim" required aria-describedby="b"><p id="b">As in your passport</p>',
    ['Name', 'edit, Name, Kim, required, As in your passport', 'As in your passport'],
  ],
  [
    'a closed list by what is chosen',
    '<select aria-label="Kind"><option>One<option selected>Two</select>',
    ['combo box, Kind, Two, collapsed'],
  ],
  [
    'a group by its legend, once',
    '<fieldset><legend>Colour</legend><label><input type="checkbox" checked> Red</label></fieldset>',
    ['group, Colour', 'checkbox, Red, checked'],
  ],
  [
    'what the page itself calls it',
    '<div role="group" aria-roledescription="slide" aria-label="1 of 3">A view</div>',
    ['slide, 1 of 3', 'A view'],
  ],
  ['a formula', '<p><math><mi>x</mi><mo>+</mo><mn>1</mn></math></p>', ['math', '𝑥 + 1']],
]

let browser: CheckingBrowser
const heard = new Map<string, readonly Utterance[]>()

beforeAll(async () => {
  browser = await open({probes: [editionShape], views: views.slice(2)})
  const {captures} = await browser.capture(
    cases.map(([what, body]) =>
      page(`${what}.html`, `<!doctype html><html lang="en"><title>x</title>${body}</html>`),
    ),
  )
  for (const {page: path, evidence, failures} of captures) {
    expect(failures).toEqual({})
    heard.set(path, evidence[editionShape.id] as unknown as readonly Utterance[])
  }
})
afterAll(() => browser.close())

test.each(cases)('a screen reader says %s', (what, _, lines) => {
  const said = transcribe(heard.get(`${what}.html`) ?? [], speaker(context.words, 'en', 'en'))
  expect(said.map(({text}) => text)).toEqual(['page, x', ...lines])
})
