import {termFinder} from '../../words/terms.ts'
import type {House, TranslationCheck} from '../check.ts'
import type {Edition} from '../../model/edition.ts'
import type {Finding} from '../../model/finding.ts'
import {byKnownNames, bySentence} from './known-names.ts'
import type {RomanName} from './languages/language.ts'
import {knowledgeOf} from './languages/languages.ts'
import {formsIn, misspelling} from './name-spelling.ts'
import {originalsInBrackets} from './originals.ts'
import {readings} from './reading.ts'
import {placed, unitFinding} from './unit-finding.ts'

/**
 * A name is spelt in one way throughout an article: as the termbase has it, and, for names it does
 * not have, as it was spelt where the original stood in brackets before. Whom and what the source names
 * is nobody and nothing else, and two people do not change places. Where such brackets belong, the policy
 * of the house says.
 */
export const names: TranslationCheck = {
  id: 'translation/names',
  criteria: [],
  judge: (edition, house) => [
    ...byTermbase(edition, house),
    ...originalsInBrackets(edition, house),
    ...byGloss(edition),
    ...byLetters(edition),
    ...byRomanName(edition),
    ...byKnownNames(edition),
    ...bySentence(edition),
  ],
}

function byTermbase(edition: Edition, {terms}: House): readonly Finding[] {
  const named = terms.filter(({kind}) => kind !== 'term')
  const [from, to] = [termFinder(named, edition.sourceLocale), termFinder(named, edition.locale)]
  return readings(edition).flatMap(({unit, source, target}) => {
    const there = to(target.prose)
    const wanted = new Set(from(source.prose).map(({term}) => term))
    const missing = [...wanted].filter((term) => !there.some((match) => match.term === term))
    const misspelt = missing.flatMap((term) =>
      formsIn(term, edition.locale).flatMap((form) => {
        const found = misspelling(target.prose, form)
        return found === undefined ? [] : [{...found, form}]
      }),
    )
    return misspelt.slice(0, 1).map(({index, written, form}) =>
      unitFinding(edition, unit, {
        severity: 'warning',
        key: 'translation/names/spelling',
        values: {written, form},
        ...placed(target, index, written.length),
      }),
    )
  })
}

/** A name in another script, of whole words, with the original in brackets, each word of which has a capital. */
const glossedName =
  /(?<!\p{L})((?:(?!\p{Script=Latin})\p{L}+(?:[ ·-]|(?!\p{L}))){1,4})\(((?:\p{Lu}[\p{Script=Latin}.'’-]+ ?){1,4})\)/gu

function byGloss(edition: Edition): readonly Finding[] {
  const known = new Map<string, string>()
  return readings(edition).flatMap(({unit, target}) =>
    [...target.prose.matchAll(glossedName)].flatMap(({1: before = '', 2: original = '', index}) => {
      // As many words as the original has belong to the name; what stands before is a title.
      const words = before.trim().split(/[ ·-]/u)
      const name = words.slice(-original.trim().split(' ').length).join(' ')
      const first = known.get(original)
      if (first === undefined) known.set(original, name)
      if (first === undefined || !isOtherSpelling(first, name)) return []
      const at = index + before.lastIndexOf(words.at(-1) ?? '')
      return [
        unitFinding(edition, unit, {
          severity: 'warning',
          key: 'translation/names/inconsistent',
          values: {name, first, original},
          ...placed(target, at, words.at(-1)?.length ?? 1),
        }),
      ]
    }),
  )
}

/** An abbreviation in capitals that is another, but for a letter or their order: WTO for WHO. */
function byLetters(edition: Edition): readonly Finding[] {
  const inCapitals = /(?<![\p{L}\p{N}])[A-Z][A-Z0-9]{2,5}(?![A-Za-z0-9])/gu
  return readings(edition).flatMap(({unit, source, target}) =>
    [...target.prose.matchAll(inCapitals)].flatMap(({0: written, index}) => {
      if (source.prose.toUpperCase().includes(written)) return []
      const meant = [...source.prose.matchAll(inCapitals)].find(
        ([one]) => !target.prose.includes(one) && areNearly(one, written),
      )
      if (meant === undefined) return []
      return [
        unitFinding(edition, unit, {
          severity: 'warning',
          key: 'translation/names/letters',
          values: {written, meant: meant[0]},
          ...placed(target, index, written.length),
        }),
      ]
    }),
  )
}

/** A person of the translation's language whom the source names in Latin letters: 김철은 for Lee Chul Eun. */
function byRomanName(edition: Edition): readonly Finding[] {
  const {romanNames} = knowledgeOf(edition.locale)
  if (romanNames === undefined) return byRomanised(edition)
  const everybody = readings(edition).flatMap(({source}) => romanNames(source.prose))
  return readings(edition).flatMap(({unit, source, target}) => {
    const named = romanNames(source.prose)
    const missing = named.filter(({own}) => !own.test(target.prose))
    return missing.flatMap(({name, other}) => {
      const found = other.exec(target.prose) ?? oneOf(everybody, source.prose, target.prose)
      if (found === null || named.some(({own}) => own.test(found[0]))) return []
      return [
        unitFinding(edition, unit, {
          severity: 'warning',
          key: 'translation/names/person',
          values: {name: found[0], original: name},
          ...placed(target, found.index, found[0].length),
        }),
      ]
    })
  })
}

/** The other way round: `Park Min-soo` for 박민지. */
function byRomanised(edition: Edition): readonly Finding[] {
  const {romanNames} = knowledgeOf(edition.sourceLocale)
  if (romanNames === undefined) return []
  return readings(edition).flatMap(({unit, source, target}) => {
    const named = romanNames(target.prose)
    return named.flatMap(({name, own, other}) => {
      const meant = own.test(source.prose) ? null : other.exec(source.prose)
      if (meant === null || named.some((one) => one.own.test(meant[0]))) return []
      return [
        unitFinding(edition, unit, {
          severity: 'warning',
          key: 'translation/names/person',
          values: {name, original: meant[0]},
          ...placed(target, target.prose.indexOf(name), name.length),
        }),
      ]
    })
  })
}

/** Somebody else of the article, of whom this text of it says nothing. */
function oneOf(
  everybody: readonly RomanName[],
  source: string,
  target: string,
): RegExpExecArray | null {
  for (const {name, own} of everybody) {
    const [family = ''] = name.split(' ')
    const found = source.includes(family) ? null : own.exec(target)
    if (found !== null) return found
  }
  return null
}

/** As many letters, and one other or two changed about. */
function areNearly(a: string, b: string): boolean {
  const isSorted = (one: string) => Array.from(one).toSorted().join('')
  const different = Array.from(a).filter((letter, index) => letter !== b[index]).length
  return a.length === b.length && (different === 1 || isSorted(a) === isSorted(b))
}

/** Two spellings of one sound, not a short form or other words: as long, but for a syllable, and alike. */
function isOtherSpelling(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) => Array.from(name.replaceAll(' ', '')))
  if (one === undefined || other === undefined || isInflected(one, other)) return false
  const shared = one.filter((letter) => other.includes(letter)).length
  return Math.abs(one.length - other.length) <= 1 && shared * 2 >= one.length
}

/** One is the other, or the other with an ending: 지연 and 지연된. */
function isInflected(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [one.join(''), other.join('')]
  return a.startsWith(b) || b.startsWith(a)
}
