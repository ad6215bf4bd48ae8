import type {JudgedFinding} from '../model/verdict.ts'

/** What a page shows wrong because a text is, by the check that says it of the text. */
const heard: ReadonlyMap<string, string> = new Map([
  ['document/language-of-parts', 'translation/untranslated'],
  ['rule/part-language', 'translation/untranslated'],
  ['browser/glyphs', 'translation/characters'],
])

/**
 * Without what only says of a page what holds its text already: a paragraph left in the source's
 * language is not marked as such, a foreign character has no glyph. A text that is excused or known
 * holds nothing, and then the page is told of.
 */
export function withoutEchoes(findings: readonly JudgedFinding[]): readonly JudgedFinding[] {
  const keyOf = (check: string | undefined, place: JudgedFinding['place']['source']) =>
    JSON.stringify([check, place?.file, place?.line])
  const texts = new Set(
    findings
      .filter(({check, blocks}) => blocks && [...heard.values()].includes(check))
      .map(({check, place}) => keyOf(check, place)),
  )
  if (texts.size === 0) return findings
  return findings.filter(
    ({check, place: {source}}) => !source || !texts.has(keyOf(heard.get(check), source)),
  )
}
