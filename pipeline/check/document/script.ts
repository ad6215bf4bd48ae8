/** ISO 15924 codes of a locale's writing system → Unicode scripts that its text is made of. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  Kore: ['Hangul', 'Han'],
  Jpan: ['Hiragana', 'Katakana', 'Han'],
  Hans: ['Han'],
  Hant: ['Han', 'Bopomofo'],
  Latn: ['Latin'],
  Cyrl: ['Cyrillic'],
  Arab: ['Arabic'],
  Hebr: ['Hebrew'],
  Grek: ['Greek'],
  Thai: ['Thai'],
  Deva: ['Devanagari'],
}

/** Scripts told apart; how many letters in a row are text and not a symbol in a formula. */
const LETTERS: ReadonlyMap<string, {readonly one: RegExp; readonly least: number}> = new Map(
  [...new Set(Object.values(SCRIPTS).flat())].map((script) => [
    script,
    {one: new RegExp(`\\p{Script=${script}}`, 'gu'), least: script === 'Greek' ? 3 : 2},
  ]),
)

/** Unicode scripts a locale is written in (CLDR likely subtags); `undefined` where it is not known here. */
export function scriptsOf(locale: string): readonly string[] | undefined {
  try {
    return SCRIPTS[new Intl.Locale(locale).maximize().script ?? '']
  } catch {
    return undefined
  }
}

/** How many letters of each script a text has. */
export function lettersOf(text: string): ReadonlyMap<string, number> {
  const counted = [...LETTERS].map(
    ([script, {one}]) => [script, text.match(one)?.length ?? 0] as const,
  )
  return new Map(counted.filter(([, count]) => count > 0))
}

/** How many Latin letters one letter of a script says as much as: a syllable, a word's root. */
export function weightOf(script: string): number {
  return /^(Hangul|Han|Hiragana|Katakana)$/.test(script) ? 3 : 1
}

/** A stretch of text in another language's script. */
export interface ForeignRun {
  readonly script: string
  readonly text: string
}

/**
 * Stretches that cannot be in the given language: letters of a script it is not written in, or,
 * where it is not written in Latin letters, running English (five words, two of them function
 * words). Names and abbreviations in Latin letters are at home everywhere.
 */
export function foreignRuns(text: string, locale: string): readonly ForeignRun[] {
  const own = scriptsOf(locale)
  if (own === undefined) return []
  const foreign = [...LETTERS].filter(([script]) => !own.includes(script) && script !== 'Latin')
  return [
    ...foreign.flatMap(([script, {one, least}]) => {
      const run = new RegExp(`${one.source}(?:[\\s\\p{P}\\p{N}]*${one.source})*`, 'gu')
      return (text.match(run) ?? [])
        .filter((found) => (found.match(one)?.length ?? 0) >= least)
        .map((found) => ({script, text: found}))
    }),
    ...(own.includes('Latin') ? [] : englishRuns(text)),
  ]
}

/** Whose the rights are is a name, and that all are reserved a formula: both are at home everywhere. */
export function withoutCopyright(text: string): string {
  return text
    .replaceAll(/\ball rights reserved\b/gi, '©')
    .replaceAll(
      /(?:©|ⓒ|\([cC]\)|\b[Cc]opyright\b|\bCOPYRIGHT\b)[\s\p{P}\p{N}]*(?:(?:\p{Lu}[\p{L}\p{M}'’-]*|of|the|and|for|in|by)(?:[\s,&]+|(?![\p{L}\p{M}'’-])))*/gu,
      '© ',
    )
}

function englishRuns(text: string): readonly ForeignRun[] {
  const word = "\\p{Script=Latin}[\\p{Script=Latin}\\p{M}'’-]*"
  const run = new RegExp(`${word}(?:[\\s\\p{P}\\p{N}]+${word})*`, 'gu')
  return (withoutCopyright(text).match(run) ?? [])
    .filter((found) => {
      const words = found.match(new RegExp(word, 'gu')) ?? []
      return (
        words.length >= 5 &&
        words.filter((one) => FUNCTION_WORDS.has(one.toLowerCase())).length >= 2
      )
    })
    .map((found) => ({script: 'Latin', text: found}))
}

const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a about after all also an and are as at be because been but by can could for from had has have
  he her his how if in into is it its more not of on one or our out said she so some than that the
  their them then there these they this to up was we were what when where which who will with would
  you your`.split(/\s+/),
)
