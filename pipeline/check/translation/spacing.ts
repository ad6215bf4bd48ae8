import type {TranslationCheck} from '../check.ts'
import {languageOf, object, readings} from './reading.ts'
import {around, unitFinding} from './unit-finding.ts'

/** Particles that are no words of their own; 이 (this), 가 and 만 (ten thousand) are left out. */
const particles =
  '을 를 은 는 으로 로 와 과 에 에서 에게 의 도 부터 까지 처럼 보다 이라고 라고 이라는 라는'.split(
    ' ',
  )

const spaced = new RegExp(
  `[\\p{Script=Latin}${object}\\)\\]”’»』」》〉]([ \\t\\u00A0]+)(${particles.join('|')})(?=[\\s.,!?)”’]|$)`,
  'gu',
)

/** A Korean particle stands at its word, also where that is Latin, code or in quotes or brackets. */
export const spacing: TranslationCheck = {
  id: 'translation/spacing',
  criteria: [],
  judge(edition) {
    if (languageOf(edition.locale) !== 'ko') return []
    return readings(edition).flatMap(({unit, target: {prose}}) =>
      [...prose.matchAll(spaced)].map((match) =>
        unitFinding(edition, unit, {
          severity: 'error',
          key: 'translation/spacing',
          values: {particle: match[2] ?? ''},
          excerpt: around(prose, match.index, match[0].length),
        }),
      ),
    )
  },
}
