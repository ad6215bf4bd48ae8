import {expect, it} from 'vitest'
import {desk, publicationJson} from './desk.ts'

const english = ['The story', 'The first paragraph stands here.', 'The second one is there.']

/** A story whose headline is translated, whose first paragraph is stale, whose second is empty. */
async function story() {
  const article = (first: string) =>
    `---\nheadline: ${english[0]}\n---\n\n${first}\n\n${english[2]}\n`
  const paper = desk({
    'publication.json': publicationJson(),
    'articles/story/article.md': article(english[1] ?? ''),
  })
  await paper.galley('sync')
  const [headline = '', first = '', second = ''] = Object.keys(paper.json('locales/ko/story.json'))
  const texts = {[headline]: '이야기', [first]: '첫 문단을 을 여기 있다.', [second]: ''}
  paper.write('locales/ko/story.json', JSON.stringify(texts))
  await paper.galley('sync')
  paper.write('articles/story/article.md', article('The first paragraph stands over there.'))
  return {paper, keys: [headline, first, second] as const}
}

type Units = Readonly<Record<string, {readonly state: string}>>
const states = (sidecar: Record<string, unknown>) =>
  Object.values(sidecar['units'] as Units).map(({state}) => state)

it('what is translated becomes reviewed; what is stale or empty is listed', async () => {
  const {paper, keys} = await story()
  const {exit, said} = await paper.galley('review', 'story', '--json')
  expect(exit).toBe(0)
  expect(JSON.parse(said)).toEqual({
    state: 'reviewed',
    marked: [keys[0]],
    left: [
      {unit: keys[1], why: 'stale'},
      {unit: keys[2], why: 'untranslated'},
    ],
    findings: [],
  })
  await paper.galley('sync')
  expect(states(paper.json('locales/ko/story.units.json'))).toEqual([
    'reviewed',
    'translated',
    'untranslated',
  ])
  await paper.galley('review', 'story', '--undo')
  expect(states(paper.json('locales/ko/story.units.json'))[0]).toBe('translated')
})

it('a reviewed text that is edited is only translated', async () => {
  const {paper, keys} = await story()
  await paper.galley('review', 'story', '--unit', keys[0])
  const texts = paper.json('locales/ko/story.json')
  paper.write('locales/ko/story.json', JSON.stringify({...texts, [keys[0]]: '다른 이야기'}))
  await paper.galley('sync')
  expect(states(paper.json('locales/ko/story.units.json'))[0]).toBe('translated')
})

it.each([
  [['review'], 'Name the article that was read.'],
  [['review', 'nothing'], 'There is no article "nothing".'],
  [['review', 'story', '--unit', 'x-1'], 'The article has no unit "x-1".'],
])('galley %j is refused', async (words, message) => {
  const {paper} = await story()
  await expect(paper.galley(...words)).rejects.toMatchObject({code: 'usage', message})
})

it('status tells units, words left, what is stale, and what the checks find', async () => {
  const {paper} = await story()
  const {said} = await paper.galley('status', '--json')
  const [row] = JSON.parse(said) as [{found: {error: number}}]
  expect(row).toMatchObject({
    slug: 'story',
    locale: 'ko',
    progress: {units: 3, untranslated: 1, wordsLeft: 5, stale: 1, drafts: 0, reviewed: 0},
  })
  expect(row.found.error).toBeGreaterThan(0)
  expect((await paper.galley('status')).said).toMatch(/^article +language +units .*\nstory +ko +3/)
})
