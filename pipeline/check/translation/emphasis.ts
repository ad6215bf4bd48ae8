import type {Fix} from '../../model/finding.ts'
import type {TranslationCheck} from '../check.ts'
import {parseInline} from '../../markdown/inline.ts'
import {proseOf} from './prose.ts'
import {readings, type ReadText} from './reading.ts'
import {placed, unitFinding} from './unit-finding.ts'

/** No sign of emphasis is left in the text because Markdown did not take it for one. */
export const emphasis: TranslationCheck = {
  id: 'translation/emphasis',
  criteria: [],
  judge(edition) {
    return readings(edition).flatMap(({unit, source, target}) =>
      ['**', '__', '~~', '*'].flatMap((sign) => {
        const count = target.prose.split(sign).length
        if (count <= source.prose.split(sign).length) return []
        if (
          sign === '*' &&
          (target.prose.includes('**') || isFootnoteMark(target.prose, source.written))
        )
          return []
        return [
          unitFinding(edition, unit, {
            severity: 'error',
            key: 'translation/emphasis',
            values: {sign},
            ...placed(target, target.prose.indexOf(sign), sign.length),
            fix: tightened(target, sign),
          }),
        ]
      }),
    )
  },
}

/** `*표시한 항목은 필수` and `가격* 100원`: a star that refers to something. */
function isFootnoteMark(prose: string, source: string): boolean {
  return prose.split('*').length === 2 && !/[*_]/u.test(source)
}

/** The signs without the spaces inside them, where that lets Markdown set them and changes nothing else. */
function tightened({prose, written}: ReadText, sign: string): Fix | undefined {
  const parts = written.split(sign)
  const [before = '', words = '', after = ''] = parts
  if (parts.length !== 3 || words.trim() === words || words.trim() === '') return undefined
  const start = before.length
  const end = written.length - after.length
  const text = `${sign}${words.trim()}${sign}`
  const nodes = parseInline(before + text + after, [])
  const spaceless = (some: string) => some.replaceAll(sign, '').replace(/\s/gu, '')
  const now = proseOf(nodes, before + text + after).prose
  return !now.includes(sign) && spaceless(now) === spaceless(prose) ? {start, end, text} : undefined
}
