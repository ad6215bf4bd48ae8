import {describe, expect, test} from 'vitest'
import {dates} from '../../../pipeline/check/document/dates.ts'
import {findingsIn, fixtures} from './fixture.ts'

const found = {
  'fail.html': [
    '5:4 none April 31',
    '6:4 none 30 February 2026',
    '7:4 weekday Monday, March 3, 2026 → Tuesday',
    '8:4 weekday Friday 4 March 2026 → Wednesday',
    '9:4 none 2026-13-01',
    '10:4 none Feb. 29, 2026',
  ],
  'fail-ko.html': [
    '5:4 none 2월 30일',
    '6:4 weekday 2026년 3월 3일 월요일 → 화요일',
    '7:4 weekday 2026. 3. 4.(화) → 수요일',
    '8:4 none 2026년 4월 31일',
    '9:17 foreign 11/20/2026',
    '9:17 foreign Nov 20, 2026',
  ],
}

describe(dates.id, () => {
  test.each([...fixtures(dates, 'pass')])('lets %s pass', (fixture) => {
    expect(findingsIn(dates, fixture)).toEqual([])
  })

  test.each(Object.entries(found))('says which dates of %s are none', (fixture, expected) => {
    expect(
      findingsIn(dates, fixture).map(
        ({message: {key, values}, place}) =>
          `${place.line}:${place.column} ${key.split('/').at(-1)} ${values['date']}${'right' in values ? ` → ${values['right']}` : ''}`,
      ),
    ).toEqual(expected)
  })

  test('has a proof both ways', () => {
    expect(fixtures(dates, 'fail').toSorted()).toEqual(Object.keys(found).toSorted())
  })
})
