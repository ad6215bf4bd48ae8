/**
 * Whether a text is written in the script of a language (`ko`: Hangul), as far as its letters tell;
 * `undefined` where the tag is no BCP 47 language tag.
 */
export function isWrittenIn(text: string, locale: string): boolean | undefined {
  const script = scriptOf(locale)
  if (script === undefined) return undefined
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const own = text.match(new RegExp(`[${script}]`, 'gu'))?.length ?? 0
  return letters < 20 || own > letters * 0.3
}

function scriptOf(locale: string): string | undefined {
  try {
    const script = new Intl.Locale(locale).maximize().script ?? 'Latn'
    return mixed[script] ?? `\\p{Script=${script}}`
  } catch {
    return undefined
  }
}

/** ISO 15924 codes that name several scripts of Unicode. */
const mixed: Readonly<Record<string, string>> = {
  Hans: '\\p{Script=Hani}',
  Hant: '\\p{Script=Hani}',
  Jpan: '\\p{Script=Hira}\\p{Script=Kana}\\p{Script=Hani}',
  Kore: '\\p{Script=Hang}\\p{Script=Hani}',
}
