import * as fc from 'fast-check'
import type {Element, Root} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import {toXml} from 'xast-util-to-xml'
import {visit} from 'unist-util-visit'
import {describe, expect, it} from 'vitest'
import {markdownOf, piecesOf} from '../../../pipeline/markdown/pieces.ts'
import {inlineParserFor} from '../../../pipeline/markdown/inline.ts'
import {parseMarkdown} from '../../../pipeline/markdown/parse.ts'
import type {Catalog, State, Unit} from '../../../pipeline/model/catalog.ts'
import {bringBack} from '../../../pipeline/translate/exchange/bring-back.ts'
import {
  formats,
  type ExchangeFormat,
  type ReadUnit,
} from '../../../pipeline/translate/exchange/formats.ts'
import {recall} from '../../../pipeline/translate/exchange/recall.ts'
import {anyText} from './any-text.ts'

const parse = inlineParserFor(parseMarkdown('[ref]: /x\n\n[^1]: y'))

const state = fc.constantFrom<State>('draft', 'translated', 'reviewed')
const note = fc.option(fc.oneof(fc.constant('메모\n\n  둘째 줄'), anyText), {nil: undefined})
const filled = anyText.filter((text) => text.trim() !== '')

const unit = fc
  .record({
    kind: fc.constantFrom<Unit['kind']>('headline', 'paragraph', 'item', 'alt', 'title'),
    source: filled,
    target: fc.option(filled, {nil: undefined}),
    previous: fc.option(filled, {nil: undefined}),
    state,
    note,
    origin: fc.constantFrom('person', 'memory', 'machine', 'import'),
  })
  .map(({previous, ...one}): Omit<Unit, 'key'> => {
    const stale = one.target !== undefined && previous !== undefined && previous !== one.source
    return one.target === undefined
      ? {
          ...one,
          target: undefined,
          origin: undefined,
          state: 'untranslated',
          stale,
          previousSource: undefined,
        }
      : {...one, stale, previousSource: stale ? previous : undefined}
  })

const catalog = fc.array(unit, {minLength: 1, maxLength: 4}).map((units): Catalog => ({
  slug: 'story',
  locale: 'ko',
  units: units.map((one, index) => ({...one, key: `${one.kind}-${index}`})),
  retired: [],
}))

/** Text as a tool that reads UTF-8 gets it; PO has no way to write a lone surrogate or NUL. */
const isWritable = (format: ExchangeFormat) => (one: Catalog) =>
  format.name !== 'po' ||
  !/[\0\p{Surrogate}]/u.test(
    JSON.stringify(one).replace(/\\u(\w{4})/gu, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    ),
  )

function exported(format: ExchangeFormat, {units}: Catalog): string {
  return format.write([{slug: 'story', sourceLocale: 'en', locale: 'ko', parse, units}])
}

function brought(format: ExchangeFormat, into: Catalog, file: string) {
  const {articles, fault} = format.read(file)
  expect(fault).toBeUndefined()
  expect(articles.map(({slug, locale}) => [slug, locale])).toEqual([['story', 'ko']])
  const options = {name: 'story.ko', format, parse, force: false}
  return bringBack(into, articles[0]?.units ?? [], options)
}

const exchanging = formats.filter(({holds}) => holds === 'units')

describe.each(exchanging.map((format) => [format.name, format] as const))('%s', (_, format) => {
  it('that comes back untouched changes nothing', () => {
    fc.assert(
      fc.property(catalog.filter(isWritable(format)), (before) => {
        const after = brought(format, before, exported(format, before))
        expect(after.catalog).toEqual(before)
        expect(after.findings).toEqual([])
      }),
      {numRuns: 80},
    )
  })

  it('brings the very bytes to a catalog that has lost them', () => {
    fc.assert(
      fc.property(catalog.filter(isWritable(format)), (before) => {
        const empty = before.units.map((one): Unit => ({
          ...one,
          target: undefined,
          state: 'untranslated',
          stale: false,
          previousSource: undefined,
        }))
        const {articles} = format.read(exported(format, before))
        const units = (articles[0]?.units ?? []).map((one): ReadUnit => ({...one, base: undefined}))
        const options = {name: 'story.ko', format, parse, force: false}
        const after = bringBack({...before, units: empty}, units, options)
        const wanted = before.units.map(({target}) => target)
        expect(after.catalog.units.map(({target}) => target)).toEqual(wanted)
        for (const [index, {state: now}] of after.catalog.units.entries()) {
          const {state: was, stale} = before.units[index] ?? {state: 'draft', stale: true}
          const isLess = was === 'reviewed' && !format.knowsReviewed
          // A text that is not plain to Markdown comes as a draft, with a finding.
          if (now !== 'draft') expect(now).toBe(isLess ? 'translated' : was)
          else if (!stale && was !== 'draft') expect(after.findings).not.toEqual([])
        }
      }),
      {numRuns: 60},
    )
  })
})

const inXml = exchanging.filter(({name}) => name.startsWith('xliff'))

describe.each(inXml.map((format) => [format.name, format] as const))(
  '%s in a tool',
  (_, format) => {
    const source = 'Hello **bold** and [link](/a), `code`'
    const one: Unit = {
      key: 'paragraph-1',
      kind: 'paragraph',
      source,
      target: '안녕 **굵게** [링크](/a), `code`',
      state: 'translated',
      stale: false,
      previousSource: undefined,
      origin: 'person',
      note: undefined,
    }
    const before: Catalog = {slug: 'story', locale: 'ko', units: [one], retired: []}

    it('words may be anything: they come back as words', () => {
      fc.assert(
        fc.property(anyText, (text) => {
          const tree = fromXml(exported(format, before))
          const clean = text.replace(/[^\t\n\x20-\uD7FF\uE000-\uFFFD]/gu, '') // oxlint-disable-line no-control-regex
          edit(tree, (words) => words.replace('안녕', () => `앞 ${clean} 뒤`))
          const {catalog: after} = brought(format, before, toXml(tree).replaceAll(']]>', ']]&gt;'))
          const target = after.units[0]?.target ?? ''
          expect(after.units[0]?.state).toBe('translated')
          const pieces = piecesOf(target, parse)
          expect(pieces.filter(({type}) => type === 'span')).toHaveLength(2)
          expect(
            pieces.filter((piece) => piece.type === 'mark' && piece.kind === 'code'),
          ).toHaveLength(1)
          const said = markdownOf(
            pieces.map((piece) =>
              piece.type === 'mark' && piece.kind === 'escape'
                ? {type: 'words', value: piece.raw.slice(1)}
                : piece,
            ),
          )
          expect(said.replace(/\s+/gu, ' ')).toContain(`앞 ${clean} 뒤`.replace(/\s+/gu, ' '))
        }),
        {numRuns: 80},
      )
    })

    it('markup may be moved', () => {
      const tree = fromXml(exported(format, before))
      const target = targetIn(tree)
      target.children.reverse()
      // Reversed, XLIFF 1.2's pairs begin with their ends.
      if (format.name === 'xliff12') {
        const [begins, ends] = ['bpt', 'ept']
        visit(target, 'element', (element) => {
          const {name} = element
          element.name = name === begins ? ends : name === ends ? begins : name
        })
      }
      const {catalog: after} = brought(format, before, toXml(tree))
      expect(after.units[0]?.target).toBe(
        format.name === 'xliff21'
          ? '`code`, [링크](/a) **굵게**안녕 '
          : '`code`, ](/a)링크[ **굵게**안녕 ',
      )
      expect(after.units[0]?.state).toBe(format.name === 'xliff21' ? 'translated' : 'draft')
    })
  },
)

it('a memory gives back, as drafts, the translations that it was made of', () => {
  const tmx = formats.find(({name}) => name === 'tmx')
  if (tmx === undefined) throw new Error('no TMX')
  fc.assert(
    fc.property(catalog, (before) => {
      const {articles} = tmx.read(exported(tmx, before))
      const empty = before.units.map((one): Unit => ({...one, target: undefined, stale: false}))
      const pairs = articles.flatMap(({units}) => units)
      const after = recall({...before, units: empty}, pairs, parse).catalog
      for (const [index, {target, state: now}] of after.units.entries()) {
        const was = before.units[index]
        const known = before.units.filter(
          (one) =>
            one.target !== undefined &&
            one.state !== 'draft' &&
            (one.previousSource ?? one.source) === was?.source,
        )
        if (known.length === 0) expect(target).toBeUndefined()
        else expect([known.map((one) => one.target).includes(target), now]).toEqual([true, 'draft'])
      }
    }),
    {numRuns: 60},
  )
})

function targetIn(tree: Root): Element {
  let found: Element | undefined
  visit(tree, 'element', (element) => {
    if (element.name === 'target') found = element
  })
  if (found === undefined) throw new Error('no target')
  return found
}

function edit(tree: Root, change: (words: string) => string): void {
  for (const node of targetIn(tree).children)
    if (node.type === 'text') node.value = change(node.value)
}
