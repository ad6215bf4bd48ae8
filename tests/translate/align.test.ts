import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import type {SegmentKind} from '../../pipeline/model/segment.ts'
import {align} from '../../pipeline/translate/align.ts'
import type {Alignable} from '../../pipeline/translate/alignable.ts'
import {hash} from '../../pipeline/translate/hash.ts'
import {segment} from '../../pipeline/translate/segment.ts'
import {makeArticle} from './make-article.ts'

function list(texts: readonly string[], kind: SegmentKind = 'paragraph'): readonly Alignable[] {
  return texts.map((text) => ({kind, container: '', text, hash: hash(text), retired: false}))
}

const cases: readonly (readonly [
  string,
  readonly string[],
  readonly string[],
  readonly (number | undefined)[],
])[] = [
  ['nothing', [], [], []],
  ['the same', ['a b c', 'd e f'], ['a b c', 'd e f'], [0, 1]],
  ['an insertion', ['a b c', 'd e f'], ['a b c', 'x y z', 'd e f'], [0, undefined, 1]],
  ['a removal', ['a b c', 'x y z', 'd e f'], ['a b c', 'd e f'], [0, 2]],
  ['a move', ['a b c', 'd e f', 'g h i'], ['g h i', 'a b c', 'd e f'], [2, 0, 1]],
  ['a rewording', ['one two three four five six', 'x'], ['one two 3 four five six', 'x'], [0, 1]],
  ['rewordings in order', ['red fox one', 'red fox two'], ['red fox one!', 'red fox 2'], [0, 1]],
  [
    'a rewrite',
    ['the cat sat on the mat today'],
    ['markets fell sharply in early trade'],
    [undefined],
  ],
  ['repeats', ['Note', 'a b c', 'Note', 'd e f'], ['a b c', 'Note', 'd e f'], [1, 2, 3]],
  ['a moved rewording', ['a b c d e f g h', 'p q r s'], ['p q r s', 'a b c d e f g x'], [1, 0]],
  ['a heading’s rewording', ['High Casualty Rates'], ['Higher Casualty Rates'], [0]],
  [
    'a split',
    ['a b c d e f g h i j k l', 'x'],
    ['a b c d e f g', 'h i j k l', 'x'],
    [0, undefined, 1],
  ],
  ['a merge', ['a b c d e', 'f g h i j k l', 'x'], ['a b c d e f g h i j k l', 'x'], [1, 2]],
  [
    'repeats whose neighbours changed',
    ['Note', 'one two three four', 'Note', 'five six seven eight'],
    ['one two three 4', 'Note', 'five six seven 8'],
    [1, 2, 3],
  ],
  [
    'what was moved, beside what is like it',
    ['one two three four five', 'six seven', 'eight nine'],
    ['one two three four six', 'eight nine', 'one two three four five'],
    [undefined, 2, 0],
  ],
  ['Korean', ['북한군 병사들이 러시아로 갔다'], ['북한군 병사들이 러시아로 떠났다'], [0]],
]

describe('align', () => {
  it.each(cases)('%s', (_, olds, news, expected) => {
    expect(align(list(olds), list(news))).toEqual(expected)
  })

  it('wakes a retired segment only for its own text', () => {
    const olds = list(['a b c d e', 'f g h i j']).map((old) => ({...old, retired: true, text: ''}))
    expect(align(olds, list(['f g h i j', 'a b c d x']))).toEqual([1, undefined])
  })

  it('prefers the segment in use to a retired one of the same text', () => {
    const [old] = list(['a b c'])
    if (old === undefined) throw new Error('no segment')
    expect(align([old, {...old, retired: true}], list(['a b c']))).toEqual([0])
  })

  it('finds its way through a real revision', () => {
    const read = (name: string) => {
      const url = new URL(`../fixtures/translate/corpus/${name}`, import.meta.url)
      return segment(makeArticle(readFileSync(url, 'utf8'))).map(
        ({kind, container, text}): Alignable => ({
          kind,
          container,
          text,
          hash: hash(text),
          retired: false,
        }),
      )
    }
    const olds = read('glossary-service-discovery.earlier.md')
    const news = read('glossary-service-discovery.md')
    const pairs = align(olds, news)
    for (const [index, before] of pairs.entries()) {
      const same = olds.filter(({hash: own}) => own === news[index]?.hash)
      if (same.length === 1) expect(olds[before ?? -1]?.hash).toBe(news[index]?.hash)
    }
    expect(pairs.filter((before) => before !== undefined).length).toBeGreaterThanOrEqual(
      olds.length - 1,
    )
  })
})
