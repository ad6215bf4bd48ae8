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
 * holds nothing, and then the page is told of; so is one that holds another edition than the text does.
 */
export function withoutEchoes(findings: readonly JudgedFinding[]): readonly JudgedFinding[] {
  const texts = new Set(
    findings
      .filter(({check, blocks}) => blocks && [...heard.values()].includes(check))
      .map((finding) => keyOf(finding.check, finding.place, finding)),
  )
  if (texts.size === 0) return findings
  return findings.filter((finding) => {
    const {check, place, pages = [finding]} = finding
    const isSaid = (about: About) =>
      place.source !== undefined && texts.has(keyOf(heard.get(check), place.source, about))
    return pages.length === 0 || !pages.every(isSaid)
  })
}

type About = Pick<JudgedFinding, 'locale' | 'article'>

/** A check's word on a line, of the editions that it counts against. */
function keyOf(
  check: string | undefined,
  {file, line}: {readonly file: string; readonly line?: number | undefined},
  {locale, article}: About,
): string {
  return JSON.stringify([check, file, line, locale, article])
}
