import type {WordDefect} from './word-finding.ts'

/** Two words or more in Latin letters, one of them in small letters. */
const run = /(?<![\p{L}\d])(?=[A-Za-z’', ]*\b[a-z]{2})[A-Za-z’']+(?:,? [A-Za-z’']+)+(?!\p{L})/gu

/**
 * Words of the original that stand in a text in another script: a button that still says “Search”,
 * a second sentence that nobody has translated. What is written with capitals alone (names of
 * products, formats) may stay, and so may the newspaper's name.
 */
export function leftOver(
  key: string,
  text: string,
  originals: readonly string[],
  [from, to]: readonly [source: string, target: string],
): readonly WordDefect[] {
  if (key === 'paper.name' || scriptOf(from) !== 'Latn' || scriptOf(to) === 'Latn') return []
  const isWhole = originals.includes(text) && /\p{Ll}{2}/u.test(withoutValues(text))
  const left = [...(isWhole ? text.matchAll(/^.+$/gsu) : withoutValues(text).matchAll(run))].find(
    ({0: words}) => originals.some((original) => original.includes(words)),
  )
  if (left === undefined) return []
  const within = {start: left.index, end: left.index + left[0].length}
  const values = {words: left[0].trim()}
  return [{severity: 'warning', key: 'translation/words/left-over', values, within}]
}

/** Values are shown in their own language. */
function withoutValues(text: string): string {
  return text.replace(/\{\{[^{}]*\}\}/gu, (value) => '\uFFFC'.repeat(value.length))
}

function scriptOf(locale: string): string | undefined {
  return new Intl.Locale(locale).maximize().script
}

/** Tags and character references, which readers would see as they are typed. */
export function typedMarkup(text: string): readonly WordDefect[] {
  const found = /<\/?[a-z][^<>]*>|&(?:[a-z]{2,8}|#\d+);/iu.exec(text)
  if (found === null) return []
  const [written] = found
  const within = {start: found.index, end: found.index + written.length}
  return [{severity: 'error', key: 'translation/words/markup', values: {written}, within}]
}
