import type {PhrasingContent} from 'mdast'
import {inlineParserFor} from '../../markdown/inline.ts'
import type {Unit} from '../../model/catalog.ts'
import type {Edition} from '../../model/edition.ts'
import {proseOf, type Prose} from './prose.ts'

/** A unit that has a translation, with both texts read as their readers see them. */
export interface Reading {
  readonly unit: Unit
  readonly source: ReadText
  readonly target: ReadText
}

/** One text of a unit: as written, as a tree, and as prose. */
export interface ReadText extends Prose {
  readonly written: string
  readonly nodes: readonly PhrasingContent[]
}

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
  return {written, nodes, ...proseOf(nodes, written)}
}

/** The language of a locale, without region and script: `ko` of `ko-KR`. */
export function languageOf(locale: string): string {
  return new Intl.Locale(locale).language
}
