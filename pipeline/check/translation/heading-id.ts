import type {TranslationCheck} from '../check.ts'
import {readings} from './reading.ts'
import {unitFinding} from './unit-finding.ts'

/** `{#id}`, the `{/*id* /}` of MDX and `[[id]]` at a heading's end: what links to the heading are made of. */
const explicit = /\s*(?:\{#[\w-]+\}|\{\/\*\s*[\w-]+\s*\*\/\}|\[\[[\w-]+\]\])\s*$/u

/** A heading's text without the id at its end. */
export function withoutId(text: string): string {
  return text.replace(explicit, '')
}

/** A heading keeps the id that its source gives it: links into the page would lead nowhere. */
export const headingId: TranslationCheck = {
  id: 'translation/heading-id',
  criteria: [],
  judge(edition) {
    return readings(edition).flatMap(({unit, source, target: {written}}) => {
      if (unit.kind !== 'heading') return []
      const wanted = explicit.exec(source.written)?.[0]
      const there = explicit.exec(written)
      if (wanted === undefined || wanted.trim() === there?.[0].trim()) return []
      const within = {start: there?.index ?? written.length, end: written.length}
      return [
        unitFinding(edition, unit, {
          severity: 'error',
          key: there === null ? 'translation/heading-id/lost' : 'translation/heading-id/changed',
          values: {id: wanted.trim()},
          within,
          fix: {...within, text: wanted},
        }),
      ]
    })
  },
}
