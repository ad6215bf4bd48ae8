import {latinSound} from './latin-sound.ts'

/** How a word ends when it is read aloud in Korean, as far as particles care. */
export interface LastSound {
  readonly final: 'none' | 'rieul' | 'other'
  /** Known for certain; `false` for a guess from the spelling of a Latin word. */
  readonly sure: boolean
}

const none: LastSound = {final: 'none', sure: true}
const rieul: LastSound = {final: 'rieul', sure: true}
const other: LastSound = {final: 'other', sure: true}

/**
 * The sound the last word ends in; `undefined` where nothing tells (an ideograph, an emoji,
 * nothing at all). Closing marks are not read, nor is a gloss in brackets: in `문서(文書)` the word
 * before it decides.
 */
export function lastSound(words: string): LastSound | undefined {
  const word = withoutTail(words.normalize('NFKC'))
  const last = word.at(-1) ?? ''
  if (/[가-힣]/u.test(last)) return syllable(last)
  if (/\d/u.test(last)) return numeral(word)
  if (/[\p{Script=Latin}\p{M}]/u.test(last)) return latinSound(word)
  return sign(last)
}

/** A syllable's final is its place in the block modulo 28 (Unicode 16, section 3.12). */
function syllable(character: string): LastSound {
  const final = (character.charCodeAt(0) - 0xac00) % 28
  return final === 0 ? none : final === 8 ? rieul : other
}

/** 영 일 이 삼 사 오 육 칠 팔 구 */
const digits: readonly LastSound[] = [
  other,
  rieul,
  none,
  other,
  none,
  none,
  other,
  rieul,
  rieul,
  none,
]

/** What a round number ends in, by its zeros: 십 백 천, then 만 억 조 경 해, each for four zeros. */
const tens: readonly LastSound[] = [other, other, other]
const myriads: readonly LastSound[] = [other, other, none, other, none]

/** Digits as Sino-Korean reads them: 3 삼, 10 십, 1,000 천, 3.10 삼점일영. */
function numeral(word: string): LastSound | undefined {
  const [number = ''] = /\d[\d,]*(?:\.\d+)?$/u.exec(word) ?? []
  const zeros = /0*$/u.exec(number.replaceAll(',', ''))?.[0].length ?? 0
  const spelled = number.includes('.') || zeros === 0 || /^[0,]*$/u.test(number)
  if (spelled) return digits[Number(number.at(-1))]
  return zeros < 4 ? tens[zeros - 1] : myriads[Math.floor(zeros / 4) - 1]
}

/** What a sign ends in: 퍼센트 도 플러스 앤드, 샵; a consonant by its name (리을 ends in ㄹ), a vowel by itself. */
function sign(character: string): LastSound | undefined {
  if (/[%°+&\u1161-\u1175]/u.test(character)) return none
  if (character === '\u1105') return rieul
  return /[#\u1100-\u1112]/u.test(character) ? other : undefined
}

const closing = /[\s"'”’»›」』》〉>*_~`.,!?…:;·]+$/u
const gloss = /(?:\([^()]*\)|\[[^[\]]*\])$/u

function withoutTail(words: string): string {
  const open = words.replace(closing, '')
  const bare = open.replace(gloss, '')
  if (bare === open)
    return open.replace(/[)\]}]+$/u, '') === open ? open : withoutTail(open.slice(0, -1))
  return /[\p{L}\p{N}]/u.test(bare) ? withoutTail(bare) : withoutTail(open.slice(0, -1))
}
