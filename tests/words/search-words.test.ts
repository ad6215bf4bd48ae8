import {describe, expect, test} from 'vitest'
import {searchWords, shardOf, shardsFor, wordParts} from '../../pipeline/words/search-words.ts'

describe('the words of a text, as they are searched', () => {
  test.each([
    ['particles', '시의회는 시의회를 시의회에서는 시의회로부터', '시의회 시의회 시의회 시의회'],
    [
      'particles only after the sound they follow',
      '서울로 도쿄로 부산으로 회의',
      '서울 도쿄 부산 회의',
    ],
    [
      'a word that ends like a particle, whatever follows it',
      '고속도로 고속도로를',
      '고속도 고속도로',
    ],
    ['two syllables are always left', '나이 이의 만에', '나이 이의 만에'],
    ['Korean plurals', '탈북민들이 사람들', '탈북민 사람'],
    ['English plurals', 'Soldiers, countries; churches! news', 'soldier country church news'],
    ['no plurals: us, ss, is', 'status class crisis', 'status class crisis'],
    ['accents and capitals', 'CAFÉ Café café', 'cafe cafe cafe'],
    ['a word with its particle behind another script', 'NATO가 2026년', 'nato가 2026년'],
  ])('%s', (_, text, words) => {
    expect(searchWords(text).join(' ')).toBe(words)
  })

  test('what is asked begins what is found, with and without its particle', () => {
    for (const asked of ['시의회', '시의회를', '고속도로', '고속도로는', '우크라이나', '러시아']) {
      const [word = ''] = searchWords(asked)
      for (const text of ['은', '는', '이', '가', '을', '를', '로', '에서', '에서도', '까지는']) {
        const [found = ''] = searchWords(asked.replace(/[는를]$/, '') + text)
        expect([found.startsWith(word), asked, text]).toEqual([true, asked, text])
      }
    }
  })
})

test('what stands inside a compound is found, down to two syllables', () => {
  expect(wordParts('시의회도서관')).toEqual(['의회도서관', '회도서관', '도서관', '서관'])
  expect(wordParts('library')).toEqual([])
  expect(wordParts('의회')).toEqual([])
})

test('words that begin alike stand in one part of the index', () => {
  for (const shards of [1, 2, 64]) {
    expect(shardOf('시의', shards)).toBe(shardOf('시의회', shards))
    expect(shardOf('soldier', shards)).toBeLessThan(shards)
  }
  expect([0, 1, 16, 17, 1000, 1e6].map(shardsFor)).toEqual([1, 1, 1, 2, 64, 256])
})
