import {expect, test} from 'vitest'
import type {Finding} from '../../pipeline/model/finding.ts'
import {sentenceOf} from '../../pipeline/report/sentence.ts'
import {speaker} from '../../pipeline/words/speaker.ts'
import {context} from './sample.ts'

const found: Finding = {
  check: 'browser/edition-shape',
  outcome: 'failed',
  severity: 'warning',
  message: {
    key: 'browser/edition-shape/different',
    values: {
      source: 'en',
      sourceParts: 'heading 2 “Troops, list 3” · table 3×2',
      parts: 'heading 3 “병력” · list 1 · link “더”',
    },
  },
  criteria: [],
  engines: [],
  locale: 'ko',
  article: 'a',
  place: {file: 'ko/a/index.html'},
}

test('parts of pages are named in the words of the language', () => {
  const said = ['en', 'ko'].map((tag) => sentenceOf(found, speaker(context.words, tag, 'en')).text)
  expect(said).toEqual([
    'Where the en edition has heading level 2 “Troops, list 3” · table with 3 rows and 2 columns, this one has heading level 3 “병력” · list with 1 item · link “더”.',
    '같은 자리에 en 언어판에는 제목 레벨 2 “Troops, list 3” · 표, 행 3개, 열 2개가, 이 언어판에는 제목 레벨 3 “병력” · 목록, 항목 1개 · 링크 “더”가 있다.',
  ])
})

test('words of a page turn no other words of the sentence around', () => {
  const values = {text: 'Some \u202Ething \u2066else\u0007 here'}
  const quoting = {...found, message: {key: 'browser/overflow/block', values}}
  const [overflow, foreign] = [
    quoting,
    {...found, message: {key: 'axe/none', values: {message: 'Fix \u202Ethis'}}},
  ].map((one) => sentenceOf(one, speaker(context.words, 'en', 'en')).text)
  expect(overflow).toContain('“Some thing else here”')
  expect(foreign).toBe('Fix this')
})
