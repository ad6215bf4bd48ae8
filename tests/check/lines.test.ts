import {expect, test} from 'vitest'
import {readHtml} from '../../pipeline/check/document/read-html.ts'
import {withLine} from '../../pipeline/check/lines.ts'
import {finding} from '../gate/case.ts'

const body = `
<main>
  <p>One</p>
  <p id="two">Two <a href="/b">Read</a></p>
  <svg viewBox="0 0 9 9"><linearGradient></linearGradient></svg>
  <ul><li>A<li>B</ul>
  <img src="x.png" alt="Snow">
</main>`

const still = `<!doctype html><html lang="en"><title>T</title>${body}`
const lively = `${still}<script src="app.js"></script>`

const cases: readonly (readonly [
  what: string,
  page: string,
  selector: string | undefined,
  excerpt: string | undefined,
  at: string,
])[] = [
  ['by its place', still, 'html > body > main > p:nth-child(1)', undefined, '3:3'],
  ['by an id', still, '#two', '<p id="two">Two', '4:3'],
  ['below an id', still, '#two > a', 'Read', '4:19'],
  [
    'of an item that nobody closed',
    still,
    'html > body > main > ul > li:nth-child(2)',
    'B',
    '6:12',
  ],
  ['of a drawing’s part', still, 'html > body > main > svg > lineargradient', undefined, '5:26'],
  ['of the page', still, 'html', '<html lang="en">', '1:16'],
  ['in a frame: none', still, 'html > body > iframe >>> html > body', undefined, 'none'],
  ['in a shadow tree: none', still, '#two::shadow > p', undefined, 'none'],
  ['of what is not there: none', still, 'html > body > main > p:nth-child(9)', undefined, 'none'],
  ['of another kind: none', still, 'html > body > main > a:nth-child(1)', undefined, 'none'],
  ['about no element: none', still, undefined, '<p>One</p>', 'none'],
  ['that scripts left alone, by its tag', lively, '#two > a', '<a href="/b">Read</a>', '4:19'],
  ['that scripts left alone, by its text', lively, '#two', 'Two Re…', '4:3'],
  ['that scripts gave a class', lively, '#two > a', '<a class="on" href="/b">Re...</a>', '4:19'],
  ['of which no more than the tag is told', lively, '#two > a', '<a>', '4:19'],
  ['in whose place scripts put another: none', lively, '#two > a', '<a href="/z">Read</a>', 'none'],
  ['in whose place scripts put other words: none', lively, '#two > a', 'Gone', 'none'],
  ['that nothing else tells, among scripts: none', lively, '#two > a', undefined, 'none'],
  [
    'of a picture with its words',
    lively,
    'html > body > main > img',
    '<img src="x.png" alt="Snow">Snow',
    '7:3',
  ],
]

test.each(cases)('the line of an element %s', (_, page, selector, excerpt, at) => {
  const place = {file: 'a.html', ...(selector !== undefined && {selector})}
  const about = finding({place, ...(excerpt !== undefined && {excerpt})})
  const {line, column} = withLine(about, readHtml(page)).place
  expect(line === undefined ? 'none' : `${line}:${column}`).toBe(at)
})

test('a line that is known stays', () => {
  const about = finding({place: {file: 'a.html', selector: '#two', line: 9, column: 1}})
  expect(withLine(about, readHtml(still))).toBe(about)
})
