import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Unit} from '../../../pipeline/model/catalog.ts'
import {memoryEntries, type MemoryEntry} from '../../../pipeline/translate/memory/entries.ts'
import {memory} from '../../../pipeline/translate/memory/memory.ts'

function entry(source: string, target: string, more: Partial<MemoryEntry> = {}): MemoryEntry {
  return {source, target, article: 'story', key: target, before: '', after: '', ...more}
}

const alone = (source: string) => ({source, before: '', after: ''})

describe('the memory offers', () => {
  const asked = memory([
    entry('The soldiers were sent to Kursk in the autumn.', '가을'),
    entry('The soldiers were sent to Kursk in the spring.', '봄'),
    entry('Nobody in Moscow has spoken of it since then.', '침묵'),
    entry('Seoul', '서울'),
  ])

  it('the same text with 100 %, and the like after it', () => {
    const found = asked.find(alone('The soldiers were sent to Kursk in the autumn.'), 75)
    expect(found.map(({entry: {target}, percent}) => [target, percent])).toEqual([
      ['가을', 100],
      ['봄', 86],
    ])
  })

  it('99 % at most for what is not the same to the letter', () => {
    const [first] = asked.find(alone('The  soldiers were\nsent to Kursk in the autumn.'), 75)
    expect(first).toMatchObject({percent: 99})
  })

  it('a text of one word', () => {
    expect(asked.find(alone('Seoul'), 75)).toMatchObject([{percent: 100}])
  })

  it('nothing below the least', () => {
    expect(asked.find(alone('The weather was mild and the harvest good.'), 75)).toEqual([])
    expect(asked.find(alone(''), 75)).toEqual([])
  })
})

describe('where a text stands', () => {
  const [before, after] = ['What stood before it.', 'What stood after it.']
  const source = 'He said that they would never come back to the village.'
  const reworded = 'He told us they might not ever return to the village.'

  it('decides between equal texts', () => {
    const asked = memory([
      entry(source, '딴 데', {before: 'Another.', after: 'One more.'}),
      entry(source, '여기', {before, after}),
    ])
    const targets = asked.find({source, before, after}, 75).map(({entry: {target}}) => target)
    expect(targets).toEqual(['여기', '딴 데'])
  })

  it('lets a text between unchanged neighbours be less alike', () => {
    const asked = memory([entry(source, '옛 글', {before, after})])
    expect(asked.find({source: reworded, before, after}, 75)).toMatchObject([{neighbours: 2}])
    expect(asked.find(alone(reworded), 75)).toEqual([])
  })
})

it('every text that is remembered is found again, whatever else is there', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({minLength: 1}), {minLength: 1, maxLength: 60}),
      (texts) => {
        const asked = memory(texts.map((text, index) => entry(text, `${index}`)))
        for (const [index, text] of texts.entries()) {
          if (text.trim() === '') continue
          const [first] = asked.find(alone(text), 75)
          expect(first).toMatchObject({percent: 100, entry: {target: `${index}`}})
        }
      },
    ),
    {numRuns: 50},
  )
})

it('drafts and empty units are not remembered; retired ones are; stale ones under their old source', () => {
  const unit = (key: string, more: Partial<Unit>): Unit => ({
    key,
    kind: 'paragraph',
    source: key,
    target: `${key}-ko`,
    state: 'translated',
    stale: false,
    previousSource: undefined,
    origin: 'person',
    note: undefined,
    ...more,
  })
  const retired = {kind: 'paragraph', origin: undefined, note: undefined} as const
  const found = memoryEntries([
    {
      slug: 'story',
      locale: 'ko',
      units: [
        unit('a', {}),
        unit('b', {state: 'draft'}),
        unit('c', {target: undefined, state: 'untranslated'}),
        unit('d', {stale: true, previousSource: 'old d', state: 'reviewed'}),
      ],
      retired: [
        {...retired, key: 'e', source: 'e', target: 'e-ko', state: 'translated'},
        {...retired, key: 'f', source: 'f', target: 'f-ko', state: 'draft'},
        {...retired, key: 'g', source: '', target: 'g-ko', state: 'translated'},
      ],
    },
  ])
  expect(found.map(({source, before, after}) => [source, before, after])).toEqual([
    ['a', '', 'b'],
    ['old d', 'c', ''],
    ['e', '', ''],
  ])
})
