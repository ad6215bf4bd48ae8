import {expect, test} from 'vitest'
import type {Finding} from '../../pipeline/model/finding.ts'
import {changesOf} from '../../pipeline/report/changes.ts'
import {speaker} from '../../pipeline/words/speaker.ts'
import {context, findings} from './sample.ts'

const words = speaker(context.words, 'en', 'en')

const cases: readonly {readonly from: string; readonly to: string; readonly says: string}[] = [
  {
    from: '"" rgb(1, 2, 3) rgb(9, 9, 9) 12px',
    to: '"" rgb(1, 2, 3) rgb(8, 9, 9) 12px',
    says: 'rgb(9, 9, 9) to rgb(8, 9, 9)',
  },
  {from: '', to: '"§ " 12px', says: 'nothing to "§ " 12px'},
  {from: '"one two" 12px', to: '"one" 14px', says: '"one two" 12px to "one" 14px'},
  {
    from: '"§ " 12px',
    to: '"§ " url("a b.svg") 12px',
    says: '"§ " 12px to "§ " url("a b.svg") 12px',
  },
]

test.each(cases)('of what a style sheet adds, says what is not the same: $says', (one) => {
  const {from, to, says} = one
  const finding: Finding = {
    ...findings[0]!,
    changes: [
      {kind: 'restyled', tag: 'p', text: '', count: 1, top: 0, property: '::after', from, to},
    ],
  }
  expect(changesOf(finding, words)).toEqual([`Paragraph: ::after from ${says}`])
})
