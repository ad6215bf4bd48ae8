import type {Edition} from '../../model/edition.ts'
import type {Finding} from '../../model/finding.ts'
import type {KnownNames} from './languages/language.ts'
import {knowledgeOf} from './languages/languages.ts'
import {readings} from './reading.ts'
import {facingSentences} from './sentences.ts'
import {placed, unitFinding} from './unit-finding.ts'

/** Something that both languages have a name for. */
interface Known {
  readonly kind: keyof KnownNames
  readonly from: RegExp
  readonly to: RegExp
}

/**
 * A place, person or organisation that newspapers write of is not another one of its kind: only
 * where one that the source names is not in the translation, and one that is there is not in the
 * source. Two people who change places from one sentence to another are told as well.
 */
export function byKnownNames(edition: Edition): readonly Finding[] {
  const known = knownTo(edition.sourceLocale, edition.locale)
  if (known.length === 0) return []
  return readings(edition).flatMap(({unit, source, target}) => {
    const named = known.flatMap((one) => {
      const [said, there] = [one.from.exec(source.prose), one.to.exec(target.prose)]
      return said === null && there === null ? [] : [{...one, said, there}]
    })
    const lost = named.filter(({there}) => there === null)
    return named.flatMap(({kind, said, there}) => {
      const meant = said === null ? lost.find((one) => one.kind === kind) : undefined
      if (there === null || meant?.said == null) return []
      // WTO for WHO is told by its letters.
      const areLetters = [there[0], meant.said[0]].every((name) => /^[A-Z]{3,6}$/u.test(name))
      if (areLetters && there[0].length === meant.said[0].length) return []
      return [
        unitFinding(edition, unit, {
          severity: 'warning',
          key: 'translation/names/other',
          values: {name: there[0], original: meant.said[0]},
          ...placed(target, there.index, there[0].length),
        }),
      ]
    })
  })
}

/**
 * Two people of whom each sentence names one, and the facing sentence the other: who said what has
 * changed places.
 */
export function bySentence(edition: Edition): readonly Finding[] {
  const [from, to] = [knowledgeOf(edition.sourceLocale), knowledgeOf(edition.locale)]
  const known = knownTo(edition.sourceLocale, edition.locale).filter(({kind}) => kind === 'person')
  const roman = to.romanNames ?? from.romanNames
  return readings(edition).flatMap(({unit, source, target}) => {
    const latin = to.romanNames === undefined ? target.prose : source.prose
    const people = [
      ...known,
      ...(roman?.(latin) ?? []).map(({name, own}) => {
        const written = new RegExp(name, 'u')
        return to.romanNames === undefined ? {from: own, to: written} : {from: written, to: own}
      }),
    ].filter((one) => one.from.test(source.prose) && one.to.test(target.prose))
    if (people.length < 2) return []
    const facing = facingSentences(source.prose, target.prose, edition)
    const only = people.map((one) => ({
      ...one,
      said: facing.flatMap((pair, at) => (one.from.test(pair.source.text) ? [at] : [])),
      there: facing.flatMap((pair, at) => (one.to.test(pair.target.text) ? [at] : [])),
    }))
    return only.flatMap((one, index) =>
      only.slice(index + 1).flatMap((other) => {
        const isOnce = [one, other].every(({said, there}) => said.length + there.length === 2)
        const isChanged = one.said[0] === other.there[0] && other.said[0] === one.there[0]
        if (!isOnce || !isChanged || one.said[0] === other.said[0]) return []
        const sentence = facing[one.there[0] ?? 0]?.target
        const found = one.to.exec(sentence?.text ?? '')
        if (found === null || sentence === undefined) return []
        return [
          unitFinding(edition, unit, {
            severity: 'warning',
            key: 'translation/names/changed-places',
            values: {name: found[0], other: other.to.exec(target.prose)?.[0] ?? ''},
            ...placed(target, sentence.index + found.index, found[0].length),
          }),
        ]
      }),
    )
  })
}

const remembered = new Map<string, readonly Known[]>()

function knownTo(source: string, target: string): readonly Known[] {
  const pair = `${source} ${target}`
  const made = remembered.get(pair) ?? make(knowledgeOf(source).known, knowledgeOf(target).known)
  remembered.set(pair, made)
  return made
}

function make(from: KnownNames | undefined, to: KnownNames | undefined): readonly Known[] {
  if (from === undefined || to === undefined) return []
  return (['place', 'person', 'organisation'] as const).flatMap((kind) =>
    Object.entries(from[kind]).flatMap(([id, said]) => {
      const there = to[kind][id]
      return there === undefined ? [] : [{kind, from: pattern(said), to: pattern(there)}]
    }),
  )
}

/** Words of Latin letters are whole ones. */
function pattern(words: string): RegExp {
  const whole = words
    .split(/\|(?![^(]*\))/u)
    .map((word) => (/^[A-Za-z]/u.test(word) ? `(?<![\\p{L}-])${word}(?![A-Za-z-])` : word))
  return new RegExp(whole.join('|'), 'u')
}
