import type {Element} from 'xast'
import {x} from 'xastscript'
import type {PieceKind} from '../../markdown/pieces.ts'
import type {Unit} from '../../model/catalog.ts'
import {cleaned} from './characters.ts'
import {articlePath, sourceMap, unitPieces} from './document.ts'
import type {ExchangeArticle, ExchangeFormat, ReadArticle, ReadUnit} from './formats.ts'
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
  writeXml,
} from './xml.ts'

/**
 * TMX 1.4b: pairs of texts for a translation memory, and nothing of their state. Drafts, which
 * nobody has looked at, are left out; a stale translation goes with the source it was made from.
 */
export const tmx: ExchangeFormat = {
  name: 'tmx',
  endings: ['.tmx'],
  holds: 'memory',
  knowsReviewed: false,
  recognises: (text) => /<tmx\b/u.test(text),
  write: (articles) =>
    writeXml(
      stacked('tmx', {version: '1.4'}, 0, [
        x('header', {
          creationtool: 'Galley',
          creationtoolversion: '1',
          segtype: 'block',
          'o-tmf': 'Galley',
          adminlang: 'en',
          srclang: articles[0]?.sourceLocale ?? '*all*',
          datatype: 'x-markdown',
        }),
        stacked('body', {}, 1, articles.flatMap(pairsOf)),
      ]),
      [{type: 'doctype', name: 'tmx', system: 'tmx14.dtd'}],
    ),
  read(text) {
    const {root, fault} = readXml(text)
    if (fault !== undefined) return {articles: [], fault}
    const body = elementIn(root, 'body')
    if (localName(root) !== 'tmx' || body === undefined)
      return {articles: [], fault: {variant: 'shape', ...spotOf(root)}}
    const header = elementIn(root, 'header')
    const common = header === undefined ? '' : attribute(header, 'srclang')
    const pairs = elementsIn(body, 'tu').flatMap((one) => readPair(one, common))
    const locales = [...new Set(pairs.map(({locale}) => locale))]
    return {
      articles: locales.map((locale): ReadArticle => ({
        slug: undefined,
        locale,
        units: pairs.filter((pair) => pair.locale === locale).map(({unit}) => unit),
      })),
      fault: undefined,
    }
  },
}

function pairsOf(article: ExchangeArticle): readonly Element[] {
  return article.units.flatMap((unit): readonly Element[] => {
    if (unit.target === undefined || unit.state === 'draft') return []
    const made: Unit = {...unit, source: unit.previousSource ?? unit.source}
    const {source, target = []} = unitPieces(made, article)
    return [
      stacked('tu', {tuid: `${article.slug}/${unit.key}`}, 2, [
        x('prop', {type: 'x-file'}, articlePath(article.slug)),
        x('prop', {type: 'x-state'}, unit.state),
        ...(unit.note === undefined ? [] : [x('note', cleaned(unit.note))]),
        variant(article.sourceLocale, source),
        variant(article.locale, target),
      ]),
    ]
  })
}

function variant(locale: string, coded: Parameters<typeof writeInline>[0]): Element {
  return x('tuv', {'xml:lang': locale}, [x('seg', [...writeInline(coded, names)])])
}

/** One pair of texts for each language but the source's. */
function readPair(
  tu: Element,
  common: string,
): readonly {readonly locale: string; readonly unit: ReadUnit}[] {
  const variants = elementsIn(tu, 'tuv').map((tuv) => ({
    locale: attribute(tuv, 'xml:lang') || attribute(tuv, 'lang'),
    seg: elementIn(tuv, 'seg'),
  }))
  const from = attribute(tu, 'srclang') || common
  const language = (tag: string) => tag.toLowerCase().split(/[-_]/u, 1)[0]
  const own =
    variants.find(({locale}) => locale.toLowerCase() === from.toLowerCase()) ??
    variants.find(({locale}) => language(locale) === language(from)) ??
    variants[0]
  if (own?.seg === undefined) return []
  const source = readInline(own.seg.children, {data: new Map(), source: new Map()})
  return variants.flatMap((one) => {
    if (one === own || one.seg === undefined || one.locale === '') return []
    const target = readInline(one.seg.children, {data: new Map(), source: sourceMap(source)})
    const unit: ReadUnit = {
      key: undefined,
      source,
      target,
      standing: undefined,
      note: undefined,
      base: undefined,
      ...spotOf(tu),
    }
    return [{locale: one.locale, unit}]
  })
}

const names: Names = {
  ids: (id, element) => ({
    ...(element === 'ph' ? {} : {i: id}),
    ...(element === 'ept' ? {} : {x: id}),
  }),
  type: {attribute: 'type', of: (kind: PieceKind) => kind},
  seen: undefined,
}
