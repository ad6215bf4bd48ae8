import type {ElementContent} from 'xast'
import {x} from 'xastscript'
import type {PieceKind} from '../../markdown/pieces.ts'
import {carried, shown} from './characters.ts'
import type {Coded} from './codes.ts'

/** How a format that keeps markup inside its elements (XLIFF 1.2, TMX) names them. */
export interface Names {
  /** Attributes that tie an element to its like: the pair's other half, the source's. */
  readonly ids: (id: string, element: 'bpt' | 'ept' | 'ph') => Readonly<Record<string, string>>
  readonly type: {readonly attribute: string; readonly of: (kind: PieceKind) => string}
  /** The attribute that says what stands in the page, for a translator to see. */
  readonly seen: string | undefined
}

/** Write a text as words and `<bpt>…</bpt>`, `<ept>`, `<ph>`, which hold the markup itself. */
export function writeInline(coded: readonly Coded[], names: Names): readonly ElementContent[] {
  return coded.flatMap((piece): readonly ElementContent[] => {
    if (piece.type === 'words') return [{type: 'text', value: piece.value}]
    const ids = (element: 'bpt' | 'ept' | 'ph') => names.ids(piece.id, element)
    const type = {[names.type.attribute]: names.type.of(piece.kind)}
    if (piece.type === 'mark') {
      const seen = names.seen === undefined ? {} : {[names.seen]: shown(piece.raw)}
      return [x('ph', {...ids('ph'), ...type, ...seen}, carried(piece.raw))]
    }
    return [
      x('bpt', {...ids('bpt'), ...type}, carried(piece.open)),
      ...writeInline(piece.children, names),
      x('ept', ids('ept'), carried(piece.close)),
    ]
  })
}
