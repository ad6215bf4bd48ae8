import {englishContraries} from './en/contraries.ts'
import {englishCountries} from './en/countries.ts'
import {englishNames} from './en/known-names.ts'
import {englishNegation} from './en/negation.ts'
import {englishSenses} from './en/senses.ts'
import {englishQuantities} from './en/quantities.ts'
import type {Language} from './language.ts'

/** English: what is asked of it as a source, and of translations into it. */
export const en: Language = {
  quantities: englishQuantities,
  contraries: {...englishContraries, ...englishSenses},
  countries: englishCountries,
  known: englishNames,
  reporting:
    /\b(?:said|says?|told|tells?|according|call|describ|claim|argu|add|wr[io]t|ask|warn|insist|stat|announc|explain|comment|quot|express|declar|promis|alleg|believ|think|thought|report|accus|deni|admit|so-called)\w*/iu,
  tally: {
    patterns: [
      /(?<![\d-])(\d{1,3})[-–](\d{1,3})(?![\d-])/gu,
      /(?<!\d)(\d{1,3}) (?:votes )?to (\d{1,3})(?! ?\d| (?:percent|years?|days?|hours?|people|minutes))/gu,
      /(\d{1,3}) (?:votes )?(?:in favou?r|for)(?:,| and) (\d{1,3}) (?:votes )?against/gu,
    ],
    lost: /\b(?:lo(?:st|se|ses|sing|ss)|beaten|defeat\w*|fell|falls?|down|trail\w*|reject\w*|fail\w*|against|behind)\b/iu,
  },
  joins: /^,? (?:and|or|&) (?:the |an? )?$|^, (?:the )?$|^\/$/u,
  negation: englishNegation,
  sentence:
    /\b(?:the|is|are|was|were|has|have|had|will|would|can|could|should|must|that|which|who|their|its|it|this|these|from|with|been|you|your|we|our|they|not|to)\b/iu,
  // An article, a preposition; or no stop where a sentence before it has one.
  cutWord:
    /\b(?:the|an?|of|and|or|to|with|for|from|by|that|which|their|its|was|were)$|[a-z][.!?][”’"]? [A-Z][^.!?:]*[a-z]$/u,
  suspects: [
    {
      variant: 'article',
      severity: 'warning',
      // By their sounds: a European, a one-off, an hour.
      pattern:
        /(?<![\p{L}.'’-])a (?=(?:a[bcdfgilmnprstuvw]|e(?![uw])[a-z]|i[a-z]|o(?!n[ce]|ui)[a-z])[a-z]{2,})|(?<![\p{L}.'’-])an (?=[bcdfgjklmnpqrstvwyz][a-z]{2,})|(?<![\p{L}.'’-])(?:an (?!8|1[18](?!\d)|1[18]\d\d(?!\d))(?=\d)|a (?=8\d?\b|1[18]\b))/gu,
      instead: (written) => (written === 'a ' ? 'an ' : 'a '),
    },
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
  lengths: {
    ko: [
      {upTo: 20, least: 0.2, most: 8},
      {upTo: 60, least: 0.3, most: 4.5},
      {upTo: 150, least: 0.5, most: 3.8},
      {upTo: Infinity, least: 0.75, most: 3.5},
    ],
  },
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
