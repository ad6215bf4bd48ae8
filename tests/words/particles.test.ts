import {particleAfter, particlePairs, resolveParticles} from '../../pipeline/words/particles.ts'
import {describe, expect, it} from 'vitest'

const resolved: readonly (readonly [marked: string, expected: string])[] = [
  ['서울[[을]]', '서울을'],
  ['키이우[[을]]', '키이우를'],
  ['키이우[[를]]', '키이우를'],
  ['서울[[로]]', '서울로'],
  ['평양[[로]]', '평양으로'],
  ['러시아[[으로]]', '러시아로'],
  ['칼[[으로]]', '칼로'],
  ['한국어[[은]]', '한국어는'],
  ['영어[[과]] 한국말[[과]]', '영어와 한국말과'],
  ['젤렌스키[[이라]]고', '젤렌스키라고'],
  ['이철은[[라]]고', '이철은이라고'],
  ['철은[[아]], 미희[[아]]', '철은아, 미희야'],
  // Digits are read Sino-Korean, round numbers by their unit.
  ['3[[을]]', '3을'],
  ['2[[을]]', '2를'],
  ['0[[이]]', '0이'],
  ['7[[로]]', '7로'],
  ['6[[로]]', '6으로'],
  ['10[[을]]', '10을'],
  ['100[[이]]', '100이'],
  ['1000[[은]]', '1000은'],
  ['11,000[[을]]', '11,000을'],
  ['10000[[로]]', '10000으로'],
  ['100,000,000[[이]]', '100,000,000이'],
  ['1,000,000,000,000[[이]]', '1,000,000,000,000가'],
  ['2024[[을]]', '2024를'],
  ['3.5[[이]]', '3.5가'],
  ['1.10[[이]]', '1.10이'],
  ['25%[[을]]', '25%를'],
  ['2,700여 명[[이]]', '2,700여 명이'],
  ['5km[[을]]', '5km를'],
  ['5kg[[을]]', '5kg을'],
  // Letters by their names.
  ['API[[을]]', 'API를'],
  ['SSR[[를]]', 'SSR을'],
  ['SSR[[로]]', 'SSR로'],
  ['UN[[은]]', 'UN은'],
  ['HTML[[로]]', 'HTML로'],
  ['CIA[[은]]', 'CIA는'],
  ['A[[와]] M[[와]]', 'A와 M과'],
  ['iOS[[을]]', 'iOS를'],
  // Words by their reading, else by spelling.
  ['NATO[[은]]', 'NATO는'],
  ['Google[[를]]', 'Google을'],
  ['GitHub[[으로]]', 'GitHub로'],
  ['ASP.NET[[를]]', 'ASP.NET을'],
  ['YouTube[[을]]', 'YouTube를'],
  ['Facebook[[를]]', 'Facebook을'],
  ['table[[로]]', 'table로'],
  ['Kremlin[[는]]', 'Kremlin은'],
  ['server[[을]]', 'server를'],
  ['part[[을]]', 'part를'],
  ['robot[[를]]', 'robot을'],
  ['Renée[[을]]', 'Renée를'],
  // What closes is not read, nor a gloss.
  ['“서울”[[을]]', '“서울”을'],
  ['『광장』[[를]]', '『광장』을'],
  ['문서(文書)[[을]]', '문서(文書)를'],
  ['스칼릿 조핸슨(Scarlett Johansson)[[은]]', '스칼릿 조핸슨(Scarlett Johansson)은'],
  ['국가정보원 (NIS)[[은]]', '국가정보원 (NIS)은'],
  ['‘나토(NATO)’[[은]]', '‘나토(NATO)’는'],
  ['(서울)[[를]]', '(서울)을'],
  ['index.html[[을]]', 'index.html을'],
  ['**강조(emphasis)**[[을]]', '**강조(emphasis)**를'],
  // Where nothing tells both forms are written.
  ['文書[[을]]', '文書을(를)'],
  ['[[로]]', '(으)로'],
  ['😀[[이라]]', '😀(이)라'],
  ['자음 ㄹ[[으로]], ㄱ[[를]], 모음 ㅏ[[을]]', '자음 ㄹ로, ㄱ을, 모음 ㅏ를'],
  // What is no mark stays.
  ['[[wiki]] [을]', '[[wiki]] [을]'],
]

describe('resolveParticles', () => {
  it.each(resolved)('%s → %s', (marked, expected) => {
    expect(resolveParticles(marked)).toBe(expected)
  })

  it('reads text whose syllables are written as jamo', () => {
    expect(resolveParticles('서울[[를]]'.normalize('NFD').replace(/\[\[.*/u, '[[를]]'))).toMatch(
      /을$/u,
    )
  })
})

describe('particleAfter', () => {
  it('agrees with Unicode about every one of the 11,172 syllables', () => {
    const wrong: string[] = []
    for (let code = 0xac00; code <= 0xd7a3; code++) {
      const syllable = String.fromCharCode(code)
      const final = syllable.normalize('NFD').at(2)
      for (const [finalForm, vowelForm] of particlePairs) {
        const vowelLike = final === undefined || (finalForm === '으로' && final === '\u11AF')
        if (particleAfter(syllable, finalForm) !== (vowelLike ? vowelForm : finalForm))
          wrong.push(syllable + finalForm)
      }
    }
    expect(wrong).toEqual([])
  })

  it('leaves a particle with one form alone', () => {
    expect(particleAfter('서울', '에서')).toBe('에서')
  })
})
