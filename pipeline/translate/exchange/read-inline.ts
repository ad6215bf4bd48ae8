import type {Element, ElementContent} from 'xast'
import {markdownOf} from '../../markdown/pieces.ts'
import {isForbidden, uncarried} from './characters.ts'
import type {Coded, CodedMark, CodedSpan} from './codes.ts'
import {attribute, localName, textIn} from './xml.ts'

/** Where markup is found that an element does not itself hold. */
export interface Markup {
  /** XLIFF 2's `originalData`, by id. */
  readonly data: ReadonlyMap<string, string>
  /** The source's markup by number, which a translation's elements refer to. */
  readonly source: ReadonlyMap<string, CodedMark | CodedSpan>
}

/**
 * Read the content of a text's element, in XLIFF 1.2, XLIFF 2 or TMX: words, and inline elements
 * as tools write them, which may be others than we wrote.
 */
export function readInline(content: readonly ElementContent[], markup: Markup): readonly Coded[] {
  const outer: Coded[] = []
  const frames: Frame[] = []
  const add = (piece: Coded) => (frames.at(-1)?.pieces ?? outer).push(piece)
  for (const node of content) {
    if (node.type === 'text' || node.type === 'cdata') add({type: 'words', value: node.value})
    if (node.type !== 'element') continue
    const part = partOf(node)
    const id = idOf(node)
    if (part === 'open') frames.push({id, raw: rawOf(node, markup, 'open'), pieces: []})
    else if (part === 'close' && frames.at(-1)?.id === id) {
      const {raw, pieces} = frames.pop() ?? {raw: '', pieces: []}
      add(span(id, raw, rawOf(node, markup, 'close'), pieces, markup))
    } else if (part === 'around') {
      const [start, end] = [rawOf(node, markup, 'open'), rawOf(node, markup, 'close')]
      add(span(id, start, end, readInline(node.children, markup), markup))
    } else if (part === 'character') add({type: 'words', value: characterOf(node)})
    else if (part === 'none') readInline(node.children, markup).forEach(add)
    else add(mark(id, rawOf(node, markup, part === 'close' ? 'close' : 'mark')))
  }
  // What was opened and not closed is markup all the same.
  return [...outer, ...frames.flatMap(({id, raw, pieces}) => [mark(id, raw), ...pieces])]
}

/** A text that was opened by an element and waits for the one that closes it. */
interface Frame {
  readonly id: string
  readonly raw: string
  readonly pieces: Coded[]
}

type Part = 'open' | 'close' | 'around' | 'mark' | 'character' | 'none'

const parts: Readonly<Record<string, Part>> = {
  bpt: 'open',
  sc: 'open',
  bx: 'open',
  ept: 'close',
  ec: 'close',
  ex: 'close',
  g: 'around',
  pc: 'around',
  ph: 'mark',
  x: 'mark',
  it: 'mark',
  cp: 'character',
}

/** What an element is to a text; around a stretch that only a tool marks (`mrk`, `hi`), nothing. */
function partOf(element: Element): Part {
  return parts[localName(element)] ?? 'none'
}

function characterOf(element: Element): string {
  const code = Number.parseInt(attribute(element, 'hex'), 16)
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** The number that ties an element to its like: each format has its own attribute for it. */
function idOf(element: Element): string {
  const names = ['startRef', 'rid', 'i', 'id', 'x']
  return names.map((name) => attribute(element, name)).find((value) => value !== '') ?? ''
}

function rawOf(element: Element, {data, source}: Markup, part: 'open' | 'close' | 'mark'): string {
  const own = ['g', 'pc', 'x', 'bx', 'ex'].includes(localName(element)) ? '' : textIn(element)
  if (own !== '') return uncarried(own)
  const names = {
    open: ['dataRefStart', 'dataRef'],
    close: ['dataRefEnd', 'dataRef'],
    mark: ['dataRef'],
  }
  const reference = names[part].map((name) => data.get(attribute(element, name)))
  const referred = reference.find((value) => value !== undefined)
  if (referred !== undefined) return uncarried(referred)
  const like = source.get(idOf(element))
  if (like === undefined) return ''
  return like.type === 'mark' ? like.raw : part === 'close' ? like.close : like.open
}

function mark(id: string, raw: string): Coded {
  return isForbidden(raw) ? {type: 'words', value: raw} : {type: 'mark', kind: 'other', id, raw}
}

function span(
  id: string,
  open: string,
  close: string,
  children: readonly Coded[],
  {source}: Markup,
): Coded {
  const like = source.get(id)
  const label = like?.type === 'span' ? markdownOf(like.children) : undefined
  return {
    type: 'span',
    kind: 'other',
    id,
    open,
    close,
    children,
    ...(label === undefined ? {} : {label}),
  }
}
