import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Transcript} from '../../pipeline/model/transcript.ts'
import {changesHeard, heardChanges} from '../../pipeline/report/heard-changes.ts'
import {speaker} from '../../pipeline/words/speaker.ts'
import {context} from './sample.ts'

const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')

function heard(before: readonly string[], now: readonly string[], lang = 'en'): Transcript {
  const changed = text(before) === text(now) ? undefined : {before: text(before), now: text(now)}
  return {file: 'transcripts/a.txt', lang, changed}
}

test('says which lines went and came, and behind which line', () => {
  const pages = new Map([
    [
      'a.html',
      heard(['page', 'Home', 'link, Old', 'end'], ['page', 'Home', 'link, New', 'more', 'end']),
    ],
    ['b.html', heard(['page'], ['page'])],
    ['c.html', heard(['page', 'end'], ['start', 'page'])],
  ])
  expect(heardChanges(pages)).toEqual([
    {
      pages: ['a.html'],
      lang: 'en',
      stretches: [{after: 'Home', gone: ['link, Old'], new: ['link, New', 'more']}],
    },
    {
      pages: ['c.html'],
      lang: 'en',
      stretches: [
        {after: null, gone: [], new: ['start']},
        {after: 'page', gone: ['end'], new: []},
      ],
    },
  ])
})

test('what a template does to many pages is told once', () => {
  const one = (title: string, lang?: string) => heard([title], [title, 'link, Search'], lang)
  const pages = new Map([
    ['a.html', one('A')],
    ['b.html', one('B')],
    ['ko.html', one('C', 'ko')],
  ])
  expect(heardChanges(pages).map((change) => change.pages)).toEqual([
    ['a.html', 'b.html'],
    ['ko.html'],
  ])
})

test('a text that is another altogether is told as that', () => {
  const lines = (mark: string) => Array.from({length: 1500}, (_, at) => `${mark}${at}`)
  const [change] = heardChanges(new Map([['a.html', heard(lines('a'), lines('b'))]]))
  expect(change?.stretches).toEqual([{after: null, gone: lines('a'), new: lines('b')}])
})

test('every line that is not told stays: what went put back gives the text before', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), {maxLength: 12})
  fc.assert(
    fc.property(lines, lines, (before, now) => {
      const [change] = heardChanges(new Map([['a.html', heard(before, now)]]))
      const gone = (change?.stretches ?? []).flatMap((one) => one.gone)
      const added = (change?.stretches ?? []).flatMap((one) => one.new)
      expect([...now, ...gone].sort()).toEqual([...before, ...added].sort())
    }),
  )
})

test('one sentence says on how many pages, and none where nothing changed', () => {
  const words = speaker(context.words, 'en', 'en')
  const say = (since: string | undefined, one: Transcript) =>
    changesHeard({transcripts: new Map([['a.html', one]]), since}, words)
  expect(say('out/transcripts/4f2a', heard(['a'], ['b']))).toBe(
    'What a screen reader says has changed on 1 page: its lines are in the report, below “As a screen reader says it”.',
  )
  expect(say('out/transcripts/4f2a', heard(['a'], ['a']))).toBe('')
  expect(say(undefined, heard(['a'], ['a']))).toBe('')
})
