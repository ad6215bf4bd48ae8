import type {Element, ElementContent} from 'xast'
import {x} from 'xastscript'
import type {PieceKind} from '../../markdown/pieces.ts'
import type {Unit} from '../../model/catalog.ts'
import {readStamp, stamp} from './base.ts'
import {carried, cleaned, shown} from './characters.ts'
import type {Coded} from './codes.ts'
import {articlePath, slugIn, sourceMap, unitPieces} from './document.ts'
import type {ExchangeArticle, ExchangeFormat, ReadArticle, ReadUnit, Standing} from './formats.ts'
import {readInline} from './read-inline.ts'
import {
  attribute,
  elementIn,
  elementsIn,
  localName,
  readXml,
  spotOf,
  stacked,
  textIn,
  writeXml,
} from './xml.ts'

/** XLIFF 2.1. Markup travels in `<pc>` and `<ph>`, which refer to the unit's `<originalData>`. */
export const xliff21: ExchangeFormat = {
  name: 'xliff21',
  endings: ['.xlf', '.xliff'],
  holds: 'units',
  knowsReviewed: true,
  recognises: (text) => /<(?:\w+:)?xliff\b[^>]*\sversion\s*=\s*["']2\./u.test(text),
  write: (articles) => writeXml(rootOf(articles)),
  read(text) {
    const {root, fault} = readXml(text)
    if (fault !== undefined) return {articles: [], fault}
    if (localName(root) !== 'xliff')
      return {articles: [], fault: {variant: 'shape', ...spotOf(root)}}
    const locale = attribute(root, 'trgLang')
    const articles = elementsIn(root, 'file').map((file): ReadArticle => {
      const slug = slugIn(attribute(file, 'original') || attribute(file, 'id'))
      return {slug, locale: locale === '' ? undefined : locale, units: unitsIn(file)}
    })
    return {articles, fault: undefined}
  },
}

function rootOf(articles: readonly ExchangeArticle[]): Element {
  const files = articles.map((article) =>
    stacked(
      'file',
      {
        id: article.slug,
        original: articlePath(article.slug),
        canResegment: 'no',
        'xml:space': 'preserve',
      },
      1,
      article.units.map((unit) => unitOf(unit, article)),
    ),
  )
  const [first] = articles
  return stacked(
    'xliff',
    {
      version: '2.1',
      xmlns: 'urn:oasis:names:tc:xliff:document:2.0',
      'xmlns:galley': 'urn:galley:exchange',
      srcLang: first?.sourceLocale,
      trgLang: first?.locale,
    },
    0,
    files,
  )
}

function unitOf(unit: Unit, article: ExchangeArticle): Element {
  const {source, target} = unitPieces(unit, article)
  const data = new Map<string, string>()
  const texts = [
    x('source', [...inline(source, data)]),
    ...(target === undefined ? [] : [x('target', [...inline(target, data)])]),
  ]
  const notes = [
    ...(unit.note === undefined ? [] : [x('note', cleaned(unit.note))]),
    ...(unit.previousSource === undefined
      ? []
      : [x('note', {category: previous, appliesTo: 'source'}, cleaned(unit.previousSource))]),
  ]
  return stacked(
    'unit',
    {id: unit.key, name: unit.key, type: `galley:${unit.kind}`, 'galley:base': stamp(unit)},
    2,
    [
      ...(notes.length === 0 ? [] : [stacked('notes', {}, 3, notes)]),
      ...(data.size === 0 ? [] : [stacked('originalData', {}, 3, [...data].map(datum))]),
      stacked('segment', target === undefined ? {} : stateOf(unit), 3, texts),
    ],
  )
}

const previous = 'previous-source'

function datum([raw, id]: readonly [string, string]): Element {
  return x('data', {id}, carried(raw))
}

function stateOf({state, stale}: Unit): Readonly<Record<string, string>> {
  if (stale) return {state: 'initial', subState: 'galley:stale'}
  if (state === 'draft') return {state: 'initial', subState: 'galley:draft'}
  return {state}
}

/** Words and elements; the markup goes into `data`, each once. */
function inline(coded: readonly Coded[], data: Map<string, string>): readonly ElementContent[] {
  const refer = (raw: string) => {
    const id = data.get(raw) ?? `d${data.size + 1}`
    data.set(raw, id)
    return id
  }
  return coded.map((piece): ElementContent => {
    if (piece.type === 'words') return {type: 'text', value: piece.value}
    const {id} = piece
    const type = types[piece.kind] ?? {}
    if (piece.type === 'mark')
      return x('ph', {id, ...type, equiv: shown(piece.raw), dataRef: refer(piece.raw)})
    const ends = {dataRefStart: refer(piece.open), dataRefEnd: refer(piece.close)}
    return x('pc', {id, ...type, ...ends}, [...inline(piece.children, data)])
  })
}

const types: Readonly<Partial<Record<PieceKind, Readonly<Record<string, string>>>>> = {
  bold: {type: 'fmt', subType: 'xlf:b'},
  italic: {type: 'fmt', subType: 'xlf:i'},
  struck: {type: 'fmt', subType: 'galley:struck'},
  link: {type: 'link'},
  image: {type: 'image'},
  break: {type: 'fmt', subType: 'xlf:lb'},
  code: {type: 'other', subType: 'galley:code'},
  note: {type: 'other', subType: 'galley:note'},
  escape: {type: 'other', subType: 'galley:escape'},
}

function unitsIn(parent: Element): readonly ReadUnit[] {
  return elementsIn(parent).flatMap((element) => {
    if (localName(element) === 'group') return unitsIn(element)
    return localName(element) === 'unit' ? [readUnit(element)] : []
  })
}

/** A tool may have cut the unit's text into several segments. */
function readUnit(unit: Element): ReadUnit {
  const stored = elementIn(unit, 'originalData')
  const pairs = stored === undefined ? [] : elementsIn(stored, 'data')
  const data = new Map(pairs.map((one) => [attribute(one, 'id'), textIn(one)]))
  const parts = elementsIn(unit).filter((one) => ['segment', 'ignorable'].includes(localName(one)))
  const segments = parts.filter((one) => localName(one) === 'segment')
  const contentOf = (part: Element, name: string) => elementIn(part, name)?.children
  const source = readInline(
    parts.flatMap((part) => contentOf(part, 'source') ?? []),
    {data, source: new Map()},
  )
  const target = parts.flatMap((part) => {
    const isGap = localName(part) === 'ignorable'
    return contentOf(part, 'target') ?? (isGap ? (contentOf(part, 'source') ?? []) : [])
  })
  const isTranslated = segments.some((part) => elementIn(part, 'target') !== undefined)
  const list = elementIn(unit, 'notes')
  const notes = list === undefined ? [] : elementsIn(list, 'note')
  const own = notes.filter((note) => attribute(note, 'category') !== previous).map(textIn)
  return {
    key: attribute(unit, 'name') || attribute(unit, 'id'),
    source,
    target: isTranslated ? readInline(target, {data, source: sourceMap(source)}) : undefined,
    standing: isTranslated ? least(segments.map(standingIn)) : undefined,
    note: own.length === 0 ? undefined : own.join('\n'),
    base: readStamp(attribute(unit, 'galley:base')),
    ...spotOf(segments[0] ?? unit),
  }
}

const order: readonly Standing[] = ['untranslated', 'attention', 'translated', 'reviewed']

function least(standings: readonly (Standing | undefined)[]): Standing | undefined {
  if (standings.includes(undefined)) return undefined
  return order.find((one) => standings.includes(one))
}

function standingIn(segment: Element): Standing | undefined {
  switch (attribute(segment, 'state')) {
    case 'initial':
      return attribute(segment, 'subState').startsWith('galley:') ? 'attention' : 'untranslated'
    case 'translated':
      return 'translated'
    case 'reviewed':
    case 'final':
      return 'reviewed'
    default:
      return undefined
  }
}
