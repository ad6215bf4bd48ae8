import {describe, expect, it} from 'vitest'
import type {CatalogFiles} from '../../pipeline/model/catalog.ts'
import {accept} from '../../pipeline/translate/accept.ts'
import {catalogFiles} from '../../pipeline/translate/catalog-files.ts'
import {locate} from '../../pipeline/translate/locate.ts'
import {leftBehind, leftBehindFindings} from '../../pipeline/translate/own-files.ts'
import {placeOfUnit} from '../../pipeline/translate/places.ts'
import {syncArticle, type Synced} from '../../pipeline/translate/sync.ts'
import {facts, makeArticle} from './make-article.ts'

const first = 'The soldiers were sent to Kursk in the autumn of that year.'
const second = 'Nobody in Moscow or Pyongyang has spoken of it since then.'
const third = 'Lee Chul Eun left the North when he was twenty-six years old.'

function sync(body: readonly string[], stored: readonly CatalogFiles[], targets = ['ko']): Synced {
  return syncArticle(makeArticle(body.join('\n\n')), targets, stored)
}

function save(stored: readonly CatalogFiles[], {files}: Synced): readonly CatalogFiles[] {
  const isNew = (one: CatalogFiles) => files.some(({locale}) => locale === one.locale)
  return [...stored.filter((one) => !isNew(one)), ...files].toSorted((a, b) =>
    a.locale.localeCompare(b.locale),
  )
}

/** The stored files with a change made to one of them. */
function change(
  stored: readonly CatalogFiles[],
  locale: string,
  part: 'texts' | 'units',
  by: (text: string) => string,
): readonly CatalogFiles[] {
  return stored.map((files) =>
    files.locale === locale ? {...files, [part]: by(files[part] ?? '')} : files,
  )
}

/** The stored files with this Korean text for a paragraph of the source. */
function translate(stored: readonly CatalogFiles[], key: string, text: string) {
  return change(stored, 'ko', 'texts', (file) =>
    JSON.stringify({...(JSON.parse(file) as object), [key]: text}),
  )
}

const fresh = sync([first, second, third], [])
const keys = fresh.segments.map(({key}) => key)
const [headline = '', one = '', two = '', three = ''] = keys
const blank = save([], fresh)
/** All of it translated, and synced. */
const full = (() => {
  const texts = keys.reduce((stored, key, index) => translate(stored, key, `번역 ${index}`), blank)
  return save(texts, sync([first, second, third], texts))
})()

const unit = (synced: Synced, key: string) =>
  synced.catalogs[0]?.units.find((candidate) => candidate.key === key)

describe('the first sync', () => {
  it('makes the files, each key in its place and waiting for its text', () => {
    expect(fresh.files.map(({locale}) => locale)).toEqual(['en', 'ko'])
    expect(fresh.files[0]?.texts).toBe(
      `{\n  "${headline}": "The Story",\n  "${one}": "${first}",\n  "${two}": "${second}",\n  "${three}": "${third}"\n}\n`,
    )
    expect(fresh.files[1]?.texts).toBe(
      `{\n  "${headline}": "",\n  "${one}": "",\n  "${two}": "",\n  "${three}": ""\n}\n`,
    )
    expect(one).toMatch(/^paragraph-[0-9a-f]{8}$/u)
  })

  it('leaves an article with a correction in files that the next one can read', () => {
    const article = makeArticle(first, {
      corrections: [{date: '2026-11-24', wrong: 'In spring.', right: 'In autumn.'}],
    })
    const stored = save([], syncArticle(article, ['ko'], []))
    const translated = change(stored, 'ko', 'texts', (text) => text.replace('""', '"바로잡음"'))
    const reworded = {...article, headline: 'Another Story'}
    expect(syncArticle(reworded, ['ko'], translated)).toMatchObject({broken: [], findings: []})
  })

  it('counts repeats', () => {
    const [, a, b] = sync([first, first], []).segments.map(({key}) => key)
    expect(b).toBe(`${a ?? ''}-2`)
  })
})

describe('a translator’s edit', () => {
  it('makes the unit translated, by a person', () => {
    const synced = sync([first, second, third], translate(blank, one, '병사들이 갔다.'))
    expect(unit(synced, one)).toMatchObject({
      target: '병사들이 갔다.',
      state: 'translated',
      origin: 'person',
      stale: false,
    })
    expect(unit(synced, two)).toMatchObject({target: undefined, state: 'untranslated'})
  })

  it('sets a reviewed unit back to translated', () => {
    const reviewed = change(full, 'ko', 'units', (file) =>
      file.replaceAll('"translated"', '"reviewed"'),
    )
    expect(unit(sync([first, second, third], reviewed), one)?.state).toBe('reviewed')
    const synced = sync([first, second, third], translate(reviewed, one, '새 번역'))
    expect([unit(synced, one)?.state, unit(synced, two)?.state]).toEqual(['translated', 'reviewed'])
  })

  it('keeps its text whatever the formatting of the file', () => {
    const odd = change(full, 'ko', 'texts', (file) => `\uFEFF${file.replaceAll('\n', '\r\n\t')}`)
    const synced = sync([first, second, third], odd)
    expect(save(odd, synced)).toEqual(full)
  })

  it('says so when it takes a text out', () => {
    const synced = sync([first, second, third], translate(full, two, ''))
    expect(unit(synced, two)).toMatchObject({state: 'untranslated', target: undefined})
    expect(synced.findings).toMatchObject([
      {check: 'translation/emptied', severity: 'notice', place: {unit: two}, locale: 'ko'},
    ])
    expect(sync([first, second, third], save(full, synced)).findings).toEqual([])
  })

  it('keeps a text under a key that nobody gave', () => {
    const synced = sync([first, second, third], translate(full, 'my-own-key', '잃으면 안 되는 글'))
    expect(synced.catalogs[0]?.retired).toMatchObject([
      {key: 'my-own-key', target: '잃으면 안 되는 글'},
    ])
    expect(synced.findings).toMatchObject([
      {check: 'translation/unknown-key', place: {file: 'locales/ko/story.json', line: 1}},
    ])
  })

  it('of the source’s file is undone, and said', () => {
    const edited = change(full, 'en', 'texts', (file) => file.replace('Moscow', 'Minsk'))
    const synced = sync([first, second, third], edited)
    expect(save(edited, synced)).toEqual(full)
    expect(synced.findings).toMatchObject([
      {check: 'translation/source-edited', severity: 'warning', place: {line: 4, unit: two}},
    ])
  })
})

describe('an edit of the article', () => {
  const reworded = second.replace('Nobody', 'No one')

  it('keeps key and translation of a reworded paragraph, stale', () => {
    const synced = sync([first, reworded, third], full)
    expect(synced.segments.map(({key}) => key)).toEqual(keys)
    expect(unit(synced, two)).toMatchObject({
      source: reworded,
      target: '번역 2',
      stale: true,
      previousSource: second,
    })
    expect(unit(synced, one)?.stale).toBe(false)
  })

  it('is taken back, and the translation holds again', () => {
    const stored = save(full, sync([first, reworded, third], full))
    expect(unit(sync([first, `${reworded} Again.`, third], stored), two)?.previousSource).toBe(
      second,
    )
    expect(save(stored, sync([first, second, third], stored))).toEqual(full)
  })

  it('is answered by the translator', () => {
    const stored = save(full, sync([first, reworded, third], full))
    const answered = sync([first, reworded, third], translate(stored, two, '아무도'))
    expect(unit(answered, two)).toMatchObject({stale: false, state: 'translated', target: '아무도'})
  })

  it('is waved through by taking `previousSource` out of the sidecar', () => {
    const stored = save(full, sync([first, reworded, third], full))
    const waved = change(stored, 'ko', 'units', (file) =>
      file.replace(/\s*"previousSource": ".*",/u, ''),
    )
    expect(unit(sync([first, reworded, third], waved), two)).toMatchObject({
      stale: false,
      target: '번역 2',
    })
  })

  it('moves a translation with its paragraph', () => {
    const synced = sync([third, first, second], full)
    expect(synced.segments.map(({key}) => key)).toEqual([headline, three, one, two])
    expect(synced.catalogs[0]?.units.map(({target}) => target)).toEqual([
      '번역 0',
      '번역 3',
      '번역 1',
      '번역 2',
    ])
  })

  it('retires the translation of what is gone, with its source, and brings it back', () => {
    const gone = sync([first, third], full)
    expect(gone.catalogs[0]?.retired).toEqual([
      {
        key: two,
        kind: 'paragraph',
        source: second,
        target: '번역 2',
        state: 'translated',
        origin: 'person',
        note: undefined,
      },
    ])
    const stored = save(full, gone)
    const later = save(stored, sync([first, third, 'Something else altogether happened.'], stored))
    const back = sync([first, second, third], later)
    expect(unit(back, two)).toMatchObject({target: '번역 2', stale: false, state: 'translated'})
    expect(back.catalogs[0]?.retired).toEqual([])
  })

  it('keeps the waivers of a unit, through rewording, removal and return', () => {
    const waivers = [{check: 'translation/numbers', reason: 'Rounded on purpose.', owner: 'desk'}]
    const waived = change(full, 'ko', 'units', (file) => {
      const sidecar = JSON.parse(file) as {units: Record<string, object>}
      return JSON.stringify({
        ...sidecar,
        units: {...sidecar.units, [two]: {...sidecar.units[two], waivers}},
      })
    })
    expect(unit(sync([first, reworded, third], waived), two)).toMatchObject({waivers, stale: true})
    const gone = sync([first, third], waived)
    expect(gone.catalogs[0]?.retired).toMatchObject([{waivers}])
    const back = sync([first, second, third], save(waived, gone))
    expect(unit(back, two)).toMatchObject({waivers, stale: false})
  })

  it('takes a waiver it does not understand for a fault, and leaves the file', () => {
    const strange = change(full, 'ko', 'units', (file) =>
      file.replace('"origin": "person"', '"origin": "person", "waivers": [{"chekc": "x"}]'),
    )
    const synced = sync([first, second, third], strange)
    expect(synced.findings).toMatchObject([{check: 'translation/file', severity: 'error'}])
    expect(synced.files).toEqual([])
  })

  it('gives a rewritten headline the key of the headline', () => {
    const article = {...makeArticle(first), headline: 'Quite Another Title'}
    const synced = syncArticle(article, ['ko'], full)
    expect(unit(synced, headline)).toMatchObject({stale: true, target: '번역 0'})
  })

  it('turns a paragraph into a list item with its translation', () => {
    const synced = sync([first, `- ${second}`, third], full)
    expect(unit(synced, two)).toMatchObject({kind: 'item', target: '번역 2', stale: false})
  })

  it('and of the translation at once means the translation of today’s text', () => {
    const synced = sync([first, reworded, third], translate(full, two, '새 번역'))
    expect(unit(synced, two)).toMatchObject({stale: false, target: '새 번역', source: reworded})
  })
})

describe('a change of the source that is not one of its words', () => {
  const linked = [first, `${second} [More](/one).`, third]
  const stored = (() => {
    const made = save([], sync(linked, []))
    const key = sync(linked, []).segments[2]?.key ?? ''
    const texts = translate(made, key, '그 뒤로 말이 없다. [더 보기](/one)')
    return save(texts, sync(linked, texts))
  })()
  const linkedUnit = (synced: Synced) => synced.catalogs[0]?.units[2]

  it('puts a new address into the translation, and says so', () => {
    const synced = sync([first, `${second} [More](/two).`, third], stored)
    expect(linkedUnit(synced)).toMatchObject({
      target: '그 뒤로 말이 없다. [더 보기](/two)',
      stale: false,
      state: 'translated',
    })
    expect(synced.findings).toMatchObject([
      {
        severity: 'notice',
        message: {key: 'translation/changed/url'},
        place: {unit: linkedUnit(synced)?.key},
      },
    ])
    const after = save(stored, synced)
    expect(sync([first, `${second} [More](/two).`, third], after)).toMatchObject({
      files: [],
      findings: [],
    })
  })

  it('leaves a translation with an address of its own stale', () => {
    const key = linkedUnit(sync(linked, stored))?.key ?? ''
    const own = translate(stored, key, '[더 보기](/ko/one)')
    const settled = save(own, sync(linked, own))
    const synced = sync([first, `${second} [More](/two).`, third], settled)
    expect(linkedUnit(synced)).toMatchObject({target: '[더 보기](/ko/one)', stale: true})
  })

  it('leaves new markup to the checks, and says so', () => {
    const synced = sync([first, `${second} [*More*](/one).`, third], stored)
    expect(linkedUnit(synced)).toMatchObject({stale: false})
    expect(synced.findings).toMatchObject([{message: {key: 'translation/changed/markup'}}])
  })

  it('of the way it is written is none', () => {
    const synced = sync(
      [first, `${second.replace('Pyong', '\nPyong')} [More](</one>).`, third],
      stored,
    )
    expect(linkedUnit(synced)?.stale).toBe(false)
    expect(synced.findings).toEqual([])
  })
})

describe('accepting', () => {
  const reworded = `${second} Not once.`
  const stored = save(full, sync([first, reworded, third], full))
  const [catalog] = sync([first, reworded, third], stored).catalogs

  it.each([
    ['all of them', [], [two]],
    ['one by its key', [two], [two]],
    ['one that is not stale', [one], []],
  ])('%s', (_, wanted, expected) => {
    if (catalog === undefined) throw new Error('no catalog')
    const accepted = accept(catalog, wanted)
    expect(accepted.keys).toEqual(expected)
    const files = stored.map((file) =>
      file.locale === 'ko' ? catalogFiles(accepted.catalog) : file,
    )
    const synced = sync([first, reworded, third], files)
    expect(synced.files).toEqual([])
    expect(unit(synced, two)?.stale).toBe(expected.length === 0)
    // It comes back with the next change, and only then.
    const next = sync([first, `${reworded} Ever.`, third], files)
    expect(unit(next, two)).toMatchObject({
      stale: true,
      previousSource: expected.length === 0 ? second : reworded,
    })
  })
})

describe('another translation that a merge left', () => {
  const rival = `${two}#theirs`
  const both = translate(full, rival, '다른 번역')

  it('stays behind the unit’s own, and is an error that shows both', () => {
    const synced = sync([first, second, third], both)
    expect(synced.findings).toMatchObject([
      {
        check: 'translation/conflict',
        severity: 'error',
        message: {values: {ours: '번역 2', theirs: '다른 번역'}},
        place: {unit: two},
      },
    ])
    const stored = save(both, synced)
    const file = stored.find(({locale}) => locale === 'ko')?.texts ?? ''
    expect(Object.keys(JSON.parse(file) as object)).toEqual([headline, one, two, rival, three])
    expect(sync([first, second, third], stored).files).toEqual([])
  })

  it('takes its place where that was taken out', () => {
    const synced = sync([first, second, third], translate(both, two, ''))
    expect(unit(synced, two)).toMatchObject({target: '다른 번역', state: 'translated'})
    expect(synced.findings).toEqual([])
  })

  it('is retired with it', () => {
    const synced = sync([first, third], both)
    expect(synced.catalogs[0]?.retired.map(({target}) => target)).toEqual(['번역 2', '다른 번역'])
  })
})

describe('another tool’s field', () => {
  const withField = (name: string) =>
    change(full, 'ko', 'units', (file) => file.replace('"state"', `"${name}": 3, "state"`))

  it('of which a merge kept both is a warning, until one is taken out', () => {
    const synced = sync([first, second, third], withField('score#theirs'))
    expect(synced.findings).toMatchObject([
      {
        check: 'translation/conflict',
        severity: 'warning',
        message: {key: 'translation/conflict/field', values: {field: 'score'}},
        place: {file: 'locales/ko/story.units.json', unit: headline},
      },
    ])
    expect(sync([first, second, third], withField('score')).findings).toEqual([])
  })
})

describe('lost files', () => {
  it('are made again with the same keys from the targets’ sidecars', () => {
    const lost = full.filter(({locale}) => locale !== 'en')
    expect(save(lost, sync([first, second, third], lost))).toEqual(full)
  })

  it('without any sidecar the texts are taken as translations of today', () => {
    const bare = full
      .map((files) => ({...files, units: undefined}))
      .filter(({locale}) => locale !== 'en')
    const synced = sync([first, second, third], bare)
    expect(synced.segments.map(({key}) => key)).toEqual(keys)
    expect(synced.catalogs[0]?.units.map(({target}) => target)).toEqual([
      '번역 0',
      '번역 1',
      '번역 2',
      '번역 3',
    ])
  })
})

describe('a faulty file', () => {
  const faults: readonly (readonly [string, (text: string) => string, string, number, number])[] = [
    ['a missing comma', (text) => text.replace('",\n', '"\n'), 'syntax', 3, 3],
    ['a trailing comma', (text) => text.replace('"\n}', '",\n}'), 'syntax', 6, 1],
    ['half a file', (text) => text.slice(0, 60), 'syntax', 3, 25],
    ['nothing', () => '', 'syntax', 1, 1],
    ['a comment', (text) => `// mine\n${text}`, 'syntax', 1, 1],
    ['a list', () => '["a"]', 'shape', 1, 1],
    ['a number', (text) => text.replace('"번역 1"', '7'), 'shape', 3, 25],
    ['a key twice', (text) => text.replace('{', `{"${one}": "다른 글",`), 'duplicate', 3, 3],
    ['__proto__', (text) => text.replace('{', '{"__proto__": "글",'), 'forbidden', 1, 2],
    ['merge marks', (text) => text.replace('\n', '\n<<<<<<< HEAD\n'), 'conflict', 2, 1],
    ['bytes that are no text', (text) => text.replace('{', '{ \uDCFF'), 'encoding', 1, 3],
    ['no right to be read', () => '\uDCFE', 'unreadable', 1, 1],
    [
      'elements without end',
      (text) => text.replace(': "', `: "${'<b>'.repeat(600)}`),
      'nested',
      2,
      1561,
    ],
    ['a deep file', () => '['.repeat(100_000), 'deep', 1, 9],
  ]
  it.each(faults)('with %s is left alone, and shown', (_, damage, variant, line, column) => {
    const broken = change(full, 'ko', 'texts', damage)
    const synced = sync([first, `${second} More.`, third], broken)
    expect(synced.files.map(({locale}) => locale)).toEqual(['en'])
    expect(synced.findings).toHaveLength(1)
    expect(synced.findings[0]).toMatchObject({
      check: 'translation/file',
      severity: 'error',
      message: {key: `translation/file/${variant}`},
      place: {file: 'locales/ko/story.json', line, column},
      locale: 'ko',
      article: 'story',
    })
    expect(synced.catalogs[0]?.units).toHaveLength(4)
  })

  it.each([
    ['a field that is missing', (text: string) => text.replace('"state"', '"mood"')],
    ['a list for its units', (text: string) => text.replace('"units": {', '"units": [], "was": {')],
    ['an unknown state', (text: string) => text.replace('"translated"', '"splendid"')],
    ['no JSON', () => 'x'],
  ])('which is a sidecar with %s', (_, damage) => {
    const broken = change(full, 'ko', 'units', damage)
    const synced = sync([first, second, third], broken)
    expect(synced.files).toEqual([])
    expect(synced.findings).toMatchObject([
      {check: 'translation/file', place: {file: 'locales/ko/story.units.json'}},
    ])
  })

  it('of the source keeps everything from being written, because keys are not certain', () => {
    const broken = change(full, 'en', 'texts', () => '{')
    const synced = sync([first, `${second} More.`, third], broken)
    expect(synced.files).toEqual([])
    expect(synced.findings[0]).toMatchObject({locale: 'en', severity: 'error'})
  })
})

it('what other tools keep in a sidecar stays where it is', () => {
  const more = {confidence: 0.5, reasons: [{why: '짧다'}]}
  const marked = full.map((files) => {
    const sidecar = JSON.parse(files.units ?? '') as {readonly units: Record<string, object>}
    const units = Object.entries(sidecar.units).map(([key, own]) => [key, {...own, ...more}])
    const written = {...sidecar, units: Object.fromEntries(units) as object, notes: ['n']}
    return {...files, units: `${JSON.stringify(written, null, 2)}\n`}
  })
  expect(sync([first, second, third], marked).files).toEqual([])
  const gone = save(marked, sync([first, third], marked))
  expect(save(gone, sync([first, second, third], gone))).toEqual(marked)
})

it('other articles’ files are none of its business', () => {
  const other: CatalogFiles = {slug: 'other', locale: 'ko', texts: '{', units: undefined}
  expect(sync([first, second, third], [...full, other])).toMatchObject({files: [], findings: []})
})

it('a unit’s place is that of its text', () => {
  const file = full.find(({locale}) => locale === 'ko')
  expect(placeOfUnit(file?.texts ?? '', one)).toEqual({line: 3, column: 25})
  expect(placeOfUnit(file?.texts ?? '', 'nope')).toBeUndefined()
  expect(placeOfUnit('{', one)).toBeUndefined()
  const synced = sync([first, second, third], translate(full, two, ''))
  const [finding] = locate(synced.findings, save(full, synced), [])
  expect(finding?.place).toEqual({file: 'locales/ko/story.json', unit: two, line: 4, column: 25})
})

describe('an article of every kind of segment', () => {
  const whole = makeArticle(
    'A paragraph.[^1]\n\n## A heading\n\n- An item\n\n![A picture](a.png "Its title")\n\n| Head |\n| --- |\n| Cell |\n\n[^1]: A note.',
    {
      standfirst: 'A summary.',
      byline: ['Jane Doe'],
      dateline: 'Seoul',
      corrections: [{date: '2026-11-25', wrong: 'two hundred', right: 'three hundred'}],
    },
  )

  it('is known again when nothing has changed', () => {
    const before = syncArticle(whole, ['ko'], [])
    const again = syncArticle(whole, ['ko'], before.files)
    expect(again.findings).toEqual([])
    expect(again.files).toEqual([])
  })
})

describe('an article that was renamed', () => {
  const renamed = (formerly: readonly string[]) =>
    makeArticle([first, second, third].join('\n\n'), {slug: 'tale', facts: {...facts, formerly}})
  const translations = ({catalogs}: Synced) =>
    catalogs[0]?.units.map(({target, state}) => [target, state])

  it('takes its translations along, into files of its own', () => {
    const {files, ...synced} = syncArticle(renamed(['saga', 'story']), ['ko'], full)
    expect(translations({files, ...synced})).toEqual(
      translations(sync([first, second, third], full)),
    )
    expect(files.map(({slug, locale}) => `${locale}/${slug}`)).toEqual(['en/tale', 'ko/tale'])
    expect(files.map(({texts}) => texts)).toEqual(full.map(({texts}) => texts))
    expect(syncArticle(renamed(['story']), ['ko'], [...full, ...files]).files).toEqual([])
  })

  it('takes them along too where its own files were made before somebody said so', () => {
    const empty = syncArticle(renamed([]), ['ko'], full).files
    const stored = [...full, ...empty]
    const {files, ...synced} = syncArticle(renamed(['story']), ['ko'], stored)
    expect(translations({files, ...synced})).toEqual(
      translations(sync([first, second, third], full)),
    )
    const back = syncArticle(renamed(['story', 'tale']), ['ko'], stored)
    expect(translations(back)).toEqual(translations(sync([first, second, third], full)))
    const begun = stored.map((each) =>
      each.slug === 'tale' && each.locale === 'ko'
        ? {...each, texts: JSON.stringify({[headline]: '이야기'})}
        : each,
    )
    const kept = syncArticle(renamed(['story']), ['ko'], begun).catalogs[0]?.units
    expect(kept?.map(({target}) => target)).toEqual(['이야기', undefined, undefined, undefined])
  })

  it('starts anew where nobody says what it was called', () => {
    const synced = syncArticle(renamed([]), ['ko'], full)
    expect(synced.catalogs[0]?.units.every(({target}) => target === undefined)).toBe(true)
    expect(leftBehindFindings(leftBehind(full, ['tale']))).toMatchObject([
      {check: 'translation/left-behind', place: {file: 'locales/en/story.json'}},
      {check: 'translation/left-behind', place: {file: 'locales/ko/story.json'}},
    ])
    expect(leftBehind(full, ['story'])).toEqual([])
  })
})
