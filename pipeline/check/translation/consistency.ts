import type {Edition} from '../../model/edition.ts'
import type {Finding} from '../../model/finding.ts'
import type {TranslationCheck} from '../check.ts'
import {readings, type Reading} from './reading.ts'
import {unitFinding} from './unit-finding.ts'

/**
 * One source text has one translation in an article, and texts that have nothing in common do not
 * have one together: it was pasted into the wrong place. The second and further ones are reported.
 */
export const consistency: TranslationCheck = {
  id: 'translation/consistency',
  criteria: [],
  judge: (edition) => [...withinArticle(edition), ...pasted(edition)],
}

function withinArticle(edition: Edition): readonly Finding[] {
  const first = new Map<string, Reading>()
  return readings(edition).flatMap((reading) => {
    const {unit, source, target} = reading
    const text = `${unit.kind} ${plain(source.written)}`
    const before = first.get(text)
    if (before === undefined) {
      first.set(text, reading)
      return []
    }
    if (plain(source.prose).length < 4 || plain(before.target.prose) === plain(target.prose))
      return []
    return [
      unitFinding(edition, unit, {
        severity: 'warning',
        key: 'translation/consistency',
        values: {before: before.unit.target ?? '', unit: before.unit.key},
        expected: before.unit.target ?? '',
      }),
    ]
  })
}

/** Shorter ones may well be said of two things: 더 알아보기 of “See also” and “Learn more”. */
const leastLetters = 9

function pasted(edition: Edition): readonly Finding[] {
  const first = new Map<string, Reading>()
  return readings(edition).flatMap((reading) => {
    const {unit, source, target} = reading
    const text = plain(target.prose)
    if (text.length < leastLetters || text === plain(source.prose)) return []
    const before = first.get(text)
    if (before === undefined) {
      first.set(text, reading)
      return []
    }
    if (areAlike(wordsOf(before.source.prose), wordsOf(source.prose))) return []
    return [
      unitFinding(edition, unit, {
        severity: 'warning',
        key: 'translation/consistency/pasted',
        values: {unit: before.unit.key, source: before.unit.source},
      }),
    ]
  })
}

function wordsOf(prose: string): ReadonlySet<string> {
  return new Set(prose.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu))
}

/** More than one word in five is in both; a text of a single word may be another word for the same. */
function areAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...one].filter((word) => other.has(word)).length
  return Math.min(one.size, other.size) < 2 || shared * 5 > Math.max(one.size, other.size)
}

/** Without what may differ from place to place: spaces and the marks at the end. */
export function plain(prose: string): string {
  return prose.replace(/[\s.:,!?]/gu, '').toLowerCase()
}
