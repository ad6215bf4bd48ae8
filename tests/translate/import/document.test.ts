import {describe, expect, it} from 'vitest'
import {readTranslation} from '../../../pipeline/ingest/translation.ts'
import {documentImporter} from '../../../pipeline/translate/import/document.ts'
import {syncArticle} from '../../../pipeline/translate/sync.ts'
import {makeArticle} from '../make-article.ts'

const first = 'The harbor in Busan reopened on Monday after 14 days, the port authority said.'
const second = 'Fishing boats left at dawn. See the `tide` table at https://tides.example/busan.'
const third = 'Residents had waited for the news.'
const front = '---\ntitle: 기사\n---\n\n'
const korean = [
  '항만 당국은 부산항이 14일 만인 월요일에 다시 열렸다고 밝혔다.',
  '어선들은 새벽에 떠났다. https://tides.example/busan 에서 `tide` 표를 볼 수 있다.',
  '주민들은 그 소식을 기다려 왔다.',
]

function importing(
  source: readonly string[],
  target: readonly string[],
  earlier: readonly string[][] = [],
) {
  const article = makeArticle(source.join('\n\n'))
  const {segments, catalogs} = syncArticle(article, ['ko'], [])
  const [catalog] = catalogs
  if (catalog === undefined) throw new Error('no catalog')
  const text = `${front}${target.join('\n\n')}\n`
  const imported = documentImporter.read(
    {
      name: 'old.md',
      text,
      locale: 'ko',
      asArticle: () => readTranslation('old.md', text, 'ko', 'md'),
    },
    {
      article,
      segments,
      catalog,
      history: earlier.map((body) => makeArticle(body.join('\n\n'))),
    },
  )
  const offers = segments
    .filter(({kind}) => kind !== 'headline')
    .map(({key}) => imported.offers.find((offer) => offer.key === key))
  return {...imported, offers}
}

describe('a translated document', () => {
  it('that is built alike goes one to one', () => {
    const {method, offers, extras} = importing([first, second, third], korean)
    expect(method).toBe('structure')
    expect(offers.map((offer) => offer?.target)).toEqual(korean)
    expect(offers.map((offer) => offer?.state)).not.toContain('draft')
    expect(offers[0]).toMatchObject({line: 5, column: 1})
    expect(extras).toEqual([])
  })

  it('built alike, but with a text that cannot be the translation, has a draft there', () => {
    const {offers} = importing([first, second, third], [korean[0] ?? '', '끝.', korean[2] ?? ''])
    expect(offers[1]).toMatchObject({state: 'draft', target: '끝.'})
    expect(offers[1]?.note).toMatch(/not certain/u)
  })

  it('of an earlier revision is carried forward, with the source it was made from', () => {
    const reworded = third.replace('the news', 'that very news')
    const {method, offers, extras} = importing([reworded, 'A new paragraph.', first], korean, [
      [first, second],
      [first, second, third],
    ])
    expect(method).toBe('history')
    expect(offers.map((offer) => offer?.target)).toEqual([korean[2], undefined, korean[0]])
    expect(offers[0]?.source).toBe(third)
    expect(extras.map(({target}) => target)).toEqual([korean[1]])
  })

  it('without such a revision is matched by likeness; what fits nowhere is kept', () => {
    const {method, offers, extras} = importing([first, second], ['# 역자의 말', ...korean])
    expect(method).toBe('likeness')
    expect(offers.map((offer) => offer?.target)).toEqual(korean.slice(0, 2))
    const all = [...offers.flatMap((offer) => offer?.target ?? []), ...extras.map((e) => e.target)]
    expect(all).toEqual(expect.arrayContaining(korean))
  })

  it('is never lost, whatever it holds', () => {
    const strange = ['- ' + (korean[0] ?? ''), '> ' + (korean[1] ?? ''), '| 가 | 나 |\n| - | - |']
    const {offers, extras} = importing([first], strange)
    const kept = [...offers.flatMap((offer) => offer?.target ?? []), ...extras.map((e) => e.target)]
    expect(kept.join('\n')).toContain(korean[0])
    expect(kept.join('\n')).toContain(korean[1])
    expect(kept).toEqual(expect.arrayContaining(['가', '나']))
  })
})
