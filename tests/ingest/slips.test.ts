import {expect, test} from 'vitest'
import type {Block} from '../../pipeline/ingest/block.ts'
import {notebook} from '../../pipeline/ingest/ingest-finding.ts'
import {withoutSlips} from '../../pipeline/ingest/slips.ts'

const mend = (text: string, next = '') => {
  const lines = [{line: 3, column: 1, offset: 0}]
  const block: Block = {text, line: 3, column: 1, run: 0, suspected: false, lines}
  const {findings, note} = notebook('a.txt')
  const mended = withoutSlips(block, next, true, note)
  return {text: mended.text, keys: findings.map(({message}) => message.key.slice(12)), findings}
}

test.each([
  ['the commun[ist-ruled country', 'the communist-ruled country', 'bracket-fixed'],
  ['all of the the time', 'all of the time', 'doubled-fixed'],
  ['The the end', 'The end', 'doubled-fixed'],
  ['one,, two', 'one, two', 'punctuation-fixed'],
  ['one , two', 'one, two', 'punctuation-fixed'],
  ['the end..', 'the end.', 'punctuation-fixed'],
  ['그는 왜..', '그는 왜…', 'punctuation-fixed'],
  ['the war.The next day', 'the war. The next day', 'space-fixed'],
  ['thick,which', 'thick, which', 'space-fixed'],
  ['in 2O26', 'in 2026', 'figure-fixed'],
  ['an hour 0f it', 'an hour of it', 'figure-fixed'],
  ['the clockâ€™s hand', 'the clock’s hand', 'mojibake-fixed'],
  ['ì„œìš¸', '서울', 'mojibake-fixed'],
  ['AT&amp;T', 'AT&T', 'entity-fixed'],
  ['in Pаris', 'in Paris', 'script-fixed'],
])('%s → %s', (text, mended, key) => {
  expect(mend(text)).toMatchObject({text: mended, keys: [key]})
})

test.each([
  ['He said "no.', 'quote'],
  ['He said “no.', 'quote'],
  ['The mayor (a baker agreed', 'unbalanced'],
  ['A line<br>and another', 'html'],
  ['Duran Duran sang', 'doubled-perhaps'],
  ['하나 하나 옮겼다', 'doubled-perhaps'],
])('%s is pointed out and left alone', (text, key) => {
  expect(mend(text)).toMatchObject({text, keys: [key]})
})

test.each([
  'It cost $1,200.50, or 3.5 percent, at 9:30 a.m. in the U.S., they said.',
  'He had had enough; that that was so was clear.',
  'wait... what? No! "Yes," she said. It’s ‘fine’ (really) [sic].',
  'a) one and b) two :)',
  'The 6\'2" player and a 27" screen',
  '“‘my fiancé’” and ALLÉ » are fine',
  'Visit example.com or write to Jane.Doe@example.com',
  'R&D; AT&T',
  '3~5일, 1만1000여 명',
  'Ελλάδα и Россия',
  'x < y and y > z',
])('%s has no slip', (text) => {
  expect(mend(text)).toMatchObject({text, keys: []})
})

test('a quotation over several paragraphs opens each of them', () => {
  expect(mend('"We had waited.', '"We had waited long enough," he said.').keys).toEqual([])
})

test('a finding points at the slip and says what was meant', () => {
  const [finding] = mend('the commun[ist-ruled country').findings
  expect(finding).toMatchObject({
    check: 'ingest/slip',
    severity: 'notice',
    message: {values: {found: 'commun[ist-ruled', suggestion: 'communist-ruled'}},
    place: {file: 'a.txt', line: 3, column: 5},
  })
})
