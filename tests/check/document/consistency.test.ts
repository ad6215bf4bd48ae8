import {describe, expect, test} from 'vitest'
import {consistency} from '../../../pipeline/check/document/consistency.ts'
import {findingsIn, fixtures, lines} from './fixture.ts'

const found = {
  'fail-name.html': [
    '5:52 document/consistency/name html > body > nav > a:nth-child(2) <a href="/news/en/shop/">Market</a>',
  ],
  'fail-order.html': [
    '5:1 document/consistency/order html > body > nav News · Help · Shop · About us',
  ],
  'fail-order-of-two.html': [
    '6:9 document/consistency/order html > body > footer > nav Help · Shop',
  ],
}

describe(consistency.id, () => {
  test.each(fixtures(consistency, 'pass'))('lets %s pass', (fixture) => {
    expect(lines(findingsIn(consistency, fixture))).toEqual([])
  })

  test.each(Object.entries(found))('says where %s fails', (fixture, expected) => {
    expect(lines(findingsIn(consistency, fixture))).toEqual(expected)
  })

  test('has a proof both ways for each fixture', () => {
    expect(fixtures(consistency, 'pass').length).toBeGreaterThan(0)
    expect(fixtures(consistency, 'fail')).toEqual(Object.keys(found).toSorted())
  })
})
