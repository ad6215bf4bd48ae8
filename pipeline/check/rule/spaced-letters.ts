import type {Rule} from './rule.ts'

const spaced = /(?:^|\s)((?:\p{Script=Latin}[ \u00a0]){4,}\p{Script=Latin})(?=$|[\s.,!?])/u

/** Five syllables, each for itself. */
const syllables =
  /(?:^|\s)((?:\p{Script=Hangul}[ \u00a0]){4,}\p{Script=Hangul}(?!\p{Script=Hangul})|(?:\p{Script=Hangul}[ \u00a0]){5,}\p{Script=Hangul}{2,3})/u

/** Four, and nothing beside them. */
const alone = /^\s*((?:\p{Script=Hangul}[ \u00a0]){3}\p{Script=Hangul})\s*$/u

/** A word is not pulled apart with spaces: it is read letter by letter then, and never found. */
export const spacedLetters: Rule = {
  id: 'rule/spaced-letters',
  criteria: ['1.3.2'],
  act: [],
  severity: 'error',
  judge: (page) =>
    page.nodes.flatMap((at) => {
      if (at.tag !== '#text' || !at.heard) return []
      const own = at.text ?? ''
      const whole = own.normalize('NFC')
      const [, text] = spaced.exec(own) ?? syllables.exec(whole) ?? alone.exec(whole) ?? []
      const above = page.above(at)
      if (text === undefined || isAlphabet(text) || isOfWords(text)) return []
      if (above.some(({tag}) => /^(pre|code|kbd|samp|math|svg|textarea)$/.test(tag))) return []
      return [{at: above[0], values: {text}}]
    }),
}

/** Words of one syllable that Korean is full of. */
const short = new Set(
  '이그저한두세네다더잘못안것수때등및후전중곳온갈올할간본준된될든들내제왜또꼭참늘곧막좀날집앞뒤옆위길물불밥책말눈손발몸꽃배개명원시분초년월일',
)

/** More than a third of them are words, and not parts of one. */
function isOfWords(text: string): boolean {
  const all = text.trim().split(/\s/)
  return all.filter((one) => short.has(one)).length > all.length / 3
}

/** What is counted by: days, notes, stems and branches, quarters, grades, numbers, seasons, schools, lessons, names. */
const rows =
  '월화수목금토일월화수목금토 도레미파솔라시도레미 갑을병정무기경신임계 자축인묘진사오미신유술해 동서남북 수우미양가 일이삼사오육칠팔구십 춘하추동 초중고대 국영수사과 김이박최정'

/** A row of choices, of vitamins, of grades. */
function isAlphabet(text: string): boolean {
  const letters = text.trim().toLowerCase().split(/\s/)
  if (rows.includes(letters.join(''))) return true
  return letters.every((letter, index) => index === 0 || letter >= (letters[index - 1] ?? ''))
}
