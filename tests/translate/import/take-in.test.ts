import {describe, expect, it} from 'vitest'
import type {CatalogFiles} from '../../../pipeline/model/catalog.ts'
import {catalogFiles} from '../../../pipeline/translate/catalog-files.ts'
import type {Extra, Imported, Offer} from '../../../pipeline/translate/import/importers.ts'
import {takeIn, type TakenIn} from '../../../pipeline/translate/import/take-in.ts'
import {syncArticle} from '../../../pipeline/translate/sync.ts'
import {makeArticle} from '../make-article.ts'

const article = makeArticle('The first paragraph.\n\nThe second paragraph.\n')

function synced(stored: readonly CatalogFiles[] = []) {
  const {catalogs, files, segments} = syncArticle(article, ['ko'], stored)
  const [catalog] = catalogs
  if (catalog === undefined) throw new Error('no catalog')
  const latest = stored.filter(({locale}) => !files.some((one) => one.locale === locale))
  return {catalog, segments, files: [...latest, ...files]}
}

const [headline, first] = synced().segments.map(({key}) => key)

function offer(target: string, rest: Partial<Offer> = {}): Offer {
  return {
    key: first ?? '',
    target,
    state: 'translated',
    confidence: 1,
    source: 'The first paragraph.',
    note: undefined,
    line: 1,
    column: 1,
    ...rest,
  }
}

function imported(offers: readonly Offer[], extras: readonly Extra[] = []): Imported {
  return {method: 'structure', offers, extras, findings: []}
}

/** Take in, write, and read again by `sync`: what counts is what the files say. */
function take(what: Imported, force = false, stored: readonly CatalogFiles[] = []) {
  const before = synced(stored)
  const taken = takeIn(before.catalog, what, {name: 'old.md', force})
  return {taken, stored: filed(before.files, taken), after: synced(filed(before.files, taken))}
}

function filed(files: readonly CatalogFiles[], {catalog}: TakenIn): readonly CatalogFiles[] {
  return [...files.filter(({locale}) => locale !== 'ko'), catalogFiles(catalog)]
}

const unit = ({after}: ReturnType<typeof take>) =>
  after.catalog.units.find(({key}) => key === first)

describe('taking in', () => {
  it('fills a unit that has no translation, and sync leaves it so', () => {
    const result = take(imported([offer('첫 단락.')]))
    expect(unit(result)).toMatchObject({target: '첫 단락.', state: 'translated', origin: 'import'})
    expect(result.taken.units).toMatchObject([{key: first, outcome: 'translated'}])
    expect(result.after.catalog.units.find(({key}) => key === headline)?.target).toBeUndefined()
  })

  it('keeps a draft a draft, with its reason', () => {
    const result = take(imported([offer('첫 단락.', {state: 'draft', note: 'Too short.'})]))
    expect(unit(result)).toMatchObject({state: 'draft', note: 'Too short.'})
    expect(result.taken.findings.map(({check}) => check)).toEqual(['import/uncertain'])
  })

  it('marks what was made from an earlier source as stale', () => {
    const result = take(imported([offer('첫 단락.', {source: 'The opening paragraph.'})]))
    expect(unit(result)).toMatchObject({stale: true, previousSource: 'The opening paragraph.'})
  })

  it('keeps another translation that is there, and the offered one beside it', () => {
    const {stored} = take(imported([offer('첫 단락.')]))
    const result = take(imported([offer('처음 단락.')]), false, stored)
    expect(unit(result)?.target).toBe('첫 단락.')
    expect(result.after.catalog.retired).toMatchObject([
      {key: `${first}-import`, target: '처음 단락.', state: 'draft', origin: 'import'},
    ])
    expect(result.taken.findings.map(({check}) => check)).toEqual(['import/kept'])
  })

  it('with force keeps the one that was there', () => {
    const {stored} = take(imported([offer('첫 단락.')]))
    const result = take(imported([offer('처음 단락.')]), true, stored)
    expect(unit(result)?.target).toBe('처음 단락.')
    expect(result.after.catalog.retired).toMatchObject([
      {key: `${first}-before`, target: '첫 단락.', state: 'translated'},
    ])
  })

  it('parks a text without a unit', () => {
    const extra = {kind: 'paragraph', target: '역자 주.', source: '', note: 'After.'} as const
    const result = take(imported([], [{...extra, line: 3, column: 1}]))
    expect(result.after.catalog.retired).toMatchObject([
      {target: '역자 주.', source: '', note: 'From old.md. After.', state: 'draft'},
    ])
    expect(result.taken.findings).toMatchObject([
      {check: 'import/extra', place: {file: 'old.md', line: 3}},
    ])
  })

  it.each([false, true])('changes nothing the second time (force: %s)', (force) => {
    const extra = {kind: 'paragraph', target: '역자 주.', source: '', note: ''} as const
    const what = imported([offer('첫 단락.')], [{...extra, line: 3, column: 1}])
    const {stored} = take(imported([offer('처음 단락.')]), force)
    const once = take(what, force, stored)
    const twice = take(what, force, once.stored)
    expect(catalogFiles(twice.after.catalog)).toEqual(catalogFiles(once.after.catalog))
  })
})
