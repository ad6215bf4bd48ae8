import type {TermShape} from '../term-shape.ts'

/** Particles of one step, the longest of a beginning first; several may follow one another (에서는, 만으로도). */
const particles = [
  '으로부터 로부터 에게서 한테서 께서는 에서부터 으로서 으로써 로서 로써 에게 한테 께서 에서 으로',
  '이라도 라도 이라든지 이든지 이든 이나마 이나 이란 이랑 이며 이여 이야말로 야말로',
  '까지 부터 조차 마저 마다 만큼 처럼 같이 보다 밖에 대로 커녕 하고 더러 보고',
  '은 는 이 가 을 를 의 에 와 과 도 로 만 랑 나 란 며 야 아 여 께',
]

/** The copula, which is written onto its noun: 북한이다, 서울이었으며, 한국인 (it is a word of its own too). */
const copula =
  '(?:이(?:다|었|라|고|지|면|니|자|던|기|므로|어서|어야)|였|입니|인지|인데|이?라(?:고|는|며|면|서|던))[가-힣]*'

/**
 * Korean: a form is followed by particles or the copula, and by 들 and 씨. Spaces between the
 * words of a form may be left out, as spelling allows.
 */
export const ko: TermShape = {
  form: (words) => words.join(String.raw`\s*`),
  ending: `(?:들|씨)?(?:(?:${particles.join(' ').split(' ').join('|')}){0,3}|${copula})`,
}
