/** Letters that are a language's alone, and English long enough to be a sentence. */
const STRETCHES: ReadonlyMap<string, string> = new Map([
  ['ko', stretchOf('Hangul')],
  ['ja', stretchOf('Hiragana', 'Katakana')],
  ['zh', stretchOf('Han')],
  ['ru', stretchOf('Cyrillic')],
  [
    'en',
    String.raw`\p{sc=Latin}[\p{sc=Latin}'’-]*(?:[\s\p{P}\p{N}]+\p{sc=Latin}[\p{sc=Latin}'’-]*){4,}`,
  ],
])

/** What each language is written in by itself, and needs no mark for. */
const OWN: Readonly<Record<string, readonly string[]>> = {ko: ['ko', 'zh'], ja: ['ja', 'zh']}

/**
 * A sentence that quotes other languages, each stretch marked with its `lang`: findings speak of
 * text on pages, and a screen reader should say it in its own voice.
 */
export function Mixed({text, locale}: {readonly text: string; readonly locale: string}) {
  const language = new Intl.Locale(locale).language
  const own = OWN[language] ?? [language, 'en']
  const foreign = [...STRETCHES].filter(([tag]) => !own.includes(tag))
  const parts = text.split(
    new RegExp(foreign.map(([tag, of]) => `(?<${tag}>${of})`).join('|'), 'u'),
  )
  // `split` gives, between two stretches of plain text, one group for each language.
  const step = foreign.length + 1
  return (
    <>
      {parts.map((part, index) => {
        if (!part) return null
        const at = index % step
        return at === 0 ? part : <span lang={foreign[at - 1]?.[0]}>{part}</span>
      })}
    </>
  )
}

function stretchOf(...scripts: readonly string[]): string {
  const letter = `[${scripts.map((script) => String.raw`\p{sc=${script}}`).join('')}]`
  return String.raw`${letter}(?:[\s\p{P}\p{N}]*${letter})*`
}
