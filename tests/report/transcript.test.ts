import {expect, test} from 'vitest'
import type {Utterance} from '../../pipeline/model/speech.ts'
import {transcriptText} from '../../pipeline/report/transcript-text.ts'
import {transcribe} from '../../pipeline/report/transcript.ts'
import {speaker} from '../../pipeline/words/speaker.ts'
import {context} from './sample.ts'

const nothing = {name: '', depth: 0, level: null, count: null, states: []}
const speech: readonly Utterance[] = [
  {...nothing, role: 'heading', name: 'Soldiers', level: 2},
  {...nothing, role: 'text', name: 'They spoke out.'},
  {...nothing, role: 'list', count: 3},
  {...nothing, role: 'link', name: 'Home'},
  {...nothing, role: 'button', name: 'More', states: ['collapsed', 'disabled']},
  {...nothing, role: 'button', name: 'Bold', states: ['unpressed']},
  {...nothing, role: 'link', name: 'Ici', lang: 'fr', states: ['current']},
  {...nothing, role: 'list', count: 1},
  {...nothing, role: 'listitem', name: '1.', depth: 1},
  {...nothing, role: 'text', name: 'First', depth: 2},
  {...nothing, role: 'table', name: 'Sold', count: 7, columns: 2},
  {...nothing, role: 'cell', name: '30', headers: ['2026', 'Kursk'], depth: 1},
  {...nothing, role: 'doc-unheard-of'},
]

test.each([
  [
    'en',
    [
      'heading level 2, Soldiers',
      'They spoke out.',
      'list with 3 items',
      'out of list',
      'link, Home',
      'button, More, collapsed, unavailable',
      'button, Bold, not pressed',
      'link, Ici, current page [French]',
      'list with 1 item',
      '1. First',
      'out of list',
      'table with 7 rows and 2 columns, Sold',
      'cell, 2026, Kursk: 30',
      'out of table',
      'doc-unheard-of',
    ],
  ],
  [
    'ko',
    [
      'Soldiers, 제목 레벨 2',
      'They spoke out.',
      '목록, 항목 3개',
      '목록 끝',
      'Home, 링크',
      'More, 버튼, 접힘, 사용할 수 없음',
      'Bold, 버튼, 눌리지 않음',
      'Ici, 링크, 현재 페이지 [프랑스어]',
      '목록, 항목 1개',
      '1. First',
      '목록 끝',
      'Sold, 표, 행 7개, 열 2개',
      '2026, Kursk: 30, 셀',
      '표 끝',
      'doc-unheard-of',
    ],
  ],
])('a page is told in the words of its language: %s', (locale, lines) => {
  const told = transcribe(speech, speaker(context.words, locale, 'en'))
  expect(told.map(({text}) => text)).toEqual(lines)
})

test('a page cannot steer the terminal that shows its transcript, nor add a line to it', () => {
  const name = 'Apples\nmain landmark\u001b[31m red \u202etxet'
  const text = transcriptText([{...nothing, role: 'link', name}], context.words)
  expect(text).toBe('link, Apples main landmark [31m red txet\n')
})
