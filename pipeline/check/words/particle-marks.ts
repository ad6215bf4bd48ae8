import {particlePairs} from '../../words/particles.ts'
import type {WordDefect} from './word-finding.ts'

const forms = particlePairs.flat().toSorted((a, b) => b.length - a.length)
const known: ReadonlySet<string> = new Set(forms)

/** Anything in doubled brackets, however they are closed; and a particle in brackets of any number. */
const marks = new RegExp(
  `\\[\\[[^\\[\\]{}]*\\]{0,3}|\\[+\\s*(?:${forms.join('|')})\\s*\\]+|(?:${forms.join('|')})\\]\\]`,
  'gu',
)
const bare = new RegExp(`\\{\\{[^{}]+\\}\\}(${forms.join('|')})(?![\\p{L}\\]])`, 'gu')

/** Korean particles whose form depends on a value are marked, `{{name}}[[을]]`, and rightly so. */
export function particleMarks(text: string, locale: string): readonly WordDefect[] {
  if (new Intl.Locale(locale).language !== 'ko') return []
  const malformed = [...text.matchAll(marks)].filter(
    ({0: all}) => !(all.startsWith('[[') && all.endsWith(']]') && known.has(all.slice(2, -2))),
  )
  return [
    ...malformed.map(({0: written, index}): WordDefect => {
      return {
        severity: 'error',
        key: 'translation/words/particle-mark',
        values: {written, example: '{{name}}[[을]]'},
        within: {start: index, end: index + written.length},
      }
    }),
    ...[...text.matchAll(bare)].map(({0: written, 1: form = '', index}): WordDefect => {
      const right = `${written.slice(0, -form.length)}[[${form}]]`
      return {
        severity: 'warning',
        key: 'translation/words/particle-bare',
        values: {written, right},
        expected: right,
        within: {start: index, end: index + written.length},
      }
    }),
  ]
}
