import type {TranslationCheck} from '../check.ts'
import {readings, type Reading} from './reading.ts'
import {correction, placed, unitFinding, type UnitDefect} from './unit-finding.ts'

/** Slips with stops and blanks. What the source has, too, was meant. */
export const punctuation: TranslationCheck = {
  id: 'translation/punctuation',
  criteria: [],
  judge: (edition) =>
    readings(edition).flatMap((reading) =>
      [...blanks(reading), ...stops(reading), ...headingStop(reading)].map((defect) =>
        unitFinding(edition, reading.unit, defect),
      ),
    ),
}

/** Two blanks where one is meant. */
function blanks({source, target}: Reading): readonly UnitDefect[] {
  const pattern = /(?<=\S) {2,}(?=\S)/gu
  if (pattern.test(source.prose)) return []
  return [...target.prose.matchAll(pattern)].map(({0: found, index}) => ({
    severity: 'warning',
    key: 'translation/punctuation/blanks',
    ...placed(target, index, found.length),
    fix: correction(target, index, found.length, ' '),
  }))
}

/** Two full stops, or a comma and a stop: three stops are an ellipsis. */
function stops({source, target}: Reading): readonly UnitDefect[] {
  const pattern = /(?<=[\p{L}\p{N})”’"'])(?:\.\.|,,|,\.)(?![.,/\p{N}])/gu
  if (pattern.test(source.prose)) return []
  return [...target.prose.matchAll(pattern)].map(({0: marks, index}) => ({
    severity: 'warning',
    key: 'translation/punctuation/stops',
    values: {marks},
    ...placed(target, index, marks.length),
  }))
}

/** Headings end without a full stop where the original's do; abbreviations keep theirs. */
function headingStop({unit, source, target}: Reading): readonly UnitDefect[] {
  if (unit.kind !== 'heading' && unit.kind !== 'headline') return []
  const [ours, theirs] = [target.prose.trim(), source.prose.trim()]
  if (!endsInStop.test(ours) || /[.…。]$/u.test(theirs)) return []
  const stop = {...placed(target, target.prose.lastIndexOf(ours.slice(-1)), 1), excerpt: ours}
  return [{severity: 'warning', key: 'translation/punctuation/heading', ...stop}]
}

/** A stop behind a word of four letters or more, or of Hangul; three of them are an ellipsis. */
const endsInStop = /(?:[\p{Ll}\p{Lu}]{4}|[\p{Script=Hangul}\p{Script=Han}\p{N}”’"')])[.。]$/u
