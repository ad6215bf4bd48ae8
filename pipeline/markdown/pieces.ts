import type {Nodes, PhrasingContent} from 'mdast'
import {decodeString} from 'micromark-util-decode-string'
import type {InlineParser} from './inline.ts'

/** Inline Markdown cut into the words a translator sees and the markup that has to be kept from harm. */
export type Piece = Words | Mark | Span

export interface Words {
  readonly type: 'words'
  readonly value: string
}

/** Markup that holds no words to translate: code, a note's number, a line break, an escape. */
export interface Mark {
  readonly type: 'mark'
  readonly kind: PieceKind
  readonly raw: string
}

/** Markup around words: emphasis, a link, a picture with its alternative text. */
export interface Span {
  readonly type: 'span'
  readonly kind: PieceKind
  readonly open: string
  readonly close: string
  readonly children: readonly Piece[]
  /** What a reference without a label of its own refers to, because its words will change. */
  readonly label?: string
}

export type PieceKind =
  | 'bold'
  | 'italic'
  | 'struck'
  | 'link'
  | 'image'
  | 'code'
  | 'note'
  | 'break'
  | 'html'
  | 'escape'
  | 'other'

/**
 * Cut a block's inline Markdown into pieces. They hold every byte of it: `markdownOf` gives the
 * very text back. Words stand as readers see them; an escape such as `\*` is a mark of its own.
 */
export function piecesOf(text: string, parse: InlineParser): readonly Piece[] {
  return merged(covering(parse(text), text, 0, text.length))
}

/** The Markdown that pieces were cut from. */
export function markdownOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (piece.type === 'words') return piece.value
      if (piece.type === 'mark') return piece.raw
      return piece.open + markdownOf(piece.children) + piece.close
    })
    .join('')
}

const kinds: Readonly<Partial<Record<Nodes['type'], PieceKind>>> = {
  strong: 'bold',
  emphasis: 'italic',
  delete: 'struck',
  link: 'link',
  linkReference: 'link',
  image: 'image',
  imageReference: 'image',
  inlineCode: 'code',
  footnoteReference: 'note',
  break: 'break',
  html: 'html',
}

/** The pieces of nodes, and of what stands between them: white space that the parser drops. */
function covering(
  nodes: readonly PhrasingContent[],
  text: string,
  start: number,
  end: number,
): readonly Piece[] {
  const pieces: Piece[] = []
  let at = start
  const fill = (to: number) => {
    if (to <= at) return
    const gap = text.slice(at, to)
    pieces.push(
      gap.trim() === '' ? {type: 'words', value: gap} : {type: 'mark', kind: 'other', raw: gap},
    )
  }
  for (const node of nodes) {
    const place = placeOf(node)
    if (place === undefined || place.start < at || place.end > end) continue
    fill(place.start)
    pieces.push(...piecesIn(node, text, place))
    at = place.end
  }
  fill(end)
  return pieces
}

interface Stretch {
  readonly start: number
  readonly end: number
}

function placeOf({position}: Nodes): Stretch | undefined {
  const [start, end] = [position?.start.offset, position?.end.offset]
  return start === undefined || end === undefined ? undefined : {start, end}
}

function piecesIn(node: PhrasingContent, text: string, place: Stretch): readonly Piece[] {
  const raw = text.slice(place.start, place.end)
  const kind = kinds[node.type] ?? 'other'
  if (node.type === 'text') return wordsIn(raw, node.value)
  if (node.type === 'image' || node.type === 'imageReference')
    return [picture(node.alt ?? '', raw) ?? {type: 'mark', kind, raw}]
  const first = 'children' in node ? node.children[0] : undefined
  const last = 'children' in node ? node.children.at(-1) : undefined
  const [from, to] = [first && placeOf(first)?.start, last && placeOf(last)?.end]
  // `<https://…>`: what stands in it is its address.
  const isAddress = node.type === 'link' && raw.startsWith('<')
  if (!('children' in node) || from === undefined || to === undefined || isAddress)
    return [{type: 'mark', kind, raw}]
  const close = text.slice(to, place.end)
  return [
    {
      type: 'span',
      kind,
      open: text.slice(place.start, from),
      close,
      children: covering(node.children, text, from, to),
      ...(isOpenReference(close) ? {label: text.slice(from, to)} : {}),
    },
  ]
}

/** Whether a reference takes its label from its words: `[words]`, `[words][]`. */
export function isOpenReference(close: string): boolean {
  return close === ']' || close === '][]'
}

/** A picture as a span around its alternative text, where that is words without markup. */
function picture(alt: string, raw: string): Span | undefined {
  if (alt === '') return undefined
  for (let end = raw.indexOf(']'); end >= 0; end = raw.indexOf(']', end + 1)) {
    const [own, close] = [raw.slice('!['.length, end), raw.slice(end)]
    if (collapsed(decodeString(own)) !== collapsed(alt)) continue
    const label = isOpenReference(close) ? {label: own} : {}
    return {type: 'span', kind: 'image', open: '![', close, children: wordsIn(own, alt), ...label}
  }
  return undefined
}

const escapes = /(\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[\da-zA-Z]{1,31});)/u

/** Whether a mark stands for a character of the text, as `\*` and `&amp;` do. */
export function isEscape(raw: string): boolean {
  return escapes.exec(raw)?.[0] === raw && decodeString(raw) !== raw
}

function wordsIn(raw: string, value: string): readonly Piece[] {
  const pieces = raw
    .split(escapes)
    .filter((part) => part !== '')
    .map((part): Piece =>
      isEscape(part) ? {type: 'mark', kind: 'escape', raw: part} : {type: 'words', value: part},
    )
  const said = pieces
    .map((piece) => (piece.type === 'mark' ? decodeString(piece.raw) : markdownOf([piece])))
    .join('')
  return collapsed(said) === collapsed(value) ? pieces : [{type: 'mark', kind: 'other', raw}]
}

/** A text without the white space that Markdown does not show. */
export function collapsed(text: string): string {
  return text.replace(/[ \t]*(?:\r\n?|\n)[ \t\r\n]*/gu, '\n')
}

function merged(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (piece.type === 'words' && last?.type === 'words')
      result[result.length - 1] = {type: 'words', value: last.value + piece.value}
    else if (piece.type === 'span') result.push({...piece, children: merged(piece.children)})
    else result.push(piece)
  }
  return result
}
