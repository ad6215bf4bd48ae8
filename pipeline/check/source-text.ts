import {inlineParserFor} from '../markdown/inline.ts'
import type {Article} from '../model/article.ts'
import type {Finding} from '../model/finding.ts'
import type {Memory} from '../model/memory.ts'
import type {Segment} from '../model/segment.ts'
import {spotAt} from '../model/spot.ts'
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
 * or of another alphabet, and words that stand twice. What a source has, its translations may have,
 * so it is told here. What turns the direction of the text round is an error.
 */
export function sourceText(
  {file, slug, locale, body, text: whole}: Article,
  segments: readonly Segment[],
): readonly Finding[] {
  // Nearly every article has none of it: one look at the whole file is enough.
  if (strays(whole, locale).length === 0 && twice(whole, locale).length === 0) return []
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
  return segments.flatMap(({key, kind, text, line, column}) =>
    [...strays(text, locale), ...(kind === 'alt' || kind === 'title' ? [] : doubled(text))].map(
      (defect) => {
        const at = spotAt(text, defect.within?.start ?? 0)
        const row = line + at.line - 1
        const before = at.line === 1 ? column - 1 : marksBefore(lines[row - 1])
        return {
          ...unitFinding({slug, locale}, {key, target: text}, {...defect, fix: undefined}),
          place: {file, line: row, column: at.column + before},
        }
      },
    ),
  )
}

/** How far a further line of a list item or a quote is in from where the file's begins. */
function marksBefore(line = ''): number {
  return /^[\s>]*/u.exec(line)?.[0].length ?? 0
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
  return found.filter(({word}) => !/^\p{Lu}/u.test(word))
}
