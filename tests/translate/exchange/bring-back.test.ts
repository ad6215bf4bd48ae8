import {describe, expect, test} from 'vitest'
import {inlineParserFor} from '../../../pipeline/markdown/inline.ts'
import {parseMarkdown} from '../../../pipeline/markdown/parse.ts'
import type {Catalog, Unit} from '../../../pipeline/model/catalog.ts'
import {readStamp, stamp, standingOf} from '../../../pipeline/translate/exchange/base.ts'
import {bringBack} from '../../../pipeline/translate/exchange/bring-back.ts'
import type {ReadUnit} from '../../../pipeline/translate/exchange/formats.ts'
import {po} from '../../../pipeline/translate/exchange/po.ts'
import {xliff12} from '../../../pipeline/translate/exchange/xliff12.ts'

const parse = inlineParserFor(parseMarkdown(''))

const plain: Unit = {
  key: 'paragraph-1',
  kind: 'paragraph',
  source: 'A storm came.',
  target: '폭풍이 왔다.',
  state: 'translated',
  stale: false,
  previousSource: undefined,
  origin: 'person',
  note: undefined,
}
const empty: Unit = {...plain, target: undefined, state: 'untranslated', origin: undefined}
const draft: Unit = {...plain, state: 'draft', origin: 'memory'}
const reviewed: Unit = {...plain, state: 'reviewed'}
const stale: Unit = {...plain, stale: true, previousSource: 'A storm came yesterday.'}

/** A unit as it comes back, with what was changed in the tool. */
function back(exported: Unit, change: Partial<ReadUnit> = {}): ReadUnit {
  return {
    key: exported.key,
    source: exported.source,
    target: exported.target,
    standing: standingOf(exported, xliff12),
    note: exported.note,
    base: readStamp(stamp(exported)),
    line: 7,
    column: 1,
    ...change,
  }
}

interface Case {
  readonly exported: Unit
  readonly change: Partial<ReadUnit>
  /** Today's unit, where it is not as it was exported. */
  readonly today?: Unit
  readonly force?: boolean
  readonly outcome: string
  readonly becomes: Partial<Unit>
  readonly says?: readonly string[]
  readonly retired?: Readonly<Record<string, string>>
}

const typhoon = '태풍이 왔다.'
const today: Unit = {...plain, target: '비바람이 왔다.'}
const moved: Unit = {...plain, source: 'A typhoon came.', stale: true, previousSource: plain.source}

const cases: Readonly<Record<string, Case>> = {
  'an untouched unit stays': {exported: stale, change: {}, outcome: 'unchanged', becomes: stale},
  'a new text is taken': {
    exported: empty,
    change: {target: typhoon, standing: 'translated'},
    outcome: 'translated',
    becomes: {target: typhoon, state: 'translated', origin: 'import'},
  },
  'a new text from a tool without states is taken': {
    exported: empty,
    change: {target: typhoon, standing: undefined},
    outcome: 'translated',
    becomes: {state: 'translated'},
  },
  'a new text that is fuzzy is a draft': {
    exported: empty,
    change: {target: typhoon, standing: 'attention'},
    outcome: 'draft',
    becomes: {target: typhoon, state: 'draft'},
  },
  'a text that was edited has not been reviewed': {
    exported: reviewed,
    change: {target: typhoon},
    outcome: 'translated',
    becomes: {target: typhoon, state: 'translated'},
  },
  'a text may be edited and reviewed in one': {
    exported: plain,
    change: {target: typhoon, standing: 'reviewed'},
    outcome: 'translated',
    becomes: {target: typhoon, state: 'reviewed'},
  },
  'a draft is approved': {
    exported: draft,
    change: {standing: 'translated'},
    outcome: 'restated',
    becomes: {target: draft.target, state: 'translated', origin: 'memory'},
  },
  'a stale text is accepted as it is': {
    exported: stale,
    change: {standing: 'translated'},
    outcome: 'restated',
    becomes: {target: stale.target, state: 'translated', stale: false, previousSource: undefined},
  },
  'a text that was reviewed becomes doubtful': {
    exported: reviewed,
    change: {standing: 'attention'},
    outcome: 'restated',
    becomes: {state: 'draft'},
  },
  'a text that was emptied stays': {
    exported: plain,
    change: {target: undefined, standing: 'untranslated'},
    outcome: 'emptied',
    becomes: plain,
    says: ['import/emptied'],
  },
  'a newer text stays, and the other is kept': {
    exported: plain,
    change: {target: typhoon},
    today,
    outcome: 'kept',
    becomes: today,
    says: ['import/conflict'],
    retired: {'paragraph-1-import': typhoon},
  },
  'a newer text gives way to force, and is kept': {
    exported: plain,
    change: {target: typhoon},
    today,
    force: true,
    outcome: 'translated',
    becomes: {target: typhoon},
    retired: {'paragraph-1-before': '비바람이 왔다.'},
  },
  'a newer text stays where the file was not touched': {
    exported: plain,
    change: {},
    today,
    outcome: 'unchanged',
    becomes: today,
  },
  'a newer state stays where the file was not touched': {
    exported: draft,
    change: {},
    today: reviewed,
    outcome: 'unchanged',
    becomes: reviewed,
  },
  'both translated it alike': {
    exported: empty,
    change: {target: plain.target, standing: 'translated'},
    today: plain,
    outcome: 'same',
    becomes: plain,
  },
  'the source has changed since: the text is stale': {
    exported: plain,
    change: {target: typhoon},
    today: moved,
    outcome: 'translated',
    becomes: {target: typhoon, stale: true, previousSource: plain.source},
    says: ['import/source-changed'],
  },
  'the source has changed since, and the unit was only approved': {
    exported: draft,
    change: {standing: 'translated'},
    today: {...moved, state: 'draft'},
    outcome: 'unchanged',
    becomes: {state: 'draft', stale: true},
  },
  'without a stamp, a translation that someone stands for stays': {
    exported: plain,
    change: {target: typhoon, base: undefined},
    outcome: 'kept',
    becomes: plain,
    says: ['import/conflict'],
    retired: {'paragraph-1-import': typhoon},
  },
  'without a stamp, a draft gives way, and is kept': {
    exported: draft,
    change: {target: typhoon, base: undefined, standing: 'translated'},
    outcome: 'translated',
    becomes: {target: typhoon, state: 'translated'},
    retired: {'paragraph-1-before': '폭풍이 왔다.'},
  },
  'a note is taken': {
    exported: plain,
    change: {note: '확인해 달라'},
    outcome: 'restated',
    becomes: {target: plain.target, note: '확인해 달라'},
  },
  'of two new notes both stay': {
    exported: {...plain, note: '하나'},
    change: {note: '둘'},
    today: {...plain, note: '셋'},
    outcome: 'restated',
    becomes: {note: '셋\n둘'},
  },
  'a unit that the article does not have is kept': {
    exported: {...plain, key: 'heading-9'},
    change: {target: typhoon},
    today: plain,
    outcome: 'unknown',
    becomes: plain,
    says: ['import/unknown-key'],
    retired: {'heading-9': typhoon},
  },
}

describe('what comes back', () => {
  test.each(Object.entries(cases))('%s', (_, one) => {
    const before: Catalog = {
      slug: 'story',
      locale: 'ko',
      units: [one.today ?? one.exported, {...empty, key: 'paragraph-2'}],
      retired: [],
    }
    const read = back(one.exported, one.change)
    const force = one.force ?? false
    const how = {name: 'story.po', format: xliff12, parse, force}
    const {catalog, units, findings} = bringBack(before, [read], how)
    expect(units.map(({outcome}) => outcome)).toEqual([one.outcome])
    expect(catalog.units[0]).toMatchObject(one.becomes)
    expect(catalog.units[1]).toEqual(before.units[1])
    expect(findings.map(({check}) => check)).toEqual(one.says ?? [])
    expect(findings.every(({place}) => place.line === 7)).toBe(true)
    const retired = catalog.retired.map(({key, target}) => [key, target] as const)
    expect(Object.fromEntries(retired)).toEqual(one.retired ?? {})
    // Once more, it changes nothing.
    const again = bringBack(catalog, [read], how)
    expect(again.catalog.retired).toEqual(catalog.retired)
    if (one.today === undefined || one.outcome === 'kept') expect(again.catalog).toEqual(catalog)
  })
})

test('PO cannot say reviewed: what comes back untouched stays reviewed', () => {
  const catalog: Catalog = {slug: 'story', locale: 'ko', units: [reviewed], retired: []}
  const file = po.write([
    {slug: 'story', sourceLocale: 'en', locale: 'ko', parse, units: [reviewed]},
  ])
  const {articles} = po.read(file)
  const how = {name: 'story.po', format: po, parse, force: false}
  expect(bringBack(catalog, articles[0]?.units ?? [], how).catalog).toEqual(catalog)
})

test('markup that came apart makes a draft, and says so', () => {
  const catalog: Catalog = {slug: 'story', locale: 'ko', units: [empty], retired: []}
  const target = [
    {type: 'words', value: '폭풍 '},
    {type: 'mark', kind: 'other', raw: '**'},
    {type: 'words', value: '셋'},
  ] as const
  const how = {name: 'story.xlf', format: xliff12, parse, force: false}
  const {catalog: after, findings} = bringBack(
    catalog,
    [back(empty, {target, standing: 'translated'})],
    how,
  )
  expect(after.units[0]).toMatchObject({target: '폭풍 **셋', state: 'draft'})
  expect(findings.map(({check}) => check)).toEqual(['import/markup'])
})
