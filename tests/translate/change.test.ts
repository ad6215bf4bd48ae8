import {describe, expect, it} from 'vitest'
import {changeBetween, type Change} from '../../pipeline/translate/change.ts'
import {patchAddresses} from '../../pipeline/translate/patch-addresses.ts'
import {wordDiff} from '../../pipeline/translate/word-diff.ts'

const changes: readonly (readonly [Change, before: string, now: string])[] = [
  ['none', 'the same', 'the same'],
  ['none', 'lines\nbroken  anew', 'lines broken\nanew'],
  ['none', '*written* otherwise', '_written_ otherwise'],
  ['none', 'an \\& escape', 'an & escape'],
  ['url', 'read [this](/a) now', 'read [this](/b) now'],
  ['url', 'a [word][one]', 'a [word][two]'],
  ['url', '![a cat](cat.png)', '![a cat](cats.webp)'],
  ['url', 'see <https://a.example/>', 'see <https://b.example/>'],
  ['markup', 'a word', 'a **word**'],
  ['markup', 'a word', 'a [word](/a)'],
  ['markup', 'a `word`', 'a word'],
  ['markup', 'H~~2~~O', 'H<sub>2</sub>O'],
  ['words', 'a word', 'a sword'],
  ['words', '[React](/React)', '[Vue](/Vue)'],
  ['words', 'a word', 'a word.'],
  ['words', 'a [word](/a)', 'a [sword](/b)'],
  ['words', 'it was 14', 'it was 15'],
  ['words', '![a cat](cat.png)', '![a dog](cat.png)'],
  ['words', 'a [word](/a "title")', 'a [word](/a "another")'],
]

describe('a change', () => {
  it.each(changes)('is of class %s: %j, %j', (change, before, now) => {
    expect(changeBetween(before, now, 'paragraph')).toBe(change)
    expect(changeBetween(now, before, 'paragraph')).toBe(change)
  })

  it('of an alternative text has no markup', () => {
    expect(changeBetween('a *b*', 'a _b_', 'alt')).toBe('words')
  })
})

describe('addresses', () => {
  const cases: readonly (readonly [string, string, string, string, string | undefined])[] = [
    ['a link', '[x](/a) y', '[x](/b) y', '글 [엑스](/a)를', '글 [엑스](/b)를'],
    [
      'in another order',
      '[x](/a) [y](/b)',
      '[x](/c) [y](/d)',
      '[와](/b) [엑](/a)',
      '[와](/d) [엑](/c)',
    ],
    ['swapped', '[x](/a) [y](/b)', '[x](/b) [y](/a)', '[엑](/a) [와](/b)', '[엑](/b) [와](/a)'],
    ['used twice', '[x](/a) [y](/a)', '[x](/b) [y](/b)', '[엑](/a) [와](/a)', '[엑](/b) [와](/b)'],
    [
      'a picture in a link',
      '[![x](/i)](/a)',
      '[![x](/j)](/b)',
      '[![엑](/i)](/a)',
      '[![엑](/j)](/b)',
    ],
    ['with a title', '[x](/a "t")', '[x](/b "t")', '[엑](/a "제목")', '[엑](/b "제목")'],
    ['in the words, too', '[a](/a)', '[a](/b)', '[/a 글](/a)', '[/a 글](/b)'],
    ['which is its own text', '[/a](/a)', '[/b](/b)', '[/a](/a)', '[/b](/b)'],
    ['without brackets', '<http://a/>', '<http://b/>', '<http://a/>를', '<http://b/>를'],
    ['one of two', '[x](/a) [y](/a)', '[x](/b) [y](/a)', '[엑](/a) [와](/a)', undefined],
    ['of the translation’s own', '[x](/en/a)', '[x](/en/b)', '[엑](/ko/a)', undefined],
    ['of a reference', 'a [word][one]', 'a [word][two]', '[말][one]', undefined],
    ['that would not be read back', '[x](/a)', '[x](</b c>)', '[엑](/a)', undefined],
  ]
  it.each(cases)('%s', (_, before, now, target, expected) => {
    expect(changeBetween(before, now, 'paragraph')).toBe('url')
    expect(patchAddresses(before, now, target)).toBe(expected)
  })
})

it('a difference is shown word by word', () => {
  expect(wordDiff('the cat sat', 'the dog sat')).toEqual([
    {in: 'both', text: 'the '},
    {in: 'before', text: 'cat'},
    {in: 'now', text: 'dog'},
    {in: 'both', text: ' sat'},
  ])
})
