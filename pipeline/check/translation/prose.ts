import type {PhrasingContent} from 'mdast'
import type {Stretch} from '../../model/finding.ts'

/** A text as its readers see it, and where each of its characters is written. */
export interface Prose {
  /** The words without markup; code and pictures are one `object` each. */
  readonly prose: string
  /** For each code unit of the prose, the stretch of the written text that it comes from. */
  readonly spots: readonly Stretch[]
}

/** Stands for code and pictures in prose (U+FFFC, object replacement character). */
export const object = '\uFFFC'

/** The prose of a text's tree. */
export function proseOf(nodes: readonly PhrasingContent[], written: string): Prose {
  const parts = nodes.map((node) => read(node, written))
  return {
    prose: parts.map(({prose}) => prose).join(''),
    spots: parts.flatMap(({spots}) => spots),
  }
}

/** The stretch of the written text that a part of its prose comes from. */
export function writtenAt({spots}: Prose, index: number, length: number): Stretch | undefined {
  const [first, last] = [spots[index], spots[index + Math.max(length, 1) - 1]]
  return first && last && {start: first.start, end: length === 0 ? first.start : last.end}
}

function read(node: PhrasingContent, written: string): Prose {
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? written.length
  switch (node.type) {
    case 'text':
      return {prose: node.value, spots: spotsOf(node.value, written, start, end)}
    case 'break':
      return {prose: '\n', spots: [{start, end}]}
    case 'inlineCode':
    case 'image':
    case 'imageReference':
    case 'mdxTextExpression':
      return {prose: object, spots: [{start, end}]}
    case 'html':
      return bracket(node.value, {start, end})
    case 'footnoteReference':
      return {prose: '', spots: []}
    case 'delete':
    case 'emphasis':
    case 'strong':
    case 'link':
    case 'linkReference':
    case 'textDirective':
      return proseOf(node.children, written)
    case 'mdxJsxTextElement': {
      const {prose, spots} = proseOf(node.children, written)
      if (node.name !== 'sup') return {prose, spots}
      return {prose: `(${prose})`, spots: [{start, end: start}, ...spots, {start: end, end}]}
    }
  }
}

/** A raised word is a gloss, as one in brackets is: `생성<sup>SSG</sup>과`. Other tags are not read. */
function bracket(tag: string, spot: Stretch): Prose {
  const [, close] = /^<(\/?)sup\b[^>]*>$/iu.exec(tag) ?? []
  return close === undefined
    ? {prose: '', spots: []}
    : {prose: close === '' ? '(' : ')', spots: [spot]}
}

/** Walk a text node's value along what is written: escapes, character references and indents take more room. */
function spotsOf(value: string, written: string, start: number, end: number): readonly Stretch[] {
  if (written.slice(start, end) === value)
    return Array.from({length: value.length}, (_, index) => ({
      start: start + index,
      end: start + index + 1,
    }))
  const spots: Stretch[] = []
  let at = start
  while (spots.length < value.length && at < end) {
    const character = value[spots.length]
    const [reference] = /^&[#\w]{1,31};/u.exec(written.slice(at, at + 33)) ?? []
    if (reference !== undefined && (character !== '&' || reference === '&amp;')) {
      const spot = {start: at, end: at + reference.length}
      spots.push(spot)
      if (/[\uD800-\uDBFF]/u.test(character ?? '')) spots.push(spot)
      at += reference.length
    } else if (written[at] === '\\' && written[at + 1] === character) {
      spots.push({start: at, end: at + 2})
      at += 2
    } else if (written[at] === character) {
      spots.push({start: at, end: at + 1})
      at++
    } else at++
  }
  while (spots.length < value.length) spots.push({start: end, end})
  return spots
}
