import {expect, it} from 'vitest'
import {cut} from '../../pipeline/translate/cut.ts'

const source = 'The fleet sailed at dawn. Nobody saw it leave. It came back in May.'
const target = '함대는 새벽에 떠났다. 떠나는 것을 본 사람은 없다. 5월에 돌아왔다.'
const [one, rest] = ['The fleet sailed at dawn.', 'Nobody saw it leave. It came back in May.']

const cases: readonly (readonly [
  what: string,
  source: string,
  target: string,
  halves: readonly [string, string],
  wanted: 'first' | 'second',
  part: string | undefined,
])[] = [
  [
    'the second half',
    source,
    target,
    [one, rest],
    'second',
    '떠나는 것을 본 사람은 없다. 5월에 돌아왔다.',
  ],
  ['the first half', source, target, [one, rest], 'first', '함대는 새벽에 떠났다.'],
  [
    'lines in it',
    source.replace('leave. ', 'leave.\n'),
    target,
    [one, rest],
    'first',
    '함대는 새벽에 떠났다.',
  ],
  [
    'the other half reworded',
    source,
    target,
    ['The ships sailed at dawn.', rest],
    'second',
    '떠나는 것을 본 사람은 없다. 5월에 돌아왔다.',
  ],
  ['this half reworded', source, target, [one, rest.replace('May', 'June')], 'second', undefined],
  ['a sentence more in the translation', source, `${target} 끝.`, [one, rest], 'second', undefined],
  [
    'a sentence more in the other half',
    source,
    target,
    [`${one} So it is said.`, rest],
    'second',
    undefined,
  ],
  [
    'emphasis over the cut',
    source,
    '**함대는 새벽에 떠났다. 떠나는 것을** 본 사람은 없다. 5월에 돌아왔다.',
    [one, rest],
    'second',
    undefined,
  ],
  [
    'emphasis beside the cut',
    source,
    target.replace('새벽', '**새벽**'),
    [one, rest],
    'first',
    '함대는 **새벽**에 떠났다.',
  ],
  [
    'lengths that do not fit',
    source,
    `${target.slice(0, 13)}사람은 없다. ${'그때부터 '.repeat(20)}돌아왔다.`,
    [one, rest],
    'second',
    undefined,
  ],
]
it.each(cases)('%s', (_, from, to, halves, wanted, part) => {
  expect(cut({source: from, target: to}, halves, wanted, {from: 'en', to: 'ko'})).toBe(part)
})
