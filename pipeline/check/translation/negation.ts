import type {TranslationCheck} from '../check.ts'
import type {Sense} from './languages/language.ts'
import {knowledgeOf} from './languages/languages.ts'
import {readings} from './reading.ts'
import {facingSentences, type Sentence} from './sentences.ts'
import {placed, unitFinding} from './unit-finding.ts'

/**
 * A sentence that denies does so in the translation, and one that does not does not. Only where both
 * texts have as many sentences, and where the words of the other sentence can deny nothing at all:
 * languages deny in many ways (`unpaid`, 돈을 못 받는), and rightly say one thing without it.
 */
export const negation: TranslationCheck = {
  id: 'translation/negation',
  criteria: [],
  judge(edition) {
    const from = knowledgeOf(edition.sourceLocale).negation
    const to = knowledgeOf(edition.locale).negation
    if (from === undefined || to === undefined) return []
    return readings(edition).flatMap(({unit, source, target}) => {
      const facing = facingSentences(source.prose, target.prose, edition)
      const said = facing.map((one) => one.source)
      const there = facing.map((one) => one.target)
      const lost = denied(said, from, there, to)
      const added = denied(there, to, said, from)
      return [
        ...lost.map(({word, there: other}) => ({
          key: 'lost',
          word,
          index: other.index,
          length: other.text.length,
        })),
        ...added.map(({word, index}) => ({key: 'added', word, index, length: word.length})),
      ].map(({key, word, index, length}) =>
        unitFinding(edition, unit, {
          severity: 'warning',
          key: `translation/negation/${key}`,
          values: {said: word},
          ...placed(target, index, length),
        }),
      )
    })
  },
}

/**
 * What one text denies for certain and the other cannot: not what was left in the source’s language,
 * which is told elsewhere, nor where another sentence denies instead, which has changed places then.
 */
function denied(
  those: readonly Sentence[],
  {certain}: Sense,
  others: readonly Sentence[],
  other: Sense,
) {
  const isInstead = others.some(
    ({text}, at) => other.certain.test(text) && !certain.test(those[at]?.text ?? ''),
  )
  if (isInstead) return []
  return those.flatMap(({text, index}, at) => {
    const word = certain.exec(text)
    const there = others[at]
    if (word === null || there === undefined || other.possible.test(there.text)) return []
    const isLeft =
      others.some((one) => one.text === text) || those.some((one) => one.text === there.text)
    return isLeft ? [] : [{word: word[0], index: index + word.index, there}]
  })
}
