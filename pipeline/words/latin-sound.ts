import type {LastSound} from './last-sound.ts'
import {units, words} from './readings.ts'

/**
 * The sound a Latin word ends in when a Korean reads it: from the list of readings, else letter
 * by letter where it is one letter or ends in capitals, else guessed from its spelling.
 */
export function latinSound(text: string): LastSound {
  const [word = ''] = /[\p{Script=Latin}\p{M}]+$/u.exec(text) ?? []
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '')
  const unit = /\d\s?$/u.test(text.slice(0, -word.length)) ? units.get(plain) : undefined
  const known = unit ?? words.get(plain.toLowerCase())
  if (known !== undefined) return {final: known, sure: true}
  if (plain.length === 1 || /[A-Z]{2}$/u.test(plain)) return letter(plain)
  return {final: guess(plain.toLowerCase()), sure: false}
}

/** 엘 and 알 end in ㄹ, 엠 and 엔 in another consonant, all other names of letters in a vowel. */
function letter(word: string): LastSound {
  const last = word.at(-1)?.toUpperCase() ?? ''
  return {final: 'LR'.includes(last) ? 'rieul' : 'MN'.includes(last) ? 'other' : 'none', sure: true}
}

/**
 * The rules of the official transcription (외래어 표기법) as far as spelling shows them: l is ㄹ;
 * m, n, ng are finals; p, t, k are finals after one short vowel (robot 로봇) and get a vowel after
 * a consonant or a long one (part 파트); everything else ends in a vowel (Android 안드로이드).
 */
const spellings: readonly (readonly [RegExp, LastSound['final']])[] = [
  [/[^aeiou]le$|l$/u, 'rieul'],
  [/[aeiouy]l(?:e|es)$/u, 'rieul'],
  [/[aeiouy][mn]e$/u, 'other'],
  [/m$|n$|ng$/u, 'other'],
  [/ook$|ck$|[^aeiou]+[aeiou](?:p|pp|t|tt|k|c)$/u, 'other'],
]

function guess(word: string): LastSound['final'] {
  return spellings.find(([pattern]) => pattern.test(word))?.[1] ?? 'none'
}
