import * as fc from 'fast-check'
import {expect, it} from 'vitest'
import type {CatalogFiles} from '../../pipeline/model/catalog.ts'
import {settledSource, settledTarget} from '../../pipeline/translate/settled.ts'
import {syncSource} from '../../pipeline/translate/source.ts'
import {syncTarget} from '../../pipeline/translate/target.ts'
import {syncArticle} from '../../pipeline/translate/sync.ts'
import {edited, paragraph, script, translated} from './edit-script.ts'
import {makeArticle} from './make-article.ts'

const articleOf = (paragraphs: readonly string[]) =>
  makeArticle(paragraphs.join('\n\n'), {
    corrections: [{date: '2026-11-24', wrong: 'One', right: 'Two'}],
  })

function saved(paragraphs: readonly string[], stored: readonly CatalogFiles[]) {
  const {files} = syncArticle(articleOf(paragraphs), ['ko'], stored)
  const isNew = (one: CatalogFiles) => files.some(({locale}) => locale === one.locale)
  return [...stored.filter((one) => !isNew(one)), ...files]
}

/** Both ways of finding out, where the quick one gives an answer at all. */
function bothWays(paragraphs: readonly string[], stored: readonly CatalogFiles[]) {
  const article = articleOf(paragraphs)
  const [en, ko] = ['en', 'ko'].map((tag) => stored.find(({locale}) => locale === tag))
  const source = settledSource(article, en)
  const target = source && settledTarget(source.segments, article, 'ko', ko)
  const full = syncSource(article, en, ko === undefined ? [] : [ko])
  return {
    source: source && {quick: source, full},
    target: target && {quick: target, full: syncTarget(full, article, 'ko', ko)},
  }
}

it('gives what a sync gives, wherever it gives anything', () => {
  fc.assert(
    fc.property(
      fc.array(paragraph, {maxLength: 6}),
      script,
      fc.record({
        file: fc.constantFrom('en.texts', 'en.units', 'ko.texts', 'ko.units'),
        at: fc.double({min: 0, max: 1, noNaN: true}),
        cut: fc.integer({min: 0, max: 2}),
        put: fc.constantFrom('', ' ', 'a', '"', ',', '{', '\n', '"x": "y",', '\\u0041'),
      }),
      (start, rounds, {file, at, cut, put}) => {
        let paragraphs: readonly string[] = start
        let stored: readonly CatalogFiles[] = saved(paragraphs, [])
        for (const edits of rounds) {
          stored = stored.map((files) =>
            files.locale === 'ko'
              ? {...files, texts: translated(files.texts ?? '{}', edits)}
              : files,
          )
          stored = saved(paragraphs, stored)
          const calm = bothWays(paragraphs, stored)
          expect(calm.source?.quick).toEqual(calm.source?.full)
          expect(calm.target?.quick).toEqual(calm.target?.full)
          expect(calm.target).toBeDefined()
          paragraphs = edited(paragraphs, edits)
          const moved = bothWays(paragraphs, stored)
          expect(moved.source?.quick).toEqual(moved.source?.full)
          expect(moved.target?.quick).toEqual(moved.target?.full)
          stored = saved(paragraphs, stored)
        }
        const [tag = '', part = ''] = file.split('.')
        const hurt = (text: string) => {
          const place = Math.floor(at * text.length)
          return text.slice(0, place) + put + text.slice(place + cut)
        }
        const spoiled = stored.map((files) => {
          if (files.locale !== tag) return files
          return part === 'texts'
            ? {...files, texts: hurt(files.texts ?? '')}
            : {...files, units: hurt(files.units ?? '')}
        })
        const found = bothWays(paragraphs, spoiled)
        expect(found.source?.quick).toEqual(found.source?.full)
        expect(found.target?.quick).toEqual(found.target?.full)
      },
    ),
    {numRuns: 40},
  )
})
