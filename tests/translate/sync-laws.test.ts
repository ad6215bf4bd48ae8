import * as fc from 'fast-check'
import {expect, it} from 'vitest'
import type {CatalogFiles} from '../../pipeline/model/catalog.ts'
import {changeBetween} from '../../pipeline/translate/change.ts'
import {syncArticle, type Synced} from '../../pipeline/translate/sync.ts'
import {edited, paragraph, script, translated} from './edit-script.ts'
import {makeArticle} from './make-article.ts'

function sync(paragraphs: readonly string[], stored: readonly CatalogFiles[]): Synced {
  return syncArticle(makeArticle(paragraphs.join('\n\n')), ['ko'], stored)
}

/** What is on disk after a sync. */
function saved(stored: readonly CatalogFiles[], {files}: Synced): readonly CatalogFiles[] {
  const isNew = (one: CatalogFiles) => files.some(({locale}) => locale === one.locale)
  return [...stored.filter((one) => !isNew(one)), ...files]
}

function texts(stored: readonly CatalogFiles[], locale: string): Record<string, string> {
  const file = stored.find((one) => one.locale === locale)?.texts ?? '{}'
  return JSON.parse(file) as Record<string, string>
}

it('whatever happens, sync is idempotent, lossless, key-stable and in order', () => {
  fc.assert(
    fc.property(fc.array(paragraph, {maxLength: 8}), script, (start, rounds) => {
      let paragraphs: readonly string[] = start
      let stored = saved([], sync(paragraphs, []))
      const lastText = new Map<string, string>()
      for (const edits of rounds) {
        const keysBefore = new Map(
          Object.entries(texts(stored, 'en')).map(([key, text]) => [text, key]),
        )
        stored = stored.map((files) =>
          files.locale === 'ko' ? {...files, texts: translated(files.texts ?? '{}', edits)} : files,
        )
        const written = Object.values(texts(stored, 'ko')).filter((text) => text.trim() !== '')
        const before = sync(paragraphs, stored)
        const {units: unitsBefore = [], retired: retiredBefore = []} = before.catalogs[0] ?? {}
        for (const {key, text} of before.segments) lastText.set(key, text)
        const countBefore = countOf(paragraphs)
        paragraphs = edited(paragraphs, edits)
        const synced = sync(paragraphs, stored)
        const [catalog] = synced.catalogs

        // Lossless: each text that was there is there, or among the retired.
        // Addresses alone may have been put right in it.
        const kept = [...(catalog?.units ?? []), ...(catalog?.retired ?? [])].map(({target}) =>
          anyAddress(target),
        )
        expect(kept).toEqual(expect.arrayContaining(written.map(anyAddress)))
        expect(kept).toEqual(
          expect.arrayContaining(retiredBefore.map(({target}) => anyAddress(target))),
        )

        // With its source: what it was made from, or what says the same with other markup.
        const now = new Map(synced.segments.map(({key, text}) => [key, text]))
        const untouched = unitsBefore.filter(({target}) => target !== undefined)
        if (!edits.some(({does}) => does === 'translate')) {
          for (const {key, target, source, previousSource = source, kind} of untouched) {
            const unit = catalog?.units.find((one) => one.key === key)
            const isHere =
              anyAddress(unit?.target) === anyAddress(target) &&
              (unit?.previousSource === previousSource ||
                (unit?.stale === false &&
                  changeBetween(previousSource, unit.source, kind) !== 'words'))
            const isParked = (catalog?.retired ?? []).some(
              (one) => one.target === target && one.source === previousSource,
            )
            expect(isHere || isParked).toBe(true)
            // What says the same as before is not stale, unless an address could not be put in.
            if (
              previousSource === source &&
              ['none', 'markup'].includes(changeBetween(source, now.get(key) ?? '', kind))
            )
              expect(unit).toMatchObject({target, stale: false})
          }
        }

        // No key is used again, unless its text is back.
        for (const {key, text} of synced.segments) {
          if (lastText.has(key) && !before.segments.some((one) => one.key === key))
            expect(text).toBe(lastText.get(key))
        }

        // Key-stable: a text that stands once before and after keeps its key.
        const countNow = countOf(paragraphs)
        for (const {key, text, kind} of synced.segments) {
          if (kind === 'paragraph' && countBefore.get(text) === 1 && countNow.get(text) === 1)
            expect(key).toBe(keysBefore.get(text))
        }
        expect(new Set(synced.segments.map(({key}) => key)).size).toBe(synced.segments.length)

        // In order, in every file.
        stored = saved(stored, synced)
        expect(Object.keys(texts(stored, 'en'))).toEqual(synced.segments.map(({key}) => key))
        expect(Object.keys(texts(stored, 'ko'))).toEqual(synced.segments.map(({key}) => key))
        expect(Object.values(texts(stored, 'en'))).toEqual(synced.segments.map(({text}) => text))

        // Stale units, and only they, know the source they were made from.
        for (const unit of catalog?.units ?? []) {
          expect(unit.stale).toBe(unit.previousSource !== undefined)
          expect(unit.previousSource).not.toBe(unit.source)
          expect(unit.target === undefined).toBe(unit.state === 'untranslated')
        }

        // Idempotent.
        const again = sync(paragraphs, stored)
        expect(again.files).toEqual([])
        expect(again.findings).toEqual([])
        expect(again.catalogs).toEqual(synced.catalogs)
      }
    }),
    {numRuns: 150},
  )
})

/** A text, whatever page its addresses lead to. */
function anyAddress(text: string | undefined): string | undefined {
  return text?.replaceAll(/a\.example\/\d+/gu, 'a.example')
}

function countOf(items: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}
