import {expect, it} from 'vitest'
import {desk, publicationJson} from './desk.ts'

const article = (headline: string, ...paragraphs: readonly string[]) =>
  `---\nheadline: ${headline}\n---\n\n${paragraphs.join('\n\n')}\n`

const soldiers = 'The soldiers were sent to Kursk in the autumn of that year.'

/** Two articles that share a paragraph and almost share another; the first is translated. */
async function twoArticles() {
  const paper = desk({
    'publication.json': publicationJson(),
    'articles/first/article.md': article('First story', soldiers, 'Nobody has spoken of it since.'),
    'articles/second/article.md': article(
      'Second story',
      soldiers,
      'Nobody has ever spoken of it since.',
      'The weather was mild.',
    ),
  })
  await paper.galley('sync')
  const texts = paper.json('locales/ko/first.json')
  const korean = [
    '첫 이야기',
    '군인들은 그해 가을 쿠르스크로 갔다.',
    '그 뒤로 아무도 말하지 않았다.',
  ]
  const translated = Object.fromEntries(
    Object.keys(texts).map((key, index) => [key, korean[index] ?? '']),
  )
  paper.write('locales/ko/first.json', JSON.stringify(translated))
  await paper.galley('sync')
  return paper
}

type Records = Readonly<Record<string, Readonly<Record<string, unknown>>>>
const units = (sidecar: Record<string, unknown>) => Object.values(sidecar['units'] as Records)

it('what was translated before is drafted, with its per cent and what it was made from', async () => {
  const paper = await twoArticles()
  const {exit, said} = await paper.galley('draft', 'second', '--locale', 'ko')
  expect(exit).toBe(0)
  expect(said).toContain('2 drafts; 2 units are still to be translated.')
  expect(Object.values(paper.json('locales/ko/second.json'))).toEqual([
    '',
    '군인들은 그해 가을 쿠르스크로 갔다.',
    '그 뒤로 아무도 말하지 않았다.',
    '',
  ])
  expect(units(paper.json('locales/ko/second.units.json'))).toMatchObject([
    {state: 'untranslated'},
    {state: 'draft', origin: 'memory', match: 100, source: soldiers},
    {
      state: 'draft',
      origin: 'memory',
      match: 85,
      source: 'Nobody has ever spoken of it since.',
      previousSource: 'Nobody has spoken of it since.',
    },
    {state: 'untranslated'},
  ])
})

it('a second run, and a sync, change nothing', async () => {
  const paper = await twoArticles()
  await paper.galley('draft')
  const files = () =>
    ['json', 'units.json'].map((ending) => paper.read(`locales/ko/second.${ending}`))
  const before = files()
  const again = await paper.galley('draft', '--json')
  expect(JSON.parse(again.said)).toMatchObject({origin: 'memory', drafts: [], left: 2})
  await paper.galley('sync')
  expect(files()).toEqual(before)
})

it('a text that is there is never touched, nor a unit that is not meant', async () => {
  const paper = await twoArticles()
  const [headline = '', first = ''] = Object.keys(paper.json('locales/ko/second.json'))
  paper.write('locales/ko/second.json', JSON.stringify({[headline]: '', [first]: '내 글'}))
  await paper.galley('draft', 'first')
  expect(paper.json('locales/ko/second.json')).toEqual({[headline]: '', [first]: '내 글'})
  await paper.galley('draft', 'second')
  expect(paper.json('locales/ko/second.json')[first]).toBe('내 글')
  expect(units(paper.json('locales/ko/second.units.json'))[1]).toMatchObject({
    state: 'translated',
    origin: 'person',
  })
})

it('a person who writes over a draft has translated it', async () => {
  const paper = await twoArticles()
  await paper.galley('draft')
  const texts: Record<string, string> = paper.json('locales/ko/second.json')
  const [, key = ''] = Object.keys(texts)
  paper.write('locales/ko/second.json', JSON.stringify({...texts, [key]: '고친 글'}))
  await paper.galley('sync')
  const [, unit] = units(paper.json('locales/ko/second.units.json'))
  expect(unit).toMatchObject({state: 'translated', origin: 'person'})
  expect(unit).not.toHaveProperty('match')
})

it('--dry-run writes nothing', async () => {
  const paper = await twoArticles()
  const before = paper.read('locales/ko/second.json')
  const {said} = await paper.galley('draft', '--dry-run', '--json')
  expect(JSON.parse(said)).toMatchObject({drafts: [{match: 100}, {match: 85}]})
  expect(paper.read('locales/ko/second.json')).toBe(before)
})

it('a locale file with a fault is left alone, and the rest is drafted', async () => {
  const paper = await twoArticles()
  paper.write('locales/ko/first.json', '{broken')
  const {exit, said} = await paper.galley('draft', '--json')
  expect(exit).toBe(1)
  expect(JSON.parse(said)).toMatchObject({
    findings: [{message: {key: 'translation/file/syntax'}}],
  })
  expect(paper.read('locales/ko/first.json')).toBe('{broken')
})

it.each([
  [['draft', 'third'], 'There is no article "third".'],
  [['draft', '--locale', 'fr'], '"fr" is not a language of this publication.'],
  [['draft', '--from', 'air'], 'Drafts cannot come from "air".'],
  [['draft', '--least', '7'], '--least 7: that is not a whole number from 30 to 100.'],
])('galley %j is refused', async (words, message) => {
  const paper = await twoArticles()
  await expect(paper.galley(...words)).rejects.toMatchObject({code: 'usage', message})
})
