import type {Doubled} from '../language.ts'

/** Words that are said twice to say more: 하나 하나, 점점 점점. */
const meant =
  /^(?:다음|하나|조금|차츰|점점|서로|매우|아주|정말|계속|자꾸|다시|오래|여러|각각|한번|빨리|천천히|더욱)$/u

/** A word of two syllables or more that stands twice in a row: `번역을 번역을`. */
export function koreanDoubled(prose: string): readonly Doubled[] {
  return [...prose.matchAll(/(?<![가-힣\p{L}\d])([가-힣]{2,})([ \u00A0]+)\1(?![가-힣\p{L}\d])/gu)]
    .filter(([, word = '']) => !meant.test(word))
    .map(({0: all, 1: word = '', 2: space = '', index}) => ({
      index,
      length: all.length,
      word,
      second: {index: index + word.length, length: space.length + word.length},
    }))
}
