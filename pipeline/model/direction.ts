/** Which way a language is written. */
export type Direction = 'ltr' | 'rtl'

/** Which way a language (BCP 47 tag) is written, by the script that CLDR knows for it. */
export function directionOf(tag: string): Direction {
  const known = directions.get(tag)
  if (known !== undefined) return known
  const script = new Intl.Locale(tag).maximize().script ?? ''
  const direction = rightToLeft.has(script) ? 'rtl' : 'ltr'
  directions.set(tag, direction)
  return direction
}

/** What marks an element in one language where everything around it is in another. */
export interface LanguageMark {
  readonly lang?: string
  /** Only where it is not that of the language around it (HTML, section 3.2.6.4). */
  readonly dir?: Direction
}

/** The attributes of an element whose words are in `tag` and not in the language around it; none where they are. */
export function languageMark(tag: string, around: string): LanguageMark {
  if (tag === around) return {}
  const dir = directionOf(tag)
  return dir === directionOf(around) ? {lang: tag} : {lang: tag, dir}
}

const directions = new Map<string, Direction>()

/** Scripts written from right to left (ISO 15924). */
const rightToLeft = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'])
