import type {TranslationCheck} from '../check.ts'
import type {Unit} from '../../model/catalog.ts'
import type {Edition} from '../../model/edition.ts'
import type {Finding} from '../../model/finding.ts'
import {asidesOf} from './asides.ts'
import {betweenMarks, blanked} from './between-marks.ts'
import {knowledgeOf} from './languages/languages.ts'
import {proseOf} from './prose.ts'
import {readings, type ReadText} from './reading.ts'
import {placed, unitFinding} from './unit-finding.ts'

const longRun = /(?:(?<![\p{L}\d])[a-z][a-z'’]*[\s,]+){7,}[a-z'’]+/giu

/** A date, or what a figure counts, in English words. */
const atFigure =
  /\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}\b|\b\d[\d,.]* (?:percent|per cent|people|years|months|weeks|days|hours|minutes|miles|feet|pounds|dollars|million|billion)\b/u

/** A small word among words in other letters, that no name has. */
const smallWord =
  /(?<=[\p{Lo}\d]\S* )(?:and|are|because|been|before|during|from|had|has|have|since|that|the|until|was|were|which|while|who|will|with|would)(?= \S*\p{Lo})/u

/** The text is not the source's: neither all of it, nor a sentence left beside the translation. */
export const untranslated: TranslationCheck = {
  id: 'translation/untranslated',
  criteria: [],
  judge(edition) {
    const {sentence} = knowledgeOf(edition.sourceLocale)
    const script = scriptOf(edition.locale)
    if (sentence === undefined) return inForeignLetters(edition)
    const {printed, quoted} = asidesOf(edition)
    return readings(edition).flatMap(({unit, source, target}) => {
      if (printed.has(unit.key)) return []
      if (isLeft(target, source, sentence))
        return [
          unitFinding(edition, unit, {
            // What is quoted as a block may stand in its own language.
            severity: quoted.has(unit.key) ? 'warning' : 'error',
            key: 'translation/untranslated',
          }),
        ]
      if (script === scriptOf(edition.sourceLocale)) return []
      if (isTitle(unit) && isLeftHeading(target, source, unit)) {
        return [unitFinding(edition, unit, {severity: 'warning', key: 'translation/untranslated'})]
      }
      const unitLeft = atFigure.exec(target.prose) ?? smallWord.exec(blanked(target.prose, asides))
      if (script !== 'Latn' && unitLeft !== null && source.prose.includes(unitLeft[0])) {
        return [
          unitFinding(edition, unit, {
            severity: 'warning',
            key: 'translation/untranslated/words',
            values: {words: unitLeft[0]},
            ...placed(target, unitLeft.index, unitLeft[0].length),
          }),
        ]
      }
      const run = [...target.prose.matchAll(longRun)].find(
        ({0: words, index}) =>
          sentence.test(words) &&
          isFrom(words, source.prose) &&
          !/["“‘'「(]\s*$/u.test(target.prose.slice(0, index)),
      )
      const whole = run === undefined ? sentenceLeft(target, source, sentence) : undefined
      if (whole !== undefined && target.prose.trim() !== source.prose.trim())
        return [
          unitFinding(edition, unit, {
            severity: 'warning',
            key: 'translation/untranslated/left-over',
            ...placed(target, whole.index, whole.length),
          }),
        ]
      if (run === undefined || target.prose.trim() === source.prose.trim()) return []
      return [
        unitFinding(edition, unit, {
          severity: 'warning',
          key: 'translation/untranslated/left-over',
          ...placed(target, run.index, run[0].length),
        }),
      ]
    })
  },
}

/**
 * All of it is the source's, and it is a sentence: names, titles and code may stay, and so may what
 * is set apart as a whole (a quotation, a link), and what machines say.
 */
function isLeft(target: ReadText, source: ReadText, sentence: RegExp): boolean {
  if (target.prose.trim() !== source.prose.trim() || machine.test(target.written)) return false
  const own = proseOf(
    target.nodes.filter(({type}) => type === 'text'),
    target.written,
  ).prose
  const words = own.replace(/“[^”]*”|"[^"]*"/gu, '').match(/\p{L}[\p{L}'’-]*/gu) ?? []
  const small = words.filter((word) => word === word.toLowerCase())
  return words.length >= 4 && small.length * 2 >= words.length && sentence.test(own)
}

/** Names and titles of works hold such words too: one cannot be sure. */
function isLeftHeading(target: ReadText, source: ReadText, {kind}: Pick<Unit, 'kind'>): boolean {
  const words = target.prose.trim()
  // An article of its own is seldom called what it is called in another language.
  if (kind === 'headline' && words === source.prose.trim() && words.split(/\s+/u).length >= 3)
    return true
  return (
    words === source.prose.trim() &&
    /\s/.test(words) &&
    /\b(?:and|or|of|for|in|on|at|by|from|with|without|to|the|an?|not|how|why|what|is|are)\b/iu.test(
      words,
    )
  )
}

function isTitle({kind}: Pick<Unit, 'kind'>): boolean {
  return kind === 'heading' || kind === 'headline'
}

/** A whole sentence of the source that stands among those of the translation, outside of quotation marks. */
function sentenceLeft(target: ReadText, source: ReadText, sentence: RegExp) {
  const own = blanked(target.prose, remarks)
  const found = [
    ...own.matchAll(/(?<=^|[.!?…”"]\s)(?:[A-Z][\w'’-]*)(?: [\w'’,-]+){2,}[.!?](?=\s|$)/gu),
  ]
  return found
    .map(({0: words, index}) => ({words, index, length: words.length}))
    .find(({words}) => sentence.test(words) && source.prose.includes(words))
}

/**
 * Letters that the translation's language is not written in, and that stand in the source: Hangul
 * in an English text. What is quoted or stands in brackets names things as they are.
 */
function inForeignLetters(edition: Edition): readonly Finding[] {
  const [script, theirs] = [scriptOf(edition.locale), scriptOf(edition.sourceLocale)]
  const letters = theirs === undefined ? undefined : alphabets[theirs]
  if (script === theirs || letters === undefined) return []
  return readings(edition).flatMap(({unit, source, target}) => {
    const own = blanked(target.prose, asides)
    const found = [...own.matchAll(letters)].find(([words]) => source.prose.includes(words.trim()))
    if (found === undefined) return []
    const isAll = target.prose.trim() === source.prose.trim()
    return [
      unitFinding(edition, unit, {
        severity: isAll && target.prose.trim().length > 8 ? 'error' : 'warning',
        key: isAll ? 'translation/untranslated' : 'translation/untranslated/words',
        values: {words: found[0].trim()},
        ...placed(target, found.index, found[0].trim().length),
      }),
    ]
  })
}

const remarks = betweenMarks('“” "" ()')
const asides = betweenMarks(`“” "" ‘’ '' () [] 「」 『』 《》 〈〉`)

/** Runs of words in letters that no language in other letters has among its own. */
const alphabets: Readonly<Record<string, RegExp>> = {
  Kore: /\p{Script=Hangul}{2,}(?:[\p{Script=Hangul}\d ,.]*\p{Script=Hangul})?/gu,
}

/** Modules that are imported, values put in, messages and traces of programs. */
const machine =
  /^(?:import|export)\b[^]*\bfrom\s+['"]|\{'|^(?:\w+ )?(?:\w*Error|Warning|Exception|Traceback)\b/u

/** Six words in a row stand in the source, too. */
function isFrom(words: string, source: string): boolean {
  const list = words.trim().split(/\s+/u)
  const plain = source.replace(/\s+/gu, ' ')
  return list.some(
    (_, at) => at + 6 <= list.length && plain.includes(list.slice(at, at + 6).join(' ')),
  )
}

function scriptOf(locale: string): string | undefined {
  return new Intl.Locale(locale).maximize().script
}
