import {describe, expect, test} from 'vitest'
import {landmarks} from '../../../pipeline/check/document/landmarks.ts'
import {findingsIn, fixtures, lines} from './fixture.ts'

const found = {
  'fail-none.html': [
    '-:- document/landmarks/no-main - ',
    '3:1 document/landmarks/no-title html > head > title <title> </title>',
  ],
  'fail-unnamed-navigation.html': [
    '6:1 document/landmarks/unnamed-navigation html > body > nav:nth-child(3) <nav>',
  ],
  'fail.html': ['5:1 document/landmarks/several-mains html > body > div <div>'],
}

describe(landmarks.id, () => {
  test.each(fixtures(landmarks, 'pass'))('lets %s pass', (fixture) => {
    expect(lines(findingsIn(landmarks, fixture))).toEqual([])
  })

  test.each(Object.entries(found))('says where %s fails', (fixture, expected) => {
    expect(lines(findingsIn(landmarks, fixture))).toEqual(expected)
  })

  test('names the criterion of each defect, and not that of the others', () => {
    const criteria = findingsIn(landmarks, 'fail-none.html').map((one) => one.criteria)
    expect(criteria).toEqual([['1.3.1', '2.4.1'], ['2.4.2']])
  })

  test('has a proof both ways for each fixture', () => {
    expect(fixtures(landmarks, 'pass').length).toBeGreaterThan(0)
    expect(fixtures(landmarks, 'fail')).toEqual(Object.keys(found).toSorted())
  })
})
