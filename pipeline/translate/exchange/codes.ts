import type {Mark, Piece, Span, Words} from '../../markdown/pieces.ts'
import {withoutControls} from './characters.ts'

/** Pieces whose markup has numbers: the same number for the same markup in source and target. */
export type Coded = Words | CodedMark | CodedSpan

export interface CodedMark extends Mark {
  readonly id: string
}

export interface CodedSpan extends Omit<Span, 'children'> {
  readonly id: string
  readonly children: readonly Coded[]
}

type Code = CodedMark | CodedSpan

/**
 * Number the markup of a text. A translation's gets the numbers of the source's: of the same
 * markup first, then of the same kind (a link that leads to the Korean page); the rest count on.
 */
export function numbered(pieces: readonly Piece[], source: readonly Coded[]): readonly Coded[] {
  const clean = withoutControls(pieces)
  const own = markup(clean)
  const theirs = codes(source)
  const ids = new Map<Piece, string>()
  const taken = new Set<Code>()
  const claim = (isLike: (code: Code, piece: Exclude<Piece, Words>) => boolean) => {
    for (const piece of own.filter((one) => !ids.has(one))) {
      const match = theirs.find((code) => !taken.has(code) && isLike(code, piece))
      if (match === undefined) continue
      taken.add(match)
      ids.set(piece, match.id)
    }
  }
  claim((code, piece) => signature(code) === signature(piece))
  claim((code, piece) => code.kind === piece.kind && code.type === piece.type)
  let next = theirs.length
  for (const piece of own) if (!ids.has(piece)) ids.set(piece, String(++next))
  const give = (all: readonly Piece[]): readonly Coded[] =>
    all.map((piece) => {
      const id = ids.get(piece) ?? ''
      if (piece.type === 'words') return piece
      if (piece.type === 'mark') return {...piece, id}
      return {...piece, id, children: give(piece.children)}
    })
  return give(clean)
}

/** Every piece of markup in a text, in order, outer before inner. */
export function codes(coded: readonly Coded[]): readonly Code[] {
  return coded.flatMap((one): readonly Code[] => {
    if (one.type === 'words') return []
    return one.type === 'mark' ? [one] : [one, ...codes(one.children)]
  })
}

function markup(pieces: readonly Piece[]): readonly Exclude<Piece, Words>[] {
  return pieces.flatMap((piece): readonly Exclude<Piece, Words>[] => {
    if (piece.type === 'words') return []
    return piece.type === 'mark' ? [piece] : [piece, ...markup(piece.children)]
  })
}

function signature(piece: Mark | Span | Code): string {
  return piece.type === 'mark' ? `mark ${piece.raw}` : `span ${piece.open} ${piece.close}`
}
