import {eld} from 'eld/small'
import {isLikely} from './function-words.ts'
import {lettersOf, scriptsOf, weightOf, withoutCopyright} from '../document/script.ts'

/** Languages that even people take for each other in a line or two. */
const kin: readonly (readonly string[])[] = [
  ['no', 'nb', 'nn', 'da', 'sv'],
  ['hr', 'sr', 'bs', 'sl', 'mk', 'bg'],
  ['id', 'ms'],
  ['cs', 'sk'],
  ['es', 'gl', 'ca', 'pt'],
  ['hi', 'mr', 'ne'],
  ['ru', 'uk', 'be'],
  ['et', 'fi'],
  ['az', 'tr'],
  ['ar', 'fa', 'ur'],
  ['zh', 'yue'],
]

const known: ReadonlySet<string> = new Set(
  `am ar az be bg bn ca cs da de el en es et eu fa fi fr gu he hi hr hu hy is it ja ka kn ko ku lo lt lv ml mr ms nl no or pa pl pt ro ru sk sl sq sr sv ta te th tl tr uk ur vi yo zh`.split(
    /\s+/,
  ),
)

/** How far the language found must lead before the language said, by how much text there is. */
const lead = (letters: number): number => (letters > 200 ? 0.08 : letters > 60 ? 0.12 : 0.15)

/** What was told of texts before: each is asked about in every window, and menus on every page. */
const told = new Map<string, string | undefined>()

/**
 * The language a text is in, where that is not the one it is said to be in; `undefined` where it
 * is, or where nothing certain can be told: few words, names, a language that is not known.
 */
export function otherLanguage(text: string, said: string): string | undefined {
  const key = `${said}\n${text}`
  if (told.has(key)) return told.get(key)
  const found = languageOf(text, said)
  if (told.size >= 500) told.clear()
  told.set(key, found)
  return found
}

function languageOf(all: string, said: string): string | undefined {
  const own = primary(said)
  const text = withoutCopyright(all)
  const words = text.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? []
  const isSpaced = !/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Thai}]/u.test(
    text,
  )
  // A syllable of Hangul says as much as three letters.
  const letters = words.join('').length * (isSpaced ? 1 : 3)
  if (own === undefined || !known.has(own) || letters < 12) return undefined
  if (isSpaced && words.length < 3) return undefined
  // Names and abbreviations are at home in every language.
  const plain = words.filter((word, index) => index === 0 || !/^\p{Lu}/u.test(word))
  if (isSpaced && plain.length < 3) return undefined
  if (isPartlyIn(own, text)) return undefined
  if (own === 'en' && isWelsh(plain)) return 'cy'
  const found = eld.detect(text)
  const {language} = found
  if (language === '' || !found.isReliable() || language === own) return undefined
  if (kin.some((group) => group.includes(language) && group.includes(own))) return undefined
  const scores = found.getScores()
  const ahead = (scores[language] ?? 0) - (scores[own] ?? 0)
  if (ahead < lead(letters) || (isSpaced && isLatin(own) && !isLikely(language, words)))
    return undefined
  // Nor do names make a sentence one of their country's language.
  const scored = eld.detect(plain.join(' ')).getScores()
  return !isSpaced || (scored[language] ?? 0) > (scored[own] ?? 0) ? language : undefined
}

function isLatin(language: string): boolean {
  return scriptsOf(language)?.includes('Latin') === true
}

/** Welsh stands beside English on public pages, and is none of the languages that are detected. */
function isWelsh(words: readonly string[]): boolean {
  const found = words.filter((word) => welsh.has(word))
  // One word again and again may be the name of a variable: y.
  return words.length >= 6 && found.length * 4 >= words.length && new Set(found).size > 1
}

const welsh: ReadonlySet<string> = new Set(
  `yn y yr ac ar gan mae ei eu eich ein dros drwy neu bydd byddwn gallwch gallwn wedi hon hwn hyn nid oes chi ni cael os ond fel pan gyda gydag rhwng i'r o'r a'r sydd sy'n yw
  sy tan wrth gyfer cyn heb hyd mewn bod fod pob ddim hefyd rhaid angen dylai dylech unrhyw sut pryd beth ble hynny fydd bydda mae'r drwy'r gyda'r neu'r i'w a'u ei'n ym yng`.split(
    /\s+/,
  ),
)

/** Korean that names its terms in English too is Korean: a quarter of it is in Korea's letters. */
function isPartlyIn(language: string, text: string): boolean {
  const scripts = scriptsOf(language) ?? []
  if (scripts.includes('Latin')) return false
  const letters = lettersOf(text)
  const all = [...letters].reduce((sum, [script, count]) => sum + weightOf(script) * count, 0)
  const own = scripts.reduce((sum, one) => sum + weightOf(one) * (letters.get(one) ?? 0), 0)
  return own * 4 >= all && own > 0
}

function primary(tag: string): string | undefined {
  try {
    const {language} = new Intl.Locale(tag)
    return language === 'nb' || language === 'nn' ? 'no' : language
  } catch {
    return undefined
  }
}
