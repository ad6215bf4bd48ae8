import {describe, expect, test} from 'vitest'
import {duplicateId} from '../../../pipeline/check/document/duplicate-id.ts'
import {findingsIn, fixtures, lines} from './fixture.ts'

const found = {
  'fail.html': [
    '5:1 document/duplicate-id html > body > main > p:nth-child(2) <p id="a">y</p>',
    '6:1 document/duplicate-id/malformed html > body > main > p:nth-child(3) <p id="two words">z</p>',
  ],
}

describe(duplicateId.id, () => {
  test.each(fixtures(duplicateId, 'pass'))('lets %s pass', (fixture) => {
    expect(lines(findingsIn(duplicateId, fixture))).toEqual([])
  })

  test.each(Object.entries(found))('says where %s fails', (fixture, expected) => {
    expect(lines(findingsIn(duplicateId, fixture))).toEqual(expected)
  })

  test('has a proof both ways for each fixture', () => {
    expect(fixtures(duplicateId, 'pass').length).toBeGreaterThan(0)
    expect(fixtures(duplicateId, 'fail')).toEqual(Object.keys(found).toSorted())
  })
})
