import {piecesOf} from '../../markdown/pieces.ts'
import type {Piece} from '../../markdown/pieces.ts'
import type {Unit} from '../../model/catalog.ts'
import {codes, numbered, type Coded, type CodedMark, type CodedSpan} from './codes.ts'
import type {ExchangeArticle} from './formats.ts'

/** What an article is called in a file: the path of its source. */
export function articlePath(slug: string): string {
  return `articles/${slug}/article.md`
}

/** The article that a path, or a bare name, is of. */
export function slugIn(name: string): string | undefined {
  const slug = /(?:^|\/)articles\/([^/]+)\/article\.mdx?$/u.exec(name)?.[1] ?? name
  return slug === '' || slug.includes('/') ? undefined : slug
}

/** A unit's texts as numbered pieces. */
export function unitPieces(
  {kind, source, target}: Pick<Unit, 'kind' | 'source' | 'target'>,
  {parse}: Pick<ExchangeArticle, 'parse'>,
): {readonly source: readonly Coded[]; readonly target: readonly Coded[] | undefined} {
  const cut = (text: string): readonly Piece[] =>
    isPlain(kind) ? [{type: 'words', value: text}] : piecesOf(text, parse)
  const own = numbered(cut(source), [])
  return {source: own, target: target === undefined ? undefined : numbered(cut(target), own)}
}

/** Whether a unit's text is words without markup: an attribute's value. */
export function isPlain(kind: Unit['kind']): boolean {
  return kind === 'alt' || kind === 'title'
}

/** A source's markup by its number. */
export function sourceMap(source: readonly Coded[]): ReadonlyMap<string, CodedMark | CodedSpan> {
  return new Map(codes(source).map((code) => [code.id, code]))
}
