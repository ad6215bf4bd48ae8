import {expect, test} from 'vitest'
import {ascribe} from '../../pipeline/check/ascribe.ts'
import type {Brief} from '../../pipeline/model/brief.ts'
import type {Rendition} from '../../pipeline/model/rendition.ts'
import {finding} from '../gate/case.ts'

const long = 'Pears and apples '.repeat(20).trim()
const briefs = [
  ['party', 'en', '🎉'],
  ['party', 'ko', '잔치'],
  ['pause', 'en', '…'],
  ['pause', 'ko', '…'],
  ['twin', 'en', '!'],
  ['other', 'en', '!'],
  ['long', 'en', long],
  ['strong', 'en', '**Ripe** pears'],
].map(([slug, locale, text]) => ({slug, locale, headline: {text}})) as unknown as readonly Brief[]
const renditions = [
  {path: 'en/index.html', page: 'front', locale: 'en'},
  {path: 'ko/index.html', page: 'front', locale: 'ko'},
  {path: 'index.html', page: 'root'},
  {path: 'en/party/index.html', page: 'article', locale: 'en', article: 'party'},
  {path: 'en/feed.xml', locale: 'en'},
] as unknown as readonly Rendition[]

test.each([
  ['en/index.html', '<a href="/en/party/">🎉', ['party en']],
  ['en/index.html', '<h2>🎉', ['party en']],
  ['en/index.html', '🎉', ['party en']],
  ['ko/index.html', '<h2>잔치', ['party ko']],
  ['ko/index.html', '<h2>🎉', []],
  ['index.html', '<a href="/ko/pause/">…', ['pause en', 'pause ko']],
  ['en/index.html', `<h2>${long.slice(0, 60)}…`, ['long en']],
  ['en/index.html', long.slice(0, 60), ['long en']],
  ['en/index.html', '<h2>Pears and…', []],
  ['en/index.html', '<h2>Ripe pears', ['strong en']],
  ['en/index.html', '<h2>!', []],
  ['en/index.html', '<h2>🎉 News', []],
  ['en/index.html', '<a href="/en/party/">', []],
  ['en/feed.xml', '🎉', []],
  ['en/party/index.html', '<h1>🎉', []],
])('what is found on %s at %s counts against %j', (file, excerpt, editions) => {
  const found = ascribe([finding({place: {file}, excerpt})], briefs, renditions)
  const named = found.flatMap(({article, locale}) => (article ? [`${article} ${locale}`] : []))
  expect(named).toEqual(editions)
  expect(found).toHaveLength(Math.max(1, editions.length))
})

test('what nobody has to mend stays with its page', () => {
  const told = [finding({severity: 'notice', place: {file: 'en/index.html'}, excerpt: '🎉'})]
  expect(ascribe(told, briefs, renditions)).toEqual(told)
})
