import {expect, test} from 'vitest'
import type {Utterance} from '../../pipeline/model/speech.ts'
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
  {...nothing, role: 'table', name: 'Sold', count: 7},
  {...nothing, role: 'doc-unheard-of'},
]

test.each([
  [
    'en',
    [
      'heading level 2, Soldiers',
      'They spoke out.',
      'list with 3 items',
      'link, Home',
      'button, More, collapsed, unavailable',
      'button, Bold, not pressed',
      'table with 7 rows, Sold',
      'doc-unheard-of',
    ],
  ],
  [
    'ko',
    [
      'Soldiers, 제목 2단계',
      'They spoke out.',
      '목록, 항목 3개',
      'Home, 링크',
      'More, 버튼, 접힘, 사용할 수 없음',
      'Bold, 버튼, 눌리지 않음',
      'Sold, 표, 행 7개',
      'doc-unheard-of',
    ],
  ],
])('a page is told in the words of its language: %s', (locale, lines) => {
  expect(transcribe(speech, speaker(context.words, locale, 'en'))).toEqual(lines)
})
