import type {TranslationCheck} from '../check.ts'
import type {Language, Sense} from './languages/language.ts'
import {knowledgeOf} from './languages/languages.ts'
import {readings} from './reading.ts'
import {facingSentences, type Sentence} from './sentences.ts'
import {placed, unitFinding} from './unit-finding.ts'

/** What is never the other, in any language. Each language says by which words it tells them. */
const contraries = [
  ['rise', 'fall'],
  ['at least', 'at most'],
  ['above zero', 'below zero'],
  ['noon', 'midnight'],
  ['yesterday', 'tomorrow'],
  ['last', 'next'],
  ['north', 'south'],
  ['east', 'west'],
  ['left', 'right'],
  ['mother', 'father'],
  ['son', 'daughter'],
  ['husband', 'wife'],
  ['before Christ', 'after Christ'],
  ['first world war', 'second world war'],
  ['doubled', 'tripled'],
  ['weekly', 'monthly'],
  ['monthly', 'yearly'],
  ['weekly', 'yearly'],
  ['per hour', 'per second'],
  ['open', 'closed'],
  ['all', 'some'],
  ['all', 'most'],
  ['all', 'none'],
  ['most', 'some'],
  ['most', 'none'],
  ['some', 'none'],
  ['majority', 'minority'],
  ['president', 'prime minister'],
  ['minister', 'vice minister'],
  ['former', 'in office'],
  ['acquitted', 'convicted'],
  ['suspected', 'convicted'],
  ['denied', 'admitted'],
  ['plaintiff', 'defendant'],
  ['passed', 'rejected'],
  ['arrested', 'released'],
  ['won', 'lost'],
  ['increased', 'decreased'],
  ['more', 'fewer'],
  ['killed', 'injured'],
  ['import trade', 'export trade'],
  ['sold', 'bought'],
  ['demand', 'supply'],
  ['surplus', 'deficit'],
  ['profit', 'loss'],
  ['ruling party', 'opposition'],
  ['men', 'women'],
  ['brother', 'sister'],
  ['first of all', 'last of all'],
  ['highest', 'lowest'],
  ['at night', 'by day'],
  ['morning', 'evening'],
  ['spring', 'summer'],
  ['spring', 'autumn'],
  ['spring', 'winter'],
  ['summer', 'autumn'],
  ['summer', 'winter'],
  ['autumn', 'winter'],
  ['adults', 'children'],
  ['ally', 'enemy'],
  ['today', 'yesterday'],
  ['today', 'tomorrow'],
  ['supported', 'opposed'],
  ['success', 'failure'],
  ['legal', 'illegal'],
  ['strengthened', 'weakened'],
  ['began', 'ended'],
  ['arrived', 'departed'],
  ['victim', 'attacker'],
  ['teacher', 'student'],
  ['doctor', 'patient'],
  ['doctor', 'nurse'],
  ['landlord', 'tenant'],
  ['so long before', 'so long after'],
] as const

/** What a language has words for, of those that have an opposite. */
export type Contrary = (typeof contraries)[number][number]

/**
 * The translation does not say the opposite: 12 percent more are not 12 percent fewer, and the
 * north is not the south. Only where each text has one of the two and not the other: sentences that
 * turn a thing round have both, or neither. Where both texts have as many sentences, each is
 * compared with the one that it faces.
 */
export const opposites: TranslationCheck = {
  id: 'translation/opposites',
  criteria: [],
  judge(edition) {
    const [from, to] = [knowledgeOf(edition.sourceLocale), knowledgeOf(edition.locale)]
    if (from.contraries === undefined || to.contraries === undefined) return []
    return readings(edition).flatMap(({unit, source, target}) => {
      const whole = oppositesIn(source.prose, {text: target.prose, index: 0}, from, to)
      const facing = facingSentences(source.prose, target.prose, edition)
      const found =
        whole.length > 0 || facing.length < 2
          ? whole
          : facing.flatMap((pair) =>
              oppositesIn(pair.source.text, pair.target, from, to).filter(
                ({one}) =>
                  timesOf(to.contraries?.[one], target.prose) <
                  timesOf(from.contraries?.[one], source.prose),
              ),
            )
      return found.map(({said, there, index}) =>
        unitFinding(edition, unit, {
          severity: 'warning',
          key: 'translation/opposites',
          values: {said: said.trim(), there: there.trim()},
          ...placed(target, index, there.length),
        }),
      )
    })
  },
}

interface Opposite {
  readonly one: Contrary
  readonly said: string
  readonly there: string
  readonly index: number
}

function oppositesIn(
  source: string,
  {text: target, index}: Sentence,
  from: Language,
  to: Language,
): readonly Opposite[] {
  // Who did not fail may well have succeeded.
  const isDenied =
    from.negation?.certain.test(source) === true || to.negation?.certain.test(target) === true
  return contraries
    .flatMap(([one, other]) => [[one, other] as const, [other, one] as const])
    .flatMap(([one, other]) => {
      const senses = [from.contraries?.[one], to.contraries?.[other]]
      if (isDenied && senses.some((words) => !(words instanceof RegExp))) return []
      const said = certain(senses[0])?.exec(source)
      const there = certain(senses[1])?.exec(target)
      if (said == null || there == null) return []
      if (possible(from.contraries?.[other])?.test(source) === true) return []
      if (possible(to.contraries?.[one])?.test(target) === true) return []
      return [{one, said: said[0], there: there[0], index: index + there.index}]
    })
}

function certain(words: RegExp | Sense | undefined): RegExp | undefined {
  return words instanceof RegExp ? words : words?.certain
}

function possible(words: RegExp | Sense | undefined): RegExp | undefined {
  return words instanceof RegExp ? words : words?.possible
}

/** How often a text has words that say it for certain. */
function timesOf(words: RegExp | Sense | undefined, prose: string): number {
  const pattern = certain(words)
  if (pattern === undefined) return 0
  return [...prose.matchAll(new RegExp(pattern, `${pattern.flags}g`))].length
}
