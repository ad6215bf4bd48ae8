import type {Edition} from '../../model/edition.ts'
import type {Finding} from '../../model/finding.ts'
import type {TranslationCheck} from '../check.ts'
import {readings, type Reading} from './reading.ts'
import {unitFinding} from './unit-finding.ts'

/** One source text has one translation in an article. The second and further ones are reported. */
export const consistency: TranslationCheck = {
  id: 'translation/consistency',
  criteria: [],
  judge: withinArticle,
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

/** Without what may differ from place to place: spaces and the marks at the end. */
export function plain(prose: string): string {
  return prose.replace(/[\s.:,!?]/gu, '').toLowerCase()
}
