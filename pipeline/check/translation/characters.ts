import type {Severity} from '../../model/finding.ts'
import type {TranslationCheck} from '../check.ts'
import {languageOf, readings} from './reading.ts'
import {around, unitFinding} from './unit-finding.ts'

interface Suspect {
  readonly variant: string
  readonly severity: Severity
  readonly pattern: RegExp
  /** Languages it is a fault in; every one if not given, less those in which it is normal. */
  readonly only?: readonly string[]
  readonly except?: readonly string[]
}

const suspects: readonly Suspect[] = [
  {variant: 'replacement', severity: 'error', pattern: /\uFFFD/u},
  {
    variant: 'control',
    severity: 'error',
    pattern: /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E]/u,
  },
  {
    variant: 'invisible',
    severity: 'error',
    pattern: /[\u200B\u2060\uFEFF]/u,
    except: ['th', 'km', 'lo', 'my'],
  },
  {variant: 'invisible', severity: 'error', pattern: /\u00AD/u, only: ['ko', 'ja', 'zh']},
  {variant: 'decomposed', severity: 'error', pattern: /[\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF]/u},
  {variant: 'full-width', severity: 'error', pattern: /[\uFF01-\uFF5E\u3000]/u, only: ['ko', 'en']},
  {variant: 'ideographic-stop', severity: 'error', pattern: /[\u3001\u3002]/u, only: ['ko', 'en']},
  {
    variant: 'stray-jamo',
    severity: 'warning',
    pattern: /[가-힣][\u3131-\u3163]|[\u314F-\u3163][가-힣]/u,
    only: ['ko'],
  },
]

/** Only characters that a person meant to write: nothing invisible, broken, decomposed or from another keyboard. */
export const characters: TranslationCheck = {
  id: 'translation/characters',
  criteria: [],
  judge(edition) {
    const language = languageOf(edition.locale)
    const inQuestion = suspects.filter(
      ({only, except}) => (only?.includes(language) ?? true) && !except?.includes(language),
    )
    return readings(edition).flatMap(({unit, target: {written}}) => {
      const found = inQuestion.flatMap(({variant, severity, pattern}) => {
        const match = pattern.exec(written)
        return match === null ? [] : [{variant, severity, index: match.index, character: match[0]}]
      })
      const isComposed = written === written.normalize('NFC')
      const decomposed =
        isComposed || found.some(({variant}) => variant === 'decomposed')
          ? []
          : [{variant: 'decomposed', severity: 'error' as const, index: 0, character: ''}]
      return [...found, ...decomposed].map(({variant, severity, index, character}) =>
        unitFinding(edition, unit, {
          severity,
          key: `translation/characters/${variant}`,
          values: {character: codeOf(character)},
          excerpt: around(written, index, 1),
        }),
      )
    })
  },
}

/** `U+200B`: an invisible character cannot be shown by itself. */
function codeOf(text: string): string {
  const code = text.codePointAt(0)
  return code === undefined ? '' : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
