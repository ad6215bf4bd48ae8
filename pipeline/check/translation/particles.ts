import type {Severity} from '../../model/finding.ts'
import {lastSound} from '../../words/last-sound.ts'
import {particleAfter} from '../../words/particles.ts'
import type {TranslationCheck} from '../check.ts'
import {languageOf, readings} from './reading.ts'
import {around, unitFinding} from './unit-finding.ts'

/** A particle whose form does not fit its word. */
interface Misfit {
  readonly index: number
  readonly word: string
  readonly particle: string
  readonly severity: Severity
}

/**
 * Korean particles fit the last sound of their words: only what can be told for certain. Within
 * Hangul these are the forms that are nothing but particles there; after a quotation mark, a bracket
 * or Latin letters every form is. Figures are left out, because they are read in two ways.
 */
export const particles: TranslationCheck = {
  id: 'translation/particles',
  criteria: [],
  judge(edition) {
    if (languageOf(edition.locale) !== 'ko') return []
    return readings(edition).flatMap(({unit, target: {prose}}) =>
      [...inHangul(prose), ...afterMarks(prose)].map(({index, word, particle, severity}) =>
        unitFinding(edition, unit, {
          severity,
          key: 'translation/particles',
          values: {
            written: word + particle,
            right: word + particleAfter(prose.slice(0, index + word.length), particle),
          },
          excerpt: around(prose, index, word.length + particle.length),
        }),
      ),
    )
  },
}

const hangulWord = /(?<![가-힣\p{Script=Latin}\d])[가-힣]+(?![가-힣])/gu

/** What may follow a particle within the word: 서울으로도, 한국와의. */
const tail = '(?:의|는|도|만|서|써|부터)?'

/**
 * Form, how long a word it must follow to be sure, and the words and stems that end like it
 * themselves: 가을, 마을; 지을, 모을 (짓다, 모으다); 지은, 가은 and other given names are no
 * longer than the limit.
 */
const forms: readonly {readonly pattern: RegExp; readonly own: RegExp}[] = [
  {pattern: new RegExp(`^([가-힣]+)(를)$`, 'u'), own: /^$/u},
  {pattern: new RegExp(`^([가-힣]+)(을)$`, 'u'), own: /(?:[가마노고너모지이나부저그]을)$/u},
  {pattern: new RegExp(`^([가-힣]{3,})(은)$`, 'u'), own: /지은$/u},
  {pattern: new RegExp(`^([가-힣]{2,})(와)${tail}$`, 'u'), own: /^$/u},
  {pattern: new RegExp(`^([가-힣]+)(으로)${tail}$`, 'u'), own: /^$/u},
]

function inHangul(prose: string): readonly Misfit[] {
  return [...prose.matchAll(hangulWord)].flatMap(({0: all, index}) =>
    forms.flatMap(({pattern, own}): readonly Misfit[] => {
      const [, word = '', particle = ''] = pattern.exec(all) ?? []
      if (word === '' || own.test(all) || particleAfter(word, particle) === particle) return []
      return [{index, word, particle, severity: 'error'}]
    }),
  )
}

const marked =
  /(?:[\p{Script=Latin}]+|[가-힣\p{Script=Latin}]+[.,!?]?(?:\([^()]*\)|[”’"'』」》〉])+)(을|를|은|는|이|가|과|와|으로|로)(?![가-힣])/gu

function afterMarks(prose: string): readonly Misfit[] {
  return [...prose.matchAll(marked)].flatMap((match): readonly Misfit[] => {
    const [all, particle = ''] = match
    const word = all.slice(0, -particle.length)
    const before = prose.slice(0, match.index + word.length)
    const sound = lastSound(before)
    if (sound?.sure !== true || particleAfter(before, particle) === particle) return []
    // Some read the gloss aloud: `NIS(국가정보원)은` is as good.
    const [, gloss] = /\(([^()]*[가-힣])\)$/u.exec(word) ?? []
    if (gloss !== undefined && particleAfter(gloss, particle) === particle) return []
    const isLatin = !/[가-힣]/u.test(word)
    return [{index: match.index, word, particle, severity: isLatin ? 'warning' : 'error'}]
  })
}
