import {expect, it} from 'vitest'
import type {State, Unit} from '../../pipeline/model/catalog.ts'
import {progress} from '../../pipeline/translate/status.ts'
import {policy} from './make-article.ts'

const units = (['untranslated', 'draft', 'draft', 'translated', 'reviewed'] as const).map(
  (state, index): Unit => ({
    key: `paragraph-${index}`,
    kind: 'paragraph',
    source: 'x',
    target: state === 'untranslated' ? undefined : 'y',
    state,
    stale: index === 3,
    previousSource: undefined,
    origin: undefined,
    note: undefined,
  }),
)

const least: readonly (readonly [State | undefined, number])[] = [
  [undefined, 2],
  ['draft', 4],
  ['translated', 2],
  ['reviewed', 1],
]
it.each(least)('where %s is asked for, %i are ready', (state, translated) => {
  const asked = state === undefined || state === 'untranslated' ? {} : {ko: state}
  const catalog = {slug: 'story', locale: 'ko', units, retired: []}
  expect(progress(catalog, {...policy, state: asked}, 7)).toEqual({
    units: 5,
    translated,
    reviewed: 1,
    drafts: 2,
    untranslated: 1,
    stale: 1,
    wordsLeft: 1,
    words: 7,
  })
})
