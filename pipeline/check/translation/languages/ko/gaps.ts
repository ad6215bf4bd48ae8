import {object} from '../../prose.ts'
import type {Gap} from '../language.ts'

/** Particles that are no words of their own; 이 (this), 가 and 만 (ten thousand) are left out. */
const particles =
  '을 를 은 는 으로 로 와 과 에 에서 에게 의 도 부터 까지 처럼 보다 이라고 라고 이라는 라는'

/** After Hangul only what cannot be a word, and no ending that is read as one (할 수, 만들 때). */
const certain = '을 를 으로 에서 에게 까지 부터'

const spaced = new RegExp(
  `(?<=[\\p{Script=Latin}\\d${object}\\)\\]”’»』」》〉%])([ \\t\\u00A0]+)(${alternatives(particles)})(?=[\\s.,!?)”’]|$)`,
  'gu',
)

const inHangul = new RegExp(
  `(?<=[가-힣])([ \\t\\u00A0]+)(${alternatives(certain)})(?=[\\s.,!?)”’]|$)`,
  'gu',
)

/** After what is more than one: silver (은) and righteousness (의) do not follow it. */
const plural = /(?<=[가-힣]{2}들|[그이저]들)([ \t\u00A0]+)(은|의|과)(?=[\s.,!?)”’]|$)/gu

/** Particles that stand apart from their word: `API 를`, `“가자” 라고`, `국가정보원(NIS) 은`. */
export function koreanGaps(prose: string): readonly Gap[] {
  return [spaced, inHangul, plural]
    .flatMap((pattern) => [...prose.matchAll(pattern)])
    .map(({index, 1: space = '', 2: particle = ''}) => ({index, length: space.length, particle}))
}

function alternatives(words: string): string {
  return words.split(' ').join('|')
}
