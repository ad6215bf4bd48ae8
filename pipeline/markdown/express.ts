import {decodeString} from 'micromark-util-decode-string'
import type {InlineParser} from './inline.ts'
import {
  collapsed,
  isEscape,
  isOpenReference,
  markdownOf,
  piecesOf,
  type Piece,
  type Span,
} from './pieces.ts'

/** Markdown made from pieces, and whether reading it gives just these pieces. */
export interface Expressed {
  readonly markdown: string
  readonly exact: boolean
}

/**
 * Write pieces as the Markdown that says them. Pieces that no one touched give the very bytes they
 * were cut from. Where words read as markup, or markup no longer reads as such in its new place,
 * the least change that mends it is made: words are escaped, blanks leave emphasis and ends of lines, `_` becomes
 * `*` (it does not work inside a Korean word), a reference gets its label. What cannot be
 * said in Markdown comes as near as can be, not `exact`.
 */
export function express(pieces: readonly Piece[], parse: InlineParser): Expressed {
  const says = (markdown: string, wanted: readonly Piece[]) =>
    meaning(piecesOf(markdown, parse)) === meaning(wanted)
  const plain = markdownOf(pieces)
  if (says(plain, pieces)) return {markdown: plain, exact: true}
  const mended = [pieces, hoisted(pieces), flowing(hoisted(pieces))]
  for (const base of [...mended, ...mended.map(starred)].flatMap((one) => [one, labelled(one)])) {
    for (const variant of escapings(base)) {
      const markdown = markdownOf(variant)
      if (says(markdown, variant)) return {markdown, exact: true}
    }
  }
  return {markdown: plain, exact: false}
}

/** What pieces say, whichever way it is escaped and broken into lines. */
function meaning(pieces: readonly Piece[]): string {
  const parts: string[] = ['']
  const add = (inner: readonly Piece[]) => {
    for (const piece of inner) {
      const said =
        piece.type === 'words'
          ? piece.value
          : piece.type === 'mark' && isEscape(piece.raw)
            ? decodeString(piece.raw)
            : undefined
      if (said !== undefined) parts.push((parts.pop() ?? '') + said)
      else if (piece.type === 'mark') parts.push(`\0mark ${piece.raw}`, '')
      else if (piece.type === 'span') {
        parts.push(`\0open ${piece.open}`, '')
        add(piece.children)
        parts.push(`\0close ${piece.close}`, '')
      }
    }
  }
  add(pieces)
  return JSON.stringify(parts.map((part, index) => (index % 2 === 0 ? collapsed(part) : part)))
}

/** The same pieces with words escaped: none, one run of words after the other, all; braces, which only MDX heeds, last. */
function* escapings(pieces: readonly Piece[]): Generator<readonly Piece[]> {
  yield pieces
  const count = countWords(pieces)
  if (count > 1 && count <= 12)
    for (let index = 0; index < count; index++) yield escapedAt(pieces, (at) => at === index)
  yield escapedAt(pieces, () => true)
  yield escapedAt(pieces, () => true, /([\\`*_[\]<>&!~|{}])/u)
}

function countWords(pieces: readonly Piece[]): number {
  return pieces.reduce(
    (sum, piece) =>
      sum + (piece.type === 'words' ? 1 : piece.type === 'span' ? countWords(piece.children) : 0),
    0,
  )
}

function escapedAt(
  pieces: readonly Piece[],
  isMeant: (at: number) => boolean,
  special = /([\\`*_[\]<>&!~|])/u,
): readonly Piece[] {
  let at = 0
  const walk = (all: readonly Piece[]): readonly Piece[] =>
    all.flatMap((piece): readonly Piece[] => {
      if (piece.type === 'mark') return [piece]
      if (piece.type === 'span') return [{...piece, children: walk(piece.children)}]
      return isMeant(at++) ? escaped(piece.value, special) : [piece]
    })
  return walk(pieces)
}

/** Words with each of the special characters escaped. */
function escaped(words: string, special: RegExp): readonly Piece[] {
  return words
    .split(special)
    .filter((part) => part !== '')
    .map((part): Piece =>
      special.exec(part)?.[0] === part
        ? {type: 'mark', kind: 'escape', raw: `\\${part}`}
        : {type: 'words', value: part},
    )
}

function isAttention({open}: Span): boolean {
  return /^(?:\*+|_+|~+)$/u.test(open)
}

/** Blanks at the edges of emphasis put outside of it, and emphasis of nothing left out. */
function hoisted(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece): readonly Piece[] => {
    if (piece.type !== 'span') return [piece]
    const children = [...hoisted(piece.children)]
    if (!isAttention(piece)) return [{...piece, children}]
    const before = takeBlank(children, 0, /^\s+/u)
    const after = takeBlank(children, children.length - 1, /\s+$/u)
    const inner = children.filter((child) => child.type !== 'words' || child.value !== '')
    const span: readonly Piece[] = inner.length === 0 ? [] : [{...piece, children: inner}]
    return [...before, ...span, ...after]
  })
}

/** Line breaks without the blanks before them that would make them hard ones. */
function flowing(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece) => {
    if (piece.type === 'mark') return piece
    if (piece.type === 'words') return {...piece, value: collapsed(piece.value)}
    return {...piece, children: flowing(piece.children)}
  })
}

function takeBlank(children: Piece[], index: number, blank: RegExp): readonly Piece[] {
  const piece = children[index]
  if (piece?.type !== 'words') return []
  const taken = blank.exec(piece.value)?.[0] ?? ''
  children[index] = {type: 'words', value: piece.value.replace(blank, '')}
  return taken === '' ? [] : [{type: 'words', value: taken}]
}

function starred(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece) => {
    if (piece.type !== 'span') return piece
    const isLow = /^_+$/u.test(piece.open)
    const marks = isLow
      ? {open: piece.open.replaceAll('_', '*'), close: piece.close.replaceAll('_', '*')}
      : {}
    return {...piece, ...marks, children: starred(piece.children)}
  })
}

function labelled(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece) => {
    if (piece.type !== 'span') return piece
    const close =
      piece.label !== undefined && isOpenReference(piece.close) ? `][${piece.label}]` : piece.close
    return {...piece, close, children: labelled(piece.children)}
  })
}
