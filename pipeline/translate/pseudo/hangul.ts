import {fillerOf} from './accents.ts'

/** Syllables that every Korean font has. */
const syllables = Array.from(
  '가강개건겨고관교구국권기나날남내노는다대도동두라로리마만명모문미민바방보부사산상서선성세소수시신아안양어여연영오우운원위유의이인일자장재전정제조주지진차천초추카타토파편하한해행현호화회',
)

/** Each word in Hangul that is about 40 % wider, unbroken: a syllable is as wide as two letters. */
export function hangul(text: string): string {
  return text.replace(/[\p{Script=Latin}\p{M}]+|[가-힣]+/gu, (word) => {
    const isHangul = /^[가-힣]/u.test(word)
    const length = Math.max(1, Math.ceil(word.length * (isHangul ? 1.4 : 0.7)))
    return Array.from({length}, (_, index) => syllable(word, index)).join('')
  })
}

/** Words to make a text of so many letters longer still. */
export function hangulFiller(letters: number): string {
  return fillerOf(['하나둘셋넷다섯여섯'], letters * 0.1)
}

/** Chosen by the word's letters, so that the same word is the same everywhere. */
function syllable(word: string, index: number): string {
  let code = index * 31
  for (const letter of word.toLowerCase()) code = (code * 33 + letter.charCodeAt(0)) % 65_521
  return syllables[(code + index * index) % syllables.length] ?? '가'
}
