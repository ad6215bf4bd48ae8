import {describe, expect, it} from 'vitest'
import type {CatalogFiles} from '../../pipeline/model/catalog.ts'
import {syncArticle, type Synced} from '../../pipeline/translate/sync.ts'
import {makeArticle} from './make-article.ts'

const fleet = 'The fleet of the northern harbour sailed at dawn in the autumn of that year.'
const nobody = 'Nobody in Moscow or Pyongyang has spoken of the ships since they left.'
const lee = 'Lee Chul Eun left the North when he was twenty-six years old.'
/** A translator's text for each source text that has one. */
type Translations = Readonly<Record<string, string>>

const korean: Translations = {
  [fleet]: '함대는 새벽에 떠났다.',
  [nobody]: '아무도 말하지 않았다.',
  [lee]: '이철은은 떠났다.',
}
const both = `${fleet} ${nobody}`
const bothKorean = `${korean[fleet] ?? ''} ${korean[nobody] ?? ''}`

function sync(body: readonly string[], stored: readonly CatalogFiles[], tag = 'ko'): Synced {
  return syncArticle(makeArticle(body.join('\n\n')), [tag], stored)
}

function save(stored: readonly CatalogFiles[], {files}: Synced): readonly CatalogFiles[] {
  const isNew = (one: CatalogFiles) => files.some(({locale}) => locale === one.locale)
  return [...stored.filter((one) => !isNew(one)), ...files]
}

/** The files after a translator has written these. */
function write(stored: readonly CatalogFiles[], {segments}: Synced, written: Translations) {
  return stored.map((files) => {
    if (files.locale === 'en') return files
    const texts = JSON.parse(files.texts ?? '{}') as Record<string, string>
    for (const {key, text} of segments) texts[key] = written[text] ?? texts[key] ?? ''
    return {...files, texts: JSON.stringify(texts)}
  })
}

/** From one body to the next, all that is given translated and synced before. */
function revised(
  before: readonly string[],
  after: readonly string[],
  written: Translations = korean,
  tag = 'ko',
) {
  const first = sync(before, [], tag)
  const texts = write(save([], first), first, written)
  const settled = save(texts, sync(before, texts, tag))
  const synced = sync(after, settled, tag)
  const again = sync(after, save(settled, synced), tag)
  expect([again.files, again.findings]).toEqual([[], []])
  expect(again.catalogs).toEqual(synced.catalogs)
  const units = new Map(synced.catalogs[0]?.units.map((unit) => [unit.source, unit]))
  const retired = synced.catalogs[0]?.retired ?? []
  const said = synced.findings.map(({message}) => message.key)
  return {units, retired, said, stored: save(settled, synced), synced}
}

describe('blocks that were merged', () => {
  it('have their translations joined; each stays among the retired with its source', () => {
    const {units, retired, said} = revised([fleet, nobody, lee], [both, lee])
    expect(units.get(both)).toMatchObject({target: bothKorean, state: 'translated', stale: false})
    expect(said).toEqual(['translation/changed/merged'])
    expect(new Map(retired.map(({source, target}) => [source, target]))).toEqual(
      new Map([
        [fleet, korean[fleet]],
        [nobody, korean[nobody]],
      ]),
    )
  })

  it('and reworded are stale, with both sources joined', () => {
    const now = `${fleet} Since then nobody in Moscow or Pyongyang has spoken of the ships.`
    const {units} = revised([fleet, nobody, lee], [now, lee])
    expect(units.get(now)).toMatchObject({target: bothKorean, stale: true, previousSource: both})
  })

  it('may be short', () => {
    const {units} = revised([fleet, 'So it is.', lee], [`${fleet} So it is.`, lee], {
      ...korean,
      'So it is.': '그렇다.',
    })
    expect(units.get(`${fleet} So it is.`)?.target).toBe(`${korean[fleet] ?? ''} 그렇다.`)
  })

  it('bring along the one translation there is', () => {
    for (const only of [fleet, nobody]) {
      const {units} = revised([fleet, nobody, lee], [both, lee], {[only]: '하나뿐.'})
      expect(units.get(both)).toMatchObject({target: '하나뿐.', stale: true, previousSource: only})
    }
  })

  it('are joined without a blank where the language has none', () => {
    const japanese = {[fleet]: '艦隊は出た。', [nobody]: '誰も語らない。'}
    const {units} = revised([fleet, nobody, lee], [both, lee], japanese, 'ja')
    expect(units.get(both)?.target).toBe('艦隊は出た。誰も語らない。')
  })

  it('are left alone where a translator has been at it since the last sync', () => {
    const first = sync([fleet, nobody, lee], [])
    const texts = write(save([], first), first, korean)
    const settled = save(texts, sync([fleet, nobody, lee], texts))
    const {segments} = sync([both, lee], settled)
    const key = segments.find(({text}) => text === both)?.key ?? ''
    const source = first.segments.find((one) => one.key === key)?.text ?? ''
    const synced = sync([both, lee], write(settled, first, {[source]: '둘을 이미 합쳤다.'}))
    const unit = synced.catalogs[0]?.units.find((one) => one.source === both)
    expect(unit).toMatchObject({target: '둘을 이미 합쳤다.', stale: false})
    expect(synced.catalogs[0]?.retired).toHaveLength(1)
  })
})

describe('a block that was split', () => {
  it('keeps its translation in one half; the other has its part as a draft', () => {
    const {units, said} = revised([both, lee], [fleet, nobody, lee], {
      ...korean,
      [both]: bothKorean,
    })
    const halves = [units.get(fleet), units.get(nobody)]
    const kept = halves.find((unit) => unit?.target === bothKorean)
    const fresh = halves.find((unit) => unit !== kept)
    expect(kept).toMatchObject({stale: true, previousSource: both})
    expect(fresh).toMatchObject({target: korean[fresh?.source ?? ''], state: 'draft', stale: false})
    expect(fresh?.note).toContain(kept?.key)
    expect(said).toEqual(['translation/changed/cut'])
  })

  it('says where the translation is when it cannot be cut', () => {
    const one = {...korean, [both]: '함대가 떠난 뒤로 아무도 말하지 않았다.'}
    const {units, said} = revised([both, lee], [fleet, nobody, lee], one)
    const halves = [units.get(fleet), units.get(nobody)]
    const kept = halves.find((unit) => unit?.target === one[both])
    const fresh = halves.find((unit) => unit !== kept)
    expect(kept?.stale).toBe(true)
    expect(fresh).toMatchObject({target: undefined, state: 'untranslated'})
    expect(fresh?.note).toContain(kept?.key)
    expect(said).toEqual(['translation/changed/split'])
  })

  it('says nothing where there was no translation', () => {
    const {units, said} = revised([both, lee], [fleet, nobody, lee])
    expect([units.get(fleet)?.note, units.get(nobody)?.note, said]).toEqual([
      undefined,
      undefined,
      [],
    ])
  })

  it('and put together again has its translation, once', () => {
    const {stored} = revised([both, lee], [fleet, nobody, lee], {...korean, [both]: bothKorean})
    const back = sync([both, lee], stored)
    expect(back.catalogs[0]?.units.find(({source}) => source === both)).toMatchObject({
      target: bothKorean,
      stale: false,
    })
  })
})
