import {englishContraries} from './en/contraries.ts'
import {englishCountries} from './en/countries.ts'
import {englishNegation} from './en/negation.ts'
import {englishSenses} from './en/senses.ts'
import {englishQuantities} from './en/quantities.ts'
import type {Language} from './language.ts'

/** English: what is asked of it as a source, and of translations into it. */
export const en: Language = {
  quantities: englishQuantities,
  contraries: {...englishContraries, ...englishSenses},
  countries: englishCountries,
  negation: englishNegation,
  sentence:
    /\b(?:the|is|are|was|were|has|have|had|will|would|can|could|should|must|that|which|who|their|its|it|this|these|from|with|been|you|your|we|our|they|not|to)\b/iu,
  suspects: [
    {
      variant: 'full-width',
      severity: 'error',
      pattern: /[\uFF01-\uFF5E\u3000]/gu,
      instead: (character) => character.normalize('NFKC'),
    },
    {variant: 'ideographic-stop', severity: 'error', pattern: /[\u3001\u3002]/gu},
  ],
  pairs: [
    ['“', '”'],
    ['(', ')'],
    ['[', ']'],
  ],
  doubled: (prose) =>
    [...prose.matchAll(/\b([a-z]+)([ \u00A0])\1\b/giu)]
      .filter(([, word = '']) => !/^(?:that|had|is|very|so|no|do|her|bye|knock)$/iu.test(word))
      .map(({0: all, 1: word = '', index}) => ({
        index,
        length: all.length,
        word,
        second: {index: index + word.length, length: word.length + 1},
      })),
}
