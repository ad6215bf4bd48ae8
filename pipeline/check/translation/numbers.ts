import type {TranslationCheck} from '../check.ts'
import type {Edition} from '../../model/edition.ts'
import type {Finding} from '../../model/finding.ts'
import type {Quantities, Quantity} from './languages/language.ts'
import {knowledgeOf} from './languages/languages.ts'
import {isConverted} from './convert.ts'
import {readings, type Reading} from './reading.ts'
import {placed, unitFinding} from './unit-finding.ts'

/**
 * The figures of both texts are the same by value: 11,000 is 1만1000, 1.2 million is 120만. What
 * one side spells out (`three`, 셋, `March`) may stand for a figure of the other; 5 dollars are
 * not 5 percent, 3 miles not 3 kilometres, 12 killed not 12 injured, three hospitals not four, and 3-1
 * is not 1-3. What is said in other units or money is compared by what it is worth. A warning, because
 * translations rightly round and leave out.
 */
export const numbers: TranslationCheck = {
  id: 'translation/numbers',
  criteria: [],
  judge(edition) {
    const from = knowledgeOf(edition.sourceLocale).quantities
    const to = knowledgeOf(edition.locale).quantities
    if (from === undefined || to === undefined) return []
    return readings(edition).flatMap((reading) => {
      const {unit, target} = reading
      const [wanted, there] = [from(halfWidth(reading.source.prose)), to(halfWidth(target.prose))]
      const [gone, come] = [unmatched(wanted, there), unmatched(there, wanted)]
      // Said in the readers' own units and money, instead or in addition.
      const lost = gone.filter((one) => !come.some((other) => isConverted(one, other)))
      const unlike = come.filter((one) => !gone.some((other) => isConverted(other, one)))
      const instead = insteadOf(lost, unlike)
      const added = unlike.filter(
        (one) =>
          instead.some(({other}) => other === one) ||
          !wanted.figures.some((other) => isConverted(other, one)),
      )
      const changed = [
        ...instead,
        ...monthsOtherwise(wanted, there),
        ...(['counted', 'ordered'] as const).flatMap((some) => saidOtherwise(wanted, there, some)),
      ]
      return [
        ...turnedRound(reading, edition),
        ...changed.map(({one, other}) =>
          unitFinding(edition, unit, {
            severity: 'warning',
            key: `translation/numbers/${isInstead(one, other) ? 'unit' : 'changed'}`,
            values: {number: context(reading, one), there: contextIn(target.prose, other)},
            ...placed(target, other.index, other.written.length),
          }),
        ),
        ...lost
          .filter((one) => !changed.some((pair) => pair.one === one))
          .map(({written}) =>
            unitFinding(edition, unit, {
              severity: 'warning',
              key: 'translation/numbers/lost',
              values: {number: written},
            }),
          ),
        ...added
          .filter((one) => !changed.some((pair) => pair.other === one))
          .map(({written, index}) =>
            unitFinding(edition, unit, {
              severity: 'warning',
              key: 'translation/numbers/added',
              values: {number: written},
              ...placed(target, index, written.length),
            }),
          ),
      ]
    })
  },
}

/** How many there are of a thing, or the which it is, in words in both texts: three hospitals are not four. */
function saidOtherwise(
  wanted: Quantities,
  there: Quantities,
  some: 'counted' | 'ordered',
): readonly Changed[] {
  const missing = (those: Quantities, others: Quantities) =>
    those[some].filter(
      ({value}) => ![...others.figures, ...others.spelled].some((other) => other.value === value),
    )
  const [[one, ...more], [other, ...others]] = [missing(wanted, there), missing(there, wanted)]
  const isOne = one !== undefined && other !== undefined && more.length + others.length === 0
  return isOne ? [{one, other}] : []
}

/** One month, in figures or by its name, where the other text has another. */
function monthsOtherwise(wanted: Quantities, there: Quantities): readonly Changed[] {
  const [those, these] = [wanted, there].map(({figures, spelled}) =>
    [...figures, ...spelled].filter(({kinds}) => kinds.includes('month')),
  )
  const without = (some: readonly Quantity[] = [], others: readonly Quantity[] = []) =>
    some.filter(({value}) => !others.some((other) => other.value === value))
  const [[one, ...more], [other, ...others]] = [without(those, these), without(these, those)]
  const isOne = one !== undefined && other !== undefined && more.length + others.length === 0
  return isOne ? [{one, other}] : []
}

/** A score or a vote that is the other way round: 3-1 is not 1-3, unless somebody lost it. */
function turnedRound({unit, source, target}: Reading, edition: Edition): readonly Finding[] {
  const from = knowledgeOf(edition.sourceLocale).tally
  const to = knowledgeOf(edition.locale).tally
  if (from === undefined || to === undefined) return []
  if (from.lost.test(source.prose) || to.lost.test(target.prose)) return []
  const read = (patterns: readonly RegExp[], prose: string) =>
    patterns.flatMap((pattern) =>
      [...prose.matchAll(pattern)].map(({0: written, 1: one = '', 2: other = '', index}) => ({
        written,
        index,
        score: `${one}-${other}`,
        turned: `${other}-${one}`,
      })),
    )
  const [those, these] = [read(from.patterns, source.prose), read(to.patterns, target.prose)]
  const has = (all: typeof those, score: string) => all.some((one) => one.score === score)
  return these.flatMap(({written, index, score, turned}) => {
    const said = those.find((one) => one.score === turned)
    if (said === undefined || has(those, score) || has(these, turned)) return []
    return [
      unitFinding(edition, unit, {
        severity: 'warning',
        key: 'translation/numbers/turned',
        values: {number: said.written, there: written},
        ...placed(target, index, written.length),
      }),
    ]
  })
}

/** That figures are of full width is said by `translation/characters`. */
function halfWidth(prose: string): string {
  return prose.replace(/[０-９]/gu, (figure) => figure.normalize('NFKC'))
}

/** Figures that nothing in the other text stands for. */
function unmatched({figures}: Quantities, others: Quantities): readonly Quantity[] {
  const all = [...others.figures, ...others.spelled]
  return figures.filter((one) => !isFullHour(one) && !all.some((other) => isSame(one, other)))
}

interface Changed {
  readonly one: Quantity
  readonly other: Quantity
}

/**
 * What stands in the place of what is lost, told once: the same value of another kind, else the
 * next value that may count the same.
 */
function insteadOf(lost: readonly Quantity[], added: readonly Quantity[]): readonly Changed[] {
  const areOneKind = (one: Quantity, other: Quantity) => isOneKind(one.kinds, other.kinds)
  return [isInstead, areOneKind].reduce<readonly Changed[]>(
    (known, fits) =>
      lost.reduce((pairs, one) => {
        if (pairs.some((pair) => pair.one === one)) return pairs
        const other = added.find(
          (another) => fits(one, another) && !pairs.some((pair) => pair.other === another),
        )
        return other === undefined ? pairs : [...pairs, {one, other}]
      }, known),
    [],
  )
}

/** One value of two kinds, or one hour where the other text has another. */
function isInstead(one: Quantity, other: Quantity): boolean {
  const areHours = [one, other].every(({kinds}) => kinds.includes('hour'))
  return areHours || one.value === other.value
}

/** The minutes of 7:00, which many languages leave out. */
function isFullHour({written, kinds}: Quantity): boolean {
  return written === '00' && kinds.includes('minute')
}

/** Equal but for rounding in floating point, and not of two kinds. An hour after noon is 3 and 15. */
function isSame(a: Quantity, b: Quantity): boolean {
  const isHour = [...a.kinds, ...b.kinds].includes('hour')
  const isClock =
    isHour &&
    Math.abs(a.value - b.value) === 12 &&
    !isOtherHalf(a.kinds, b.kinds) &&
    Math.max(a.value, b.value) <= 24 &&
    Math.min(a.value, b.value) >= 0
  const isEqual =
    Math.abs(a.value - b.value) <= 1e-9 * Math.max(Math.abs(a.value), Math.abs(b.value))
  return (isEqual || isClock) && isOneKind(a.kinds, b.kinds)
}

/** 6 a.m. is not 오후 6시. */
function isOtherHalf(a: readonly string[], b: readonly string[]): boolean {
  const [one, other] = [a, b].map((kinds) => kinds.find((kind) => kind.endsWith(' noon')))
  return one !== undefined && other !== undefined && one !== other
}

function isOneKind(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((kind) => b.includes(kind))
}

function context({source}: Reading, one: Quantity): string {
  return contextIn(source.prose, one)
}

/** The figure with the words that tell what it counts; of an hour, which half of the day. */
function contextIn(prose: string, {index, written: {length}, kinds}: Quantity): string {
  const end = index + length
  const [front, written, behind] = [
    prose.slice(0, index),
    prose.slice(index, end),
    prose.slice(end),
  ]
  if (kinds.some((kind) => kind === 'killed' || kind === 'injured')) {
    const [words = ''] = /(?:\p{L}+ ){0,3}$/u.exec(front) ?? []
    return words + written + (/^(?:[ -]?\p{L}+){0,5}/u.exec(behind)?.[0] ?? '')
  }
  const half = /^(?::\d\d)?\s?[ap]\.?m\b\.?/iu.exec(behind)?.[0]
  const isHalved = half === undefined && kinds.some((kind) => kind.endsWith(' noon'))
  const before = (isHalved ? /\p{L}+\s?$/u : /[$€£¥₩]$/u).exec(front)?.[0] ?? ''
  return (
    before +
    written +
    (half ?? (joining.test(behind) ? '' : (/^[ -]?[\p{L}%°]*/u.exec(behind)?.[0] ?? '')))
  )
}

/** Words that say nothing of what is counted. */
const joining =
  /^ (?:an?|and|after|are|as|at|before|but|by|for|from|had|has|have|in|is|of|on|or|since|than|that|the|to|was|were|when|which|while|who|will|with|would)\b/iu
