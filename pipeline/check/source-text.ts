import {inlineParserFor} from '../markdown/inline.ts'
import type {Article} from '../model/article.ts'
import type {Finding} from '../model/finding.ts'
import type {Memory} from '../model/memory.ts'
import type {Segment} from '../model/segment.ts'
import {spotAt} from '../model/spot.ts'
import {widows} from './translation/balance.ts'
import {strayCharacters} from './translation/characters.ts'
import {knowledgeOf} from './translation/languages/languages.ts'
import {proseOf} from './translation/prose.ts'
import {placed, unitFinding, type UnitDefect} from './translation/unit-finding.ts'

/** The same of many articles, each read only if it is not known already. */
export function sourceTexts(articles: readonly Unread[], memory: Memory): readonly Finding[] {
  return articles.flatMap(({from, synced}) =>
    memory.recall('source-text', from, () => {
      const {article, segments} = synced()
      return sourceText(article, segments)
    }),
  )
}

interface Unread {
  /** All that it is made of. */
  readonly from: unknown
  readonly synced: () => {readonly article: Article; readonly segments: readonly Segment[]}
}

/**
 * What nobody means to write, in an article as its author wrote it: characters that are invisible
 * or of another alphabet, words that stand twice, quotation marks and brackets without a partner. What a source has, its translations may have,
 * so it is told here. What turns the direction of the text round is an error.
 */
export function sourceText(
  {file, slug, locale, body, text: whole}: Article,
  segments: readonly Segment[],
): readonly Finding[] {
  // Nearly every article has none of these: one look at the whole file is enough.
  const isClean = strays(whole, locale).length === 0 && twice(whole, locale).length === 0
  const lines = whole.split('\n')
  const parse = inlineParserFor(body)
  const doubled = (text: string): readonly UnitDefect[] => {
    if (twice(text, locale).length === 0) return []
    const prose = proseOf(parse(text), text)
    return twice(prose.prose, locale).map(({index, length, word}) => ({
      severity: 'warning',
      key: 'translation/doubled',
      values: {word},
      ...placed(prose, index, length),
    }))
  }
  const unpaired = (text: string, next = ''): readonly UnitDefect[] => {
    if (!isUneven(text, locale)) return []
    const prose = proseOf(parse(text), text)
    // A quotation over several paragraphs opens each of them and closes the last.
    const goesOn = /^["“]/u.test(prose.prose) && /^["“]/u.test(next)
    return widows(prose, '', locale).filter(
      ({values}) => !goesOn || !/["“]/u.test(String(values?.['mark'])),
    )
  }
  return segments.flatMap(({key, kind, text, line, column}, index) =>
    [
      ...(isClean ? [] : strays(text, locale)),
      ...(kind === 'alt' || kind === 'title'
        ? []
        : [...(isClean ? [] : doubled(text)), ...unpaired(text, segments[index + 1]?.text)]),
    ].map((defect) => {
      const at = spotAt(text, defect.within?.start ?? 0)
      const row = line + at.line - 1
      const before = at.line === 1 ? column - 1 : marksBefore(lines[row - 1])
      return {
        ...unitFinding({slug, locale}, {key, target: text}, {...defect, fix: undefined}),
        place: {file, line: row, column: at.column + before},
      }
    }),
  )
}

/** How far a further line of a list item or a quote is in from where the file's begins. */
function marksBefore(line = ''): number {
  return /^[\s>]*/u.exec(line)?.[0].length ?? 0
}

/** Whether a text opens more than it closes, as it is written. */
function isUneven(text: string, locale: string): boolean {
  const countOf = (mark: string) => text.split(mark).length - 1
  const {pairs = []} = knowledgeOf(locale)
  return countOf('"') % 2 === 1 || pairs.some(([open, close]) => countOf(open) !== countOf(close))
}

/** What reading the file does not tell already. */
const told = /\/(?:control|invisible|homoglyph|mojibake|misspelt|no-syllable|stray-jamo)$/u

function strays(text: string, locale: string): readonly UnitDefect[] {
  return strayCharacters(text, '', locale)
    .filter(
      ({key, values}) =>
        told.test(key) &&
        (key.endsWith('/mojibake') || !/U\+00/u.test(String(values?.['character']))),
    )
    .map((defect) => ({
      ...defect,
      severity: defect.key.endsWith('/control') ? 'error' : 'warning',
    }))
}

/** Names may be twice the same word: Walla Walla. */
function twice(text: string, locale: string) {
  const found = knowledgeOf(locale).doubled?.(text) ?? []
  return found.filter(
    ({word, second}) => !/^\p{Lu}/u.test(word) || !/^\s*\p{Lu}/u.test(text.slice(second.index)),
  )
}
