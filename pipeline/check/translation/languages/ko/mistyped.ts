// The keys of the two-set layout (KS X 5002): consonants on the left, vowels on the right.
const consonant = '[rRseEfaqQtTdwWczxvg]'
const vowel = '(?:h[kol]?|n[jpl]?|ml?|[koiOjpuPyb])'
const final = `(?:${consonant}{1,2}(?!${vowel}))?`

/**
 * Korean typed on keys that were set to Latin letters (`gksrmf` is 한글), right before a particle or
 * the like: one syllable is an abbreviation rather (sns, fps), a capital begins a name; and English
 * typed on keys that were set to Korean (`ㅜㅐㅅ` is not). ㅋㅋ and ㅠㅠ are meant.
 */
export const mistyped = new RegExp(
  `(?<![\\p{L}\\p{N}_./@#-])(?=[a-z][a-zA-Z]{3})(?:${consonant}${vowel}${final}){2,}(?=[가-힣])` +
    '|(?<![ㄱ-ㅣ가-힣])(?=[ㄱ-ㅣ]*[ㅏ-ㅣ])(?=[ㄱ-ㅣ]*[ㄱ-ㅎ])[ㄱ-ㅣ]{3,}',
  'gu',
)
