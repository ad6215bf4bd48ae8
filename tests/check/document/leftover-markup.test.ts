import {describe, expect, test} from 'vitest'
import {leftoverMarkup} from '../../../pipeline/check/document/leftover-markup.ts'
import {findingsIn, fixtures} from './fixture.ts'

const found = {
  'fail.html': [
    '5:4 note [^gone]',
    '6:4 image ![a map](my map.png)',
    '6:4 link [the plan](the plan.pdf)',
    '7:4 link [the report](https://example.com/a b)',
    '8:4 emphasis **not so**',
    '9:4 emphasis **ship sank in the bay.',
    '10:1 emphasis **bold**',
    '11:4 table | Year | Votes | | 2024 | 31 |',
    '14:4 list • bread • peace',
    '17:4 list a) bread b) peace',
    '19:4 entity &amp;',
    '19:4 entity &nbsp;',
    '20:4 escape \\n',
    '21:4 escape \\u00a0',
  ],
  'fail-ko.html': ['5:4 note [^출처]', '5:4 emphasis **‘침몰’**'],
}

describe(leftoverMarkup.id, () => {
  test.each([...fixtures(leftoverMarkup, 'pass')])('lets %s pass', (fixture) => {
    expect(findingsIn(leftoverMarkup, fixture)).toEqual([])
  })

  test.each(Object.entries(found))('says what %s shows of its markup', (fixture, expected) => {
    expect(
      findingsIn(leftoverMarkup, fixture).map(
        ({message, place, excerpt}) =>
          `${place.line}:${place.column} ${message.key.split('/').at(-1)} ${excerpt}`,
      ),
    ).toEqual(expected)
  })

  test('has a proof both ways', () => {
    expect(fixtures(leftoverMarkup, 'fail').toSorted()).toEqual(Object.keys(found).toSorted())
  })
})
