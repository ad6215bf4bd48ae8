import {describe, expect, test} from 'vitest'
import {duplicateId} from '../../../pipeline/check/document/duplicate-id.ts'
import {findingsIn, fixtures, lines} from './fixture.ts'

const found = {
  'fail.html': [
    '5:1 document/duplicate-id/unused html > body > main > p:nth-child(2) <p id="a">y</p>',
    '6:1 document/duplicate-id/malformed html > body > main > p:nth-child(3) <p id="two words">z</p>',
  ],
  'fail-referred-to.html': [
    '5:46 document/duplicate-id html > body > main > p:nth-child(2) > input <input id="mail">',
    '7:1 document/duplicate-id html > body > main > h2:nth-child(4) <h2 id="size">Size of shoes</h2>',
    '9:1 document/duplicate-id/unused html > body > main > h2:nth-child(6) <h2 id="end">The end again</h2>',
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
