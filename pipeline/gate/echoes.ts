import type {JudgedFinding} from '../model/verdict.ts'

/** What a page shows wrong because a text is, by the check that says it of the text. */
const heard: ReadonlyMap<string, string> = new Map([
  ['document/language-of-parts', 'translation/untranslated'],
  ['rule/part-language', 'translation/untranslated'],
  ['browser/glyphs', 'translation/characters'],
])

/** What seems to be so of a locale file of which nothing can be read. */
const seeming: ReadonlySet<string> = new Set(['translation/missing', 'gate/untranslated'])
const unread = /^translation\/file\/(?:conflict|deep|encoding|nested|unreadable)$/

/**
 * Without what only says again what something else holds already. Of a page: a paragraph left in the
 * source's language is not marked as such, a foreign character has no glyph. Of a locale file that
 * cannot be read: that its texts are missing. A text that is excused or known holds nothing, and then
 * the page is told of; so is one that holds another edition than the text does.
 */
export function withoutEchoes(findings: readonly JudgedFinding[]): readonly JudgedFinding[] {
  const blocking = findings.filter(({blocks}) => blocks)
  const texts = new Set([
    ...blocking
      .filter(({check}) => [...heard.values()].includes(check))
      .map((finding) => keyOf(finding.check, finding.place, finding)),
    ...blocking
      .filter(({message}) => unread.test(message.key))
      .map((finding) => keyOf('unread', {file: finding.place.file}, finding)),
  ])
  if (texts.size === 0) return findings
  return findings.filter((finding) => {
    const {check, place, pages = [finding]} = finding
    if (seeming.has(check)) return !texts.has(keyOf('unread', {file: place.file}, finding))
    const isSaid = (about: About) =>
      place.source !== undefined && texts.has(keyOf(heard.get(check), place.source, about))
    return pages.length === 0 || !pages.every(isSaid)
  })
}

type About = Pick<JudgedFinding, 'locale' | 'article'>

/** A check's word on a line or a file, of the editions that it counts against. */
function keyOf(
  check: string | undefined,
  {file, line}: {readonly file: string; readonly line?: number | undefined},
  {locale, article}: About,
): string {
  return JSON.stringify([check, file, line, locale, article])
}
