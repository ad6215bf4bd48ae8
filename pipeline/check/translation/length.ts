import type {TranslationCheck} from '../check.ts'
import {languageOf, readings} from './reading.ts'
import {withoutId} from './heading-id.ts'
import {knowledgeOf} from './languages/languages.ts'
import {unitFinding} from './unit-finding.ts'

/**
 * A translation is about as long as its source lets expect, by what was measured for the pair of
 * languages: far shorter, and something is missing; far longer, and something was added. It does not
 * end in the middle of a sentence that its source ends.
 */
export const length: TranslationCheck = {
  id: 'translation/length',
  criteria: [],
  judge(edition) {
    const bounds = knowledgeOf(edition.locale).lengths?.[languageOf(edition.sourceLocale)]
    return readings(edition).flatMap(({unit, source, target}) => {
      if (unit.kind === 'paragraph' && isCut(target.prose, source.prose, edition.locale)) {
        return [unitFinding(edition, unit, {severity: 'warning', key: 'translation/length/cut'})]
      }
      const [from, to] = [sizeOf(source.prose), sizeOf(target.prose)]
      const bound = bounds?.find(({upTo}) => from <= upTo)
      if (bound === undefined || from < 20) return []
      const share = to / from
      if (share >= bound.least && share <= bound.most) return []
      return [
        unitFinding(edition, unit, {
          severity: 'warning',
          key: `translation/length/${share < bound.least ? 'short' : 'long'}`,
          values: {share: Math.round(share * 100), source: from, target: to},
        }),
      ]
    })
  },
}

/** It ends where no sentence does: at a comma, in the middle of a word, or in dots that its source has not. */
function isCut(target: string, source: string, locale: string): boolean {
  const isCutWord = knowledgeOf(locale).cutWord?.test(target.trimEnd()) === true
  const isLeftOpen = /(?:\.\.|…)[”’"')]*\s*$/u.test(target) && !/\.{2}|…/u.test(source)
  return /[.!?…][”’"')]*\s*$/u.test(source) && (isCutWord || isLeftOpen || /[,(]\s*$/u.test(target))
}

/** Characters that are seen: no spaces, and code and pictures count as nothing on both sides. */
function sizeOf(prose: string): number {
  return Array.from(withoutId(prose).replace(/[\s\uFFFC]/gu, '')).length
}
