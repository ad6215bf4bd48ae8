import {koreanContraries} from './ko/contraries.ts'
import {koreanCountries} from './ko/countries.ts'
import {koreanDoubled} from './ko/doubled.ts'
import {koreanGaps} from './ko/gaps.ts'
import {koreanNames} from './ko/known-names.ts'
import {koreanLevels} from './ko/levels.ts'
import {koreanMisfits, koreanNouns} from './ko/misfits.ts'
import {misspelt, spelling} from './ko/misspelt.ts'
import {koreanRomanNames} from './ko/roman-names.ts'
import {syllablesWith} from './ko/syllables.ts'
import {koreanNegation} from './ko/negation.ts'
import {koreanSenses} from './ko/senses.ts'
import {koreanQuantities} from './ko/quantities.ts'
import {mistyped} from './ko/mistyped.ts'
import type {Language} from './language.ts'

/**
 * Korean. Left out on purpose: end punctuation (a colon before a list becomes a full sentence, a
 * headline takes no stop), the number of sentences (clauses are split and joined), and the number
 * of emphases (word order moves them, quotation marks take their place).
 */
export const ko: Language = {
  quantities: koreanQuantities,
  contraries: {...koreanContraries, ...koreanSenses},
  countries: koreanCountries,
  known: koreanNames,
  reporting:
    /[가-힣](?:[다라냐자]고|[다라]며|[다라]면서|[다라]는|란|[다라]던)(?![가-힣])|말|밝혔|밝힌|전했|전한|주장|표현|불렀|부르|부른|지적|설명|강조|따르면|덧붙|물었|외쳤|썼|적었|경고|이른바|소위|언급|비판|평가|발표|약속|토로|호소/u,
  tally: {
    patterns: [
      /(?<![\d-])(\d{1,3}) ?[-–:대] ?(\d{1,3})(?![\d-])/gu,
      /찬성 ?(\d{1,3})(?:표|명)?[,·과와]? ?반대 ?(\d{1,3})/gu,
    ],
    lost: /졌|패|진 |뒤[지져졌처]|부결|반대 ?\d+[표명]?[,·]? ?찬성|내줬|무릎|탈락/u,
  },
  joins: /^(?:[와과랑나]|이나|하고)?(?: ?[,·/] ?| (?:및|또는|그리고) | )?$/u,
  honours: {
    on: '해라체',
    words: /(?<![가-힣])[가-힣]{1,9}(?:(?<!함)께서(?:는|도)?(?= )|셨다(?=[.!?]|$))/u,
  },
  negation: koreanNegation,
  romanNames: koreanRomanNames,
  nouns: koreanNouns,
  misfits: koreanMisfits,
  alternating: '을 를 은 는 이 가 과 와 으로 로'.split(' '),
  gaps: koreanGaps,
  // 기다렸, 했, 겠: no word ends in ㅆ, an ending must follow.
  // Nor does a sentence end in a particle of what it is done to, or in what joins it to more.
  cutWord: new RegExp(
    `[${syllablesWith(20)}]$|[가-힣](?:을|를|에서|에게|으로써)$|(?<![가-힣])(?:및|그리고|또는|위한|대한|위해)$`,
    'u',
  ),
  levels: koreanLevels,
  doubled: koreanDoubled,
  suspects: [
    {variant: 'invisible', severity: 'error', pattern: /\u00AD/gu, instead: () => ''},
    {
      variant: 'full-width',
      severity: 'error',
      pattern: /[\uFF01-\uFF5E\u3000]/gu,
      instead: (character) => character.normalize('NFKC'),
    },
    {
      variant: 'ideographic-stop',
      severity: 'error',
      pattern: /[\u3001\u3002]/gu,
      instead: (character) => (character === '\u3002' ? '.' : ','),
    },
    {
      // Newspapers write such letters in brackets behind the word, and single ones for countries.
      variant: 'han',
      severity: 'warning',
      pattern:
        /(?<![\p{Script=Han}([（「『《〈·])\p{Script=Han}{2,}(?![\p{Script=Han})\]）」』》〉·])/gu,
    },
    {variant: 'kana', severity: 'warning', pattern: /[\u3041-\u3096\u30A1-\u30FA]/gu},
    {
      // Syllables that no word has: 되었 makes 됐, and 되어 makes 돼. Of a measure 됫 is right: 됫박, 됫병.
      variant: 'no-syllable',
      severity: 'error',
      pattern: /[됬됀]|됫(?![글밑박밥병수술])/gu,
      instead: (character) => (character === '됀' ? '된' : '됐'),
    },
    {variant: 'misspelt', severity: 'error', pattern: misspelt, instead: spelling},
    {
      // 한글 맞춤법, 문장 부호: a stop stands at its word, and a blank behind it.
      variant: 'run-together',
      severity: 'warning',
      pattern: /[가-힣]다\.(?=[가-힣]{2})/gu,
      instead: (characters) => `${characters} `,
    },
    {
      variant: 'blank-before-stop',
      severity: 'warning',
      pattern: /(?<=[가-힣]) +[.,](?=\s|$)/gu,
      instead: (characters) => characters.trim(),
    },
    {
      // What a program writes that does not know its word.
      variant: 'particle-pair',
      severity: 'warning',
      pattern:
        /(?<=[가-힣])(?:은\(는\)|는\(은\)|이\(가\)|가\(이\)|을\(를\)|를\(을\)|과\(와\)|와\(과\)|\(으\)로)/gu,
    },
    {
      variant: 'unit-twice',
      severity: 'warning',
      pattern:
        /\$\s?\d[\d,.]*[만억조천 ]*달러|€\s?\d[\d,.]*[만억조천 ]*유로|£\s?\d[\d,.]*[만억조천 ]*파운드|₩\s?\d[\d,.]*[만억조천 ]*원|\d\s?%\s?(?:퍼센트|프로)(?![가-힣]{2})/gu,
    },
    {variant: 'keyboard', severity: 'warning', pattern: mistyped},
    {
      variant: 'stray-jamo',
      severity: 'warning',
      pattern: /(?<=[가-힣])[\u3131-\u3163]|[\u314F-\u3163](?=[가-힣])/gu,
    },
  ],
  pairs: [
    ['“', '”'],
    ['‘', '’'],
    ['(', ')'],
    ['[', ']'],
    ['「', '」'],
    ['『', '』'],
    ['〈', '〉'],
    ['《', '》'],
  ],
  lengths: {
    en: [
      {upTo: 40, least: 0.12, most: 2.2},
      {upTo: 100, least: 0.22, most: 1.4},
      {upTo: 250, least: 0.26, most: 1.15},
      {upTo: Infinity, least: 0.28, most: 1},
    ],
  },
}
