import type {PhrasingContent} from 'mdast'
import {inlineParserFor} from '../../markdown/inline.ts'
import type {Unit} from '../../model/catalog.ts'
import type {Edition} from '../../model/edition.ts'

/** A unit that has a translation, with both texts read as their readers see them. */
export interface Reading {
  readonly unit: Unit
  readonly source: ReadText
  readonly target: ReadText
}

/** One text of a unit: as written, as a tree, and as prose. */
export interface ReadText {
  readonly written: string
  readonly nodes: readonly PhrasingContent[]
  /** The words without markup; code and pictures are one `object` each. */
  readonly prose: string
}

/** Stands for code and pictures in prose (U+FFFC, object replacement character). */
export const object = '\uFFFC'

const remembered = new WeakMap<Edition, readonly Reading[]>()

/** All of an edition's units that are translated, read once for all checks. */
export function readings(edition: Edition): readonly Reading[] {
  const known = remembered.get(edition) ?? readAll(edition)
  remembered.set(edition, known)
  return known
}

function readAll(edition: Edition): readonly Reading[] {
  const parse = inlineParserFor(edition.body)
  return edition.units.flatMap((unit) => {
    if (unit.target === undefined) return []
    const read = (written: string) => readText(written, unit, parse)
    return [{unit, source: read(unit.source), target: read(unit.target)}]
  })
}

type Parse = ReturnType<typeof inlineParserFor>

function readText(written: string, {kind}: Unit, parse: Parse): ReadText {
  const isPlain = kind === 'alt' || kind === 'title'
  const nodes = isPlain ? [{type: 'text' as const, value: written}] : parse(written)
  return {written, nodes, prose: nodes.map(prose).join('')}
}

function prose(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
      return node.value
    case 'break':
      return '\n'
    case 'inlineCode':
    case 'image':
    case 'imageReference':
    case 'mdxTextExpression':
      return object
    case 'html':
    case 'footnoteReference':
      return ''
    case 'delete':
    case 'emphasis':
    case 'strong':
    case 'link':
    case 'linkReference':
    case 'mdxJsxTextElement':
    case 'textDirective':
      return node.children.map(prose).join('')
  }
}

/** The language of a locale, without region and script: `ko` of `ko-KR`. */
export function languageOf(locale: string): string {
  return new Intl.Locale(locale).language
}
