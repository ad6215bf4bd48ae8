import type {Element} from 'xast'
import {x} from 'xastscript'
import type {PieceKind} from '../../markdown/pieces.ts'
import type {Unit} from '../../model/catalog.ts'
import {readStamp, stamp} from './base.ts'
import {cleaned} from './characters.ts'
import {articlePath, slugIn, sourceMap, unitPieces} from './document.ts'
import type {ExchangeArticle, ExchangeFormat, ReadArticle, ReadUnit, Standing} from './formats.ts'
import {readInline} from './read-inline.ts'
import {writeInline, type Names} from './write-inline.ts'
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

/** XLIFF 1.2: what most translators' tools take. Markup travels in `<bpt>`, `<ept>` and `<ph>`. */
export const xliff12: ExchangeFormat = {
  name: 'xliff12',
  endings: ['.xlf', '.xliff'],
  holds: 'units',
  knowsReviewed: true,
  recognises: (text) => /<(?:\w+:)?xliff\b[^>]*\sversion\s*=\s*["']1\./u.test(text),
  write: (articles) =>
    writeXml(
      stacked(
        'xliff',
        {
          version: '1.2',
          xmlns: 'urn:oasis:names:tc:xliff:document:1.2',
          'xmlns:galley': 'urn:galley:exchange',
        },
        0,
        articles.map(fileOf),
      ),
    ),
  read(text) {
    const {root, fault} = readXml(text)
    if (fault !== undefined) return {articles: [], fault}
    if (localName(root) !== 'xliff')
      return {articles: [], fault: {variant: 'shape', ...spotOf(root)}}
    return {articles: elementsIn(root, 'file').map(articleOf), fault: undefined}
  },
}

function fileOf(article: ExchangeArticle): Element {
  const {slug, sourceLocale, locale, units} = article
  return stacked(
    'file',
    {
      original: articlePath(slug),
      'source-language': sourceLocale,
      'target-language': locale,
      datatype: 'x-markdown',
      'xml:space': 'preserve',
    },
    1,
    [
      stacked(
        'body',
        {},
        2,
        units.map((unit) => unitOf(unit, article)),
      ),
    ],
  )
}

function unitOf(unit: Unit, article: ExchangeArticle): Element {
  const {source, target} = unitPieces(unit, article)
  const {previousSource} = unit
  const inTarget = target === undefined ? [] : writeInline(target, names)
  return stacked(
    'trans-unit',
    {
      id: unit.key,
      resname: unit.key,
      restype: `x-${unit.kind}`,
      ...(unit.state === 'reviewed' && !unit.stale ? {approved: 'yes'} : {}),
      'xml:space': 'preserve',
      'galley:base': stamp(unit),
    },
    3,
    [
      x('source', {'xml:lang': article.sourceLocale}, [...writeInline(source, names)]),
      ...(target === undefined
        ? []
        : [x('target', {'xml:lang': article.locale, ...stateOf(unit)}, [...inTarget])]),
      ...(previousSource === undefined
        ? []
        : [
            stacked('alt-trans', {alttranstype: 'previous-version'}, 4, [
              x('source', {'xml:lang': article.sourceLocale}, cleaned(previousSource)),
              x('target', {'xml:lang': article.locale}, cleaned(unit.target ?? '')),
            ]),
          ]),
      ...(unit.note === undefined ? [] : [x('note', {from: 'galley'}, cleaned(unit.note))]),
    ],
  )
}

function stateOf({state, stale, origin}: Unit): Readonly<Record<string, string>> {
  if (stale) return {state: 'needs-review-translation', 'state-qualifier': 'x-stale'}
  if (state === 'reviewed') return {state: 'final'}
  if (state === 'translated') return {state: 'translated'}
  const qualifier = origin === 'machine' ? 'mt-suggestion' : 'fuzzy-match'
  return {state: 'needs-review-translation', 'state-qualifier': qualifier}
}

function articleOf(file: Element): ReadArticle {
  const locale = attribute(file, 'target-language')
  return {
    slug: slugIn(attribute(file, 'original')),
    locale: locale === '' ? undefined : locale,
    units: unitsIn(elementIn(file, 'body')),
  }
}

function unitsIn(parent: Element | undefined): readonly ReadUnit[] {
  if (parent === undefined) return []
  return elementsIn(parent).flatMap((element) => {
    if (localName(element) === 'group') return unitsIn(element)
    return localName(element) === 'trans-unit' ? [readUnit(element)] : []
  })
}

function readUnit(element: Element): ReadUnit {
  const source = readInline(elementIn(element, 'source')?.children ?? [], {
    data: new Map(),
    source: new Map(),
  })
  const target = elementIn(element, 'target')
  const notes = elementsIn(element, 'note').map(textIn)
  return {
    key: attribute(element, 'resname') || attribute(element, 'id'),
    source,
    target: target && readInline(target.children, {data: new Map(), source: sourceMap(source)}),
    standing: standingIn(element, target),
    note: notes.length === 0 ? undefined : notes.join('\n'),
    base: readStamp(attribute(element, 'galley:base')),
    ...spotOf(target ?? element),
  }
}

function standingIn(unit: Element, target: Element | undefined): Standing | undefined {
  const state = target === undefined ? '' : attribute(target, 'state')
  if (state === 'final' || state === 'signed-off') return 'reviewed'
  if (state.startsWith('needs-')) return 'attention'
  if (attribute(unit, 'approved') === 'yes') return 'reviewed'
  if (state === 'translated') return 'translated'
  return state === 'new' ? 'untranslated' : undefined
}

const types: Readonly<Partial<Record<PieceKind, string>>> = {
  bold: 'bold',
  italic: 'italic',
  link: 'link',
  break: 'lb',
}

const names: Names = {
  ids: (id) => ({id}),
  type: {attribute: 'ctype', of: (kind) => types[kind] ?? `x-${kind}`},
  seen: 'equiv-text',
}
