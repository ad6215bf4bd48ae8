import {describe, expect, test} from 'vitest'
import {headingOrder} from '../../../pipeline/check/document/heading-order.ts'
import {findingsIn, fixtures, lines} from './fixture.ts'

const found = {
  'fail-none.html': ['4:7 document/heading-order/none html > body > main > h2 <h2>'],
  'fail.html': [
    '7:1 document/heading-order/several html > body > main > h1:nth-child(4) <h1>Again</h1>',
    '5:1 document/heading-order/skipped #deep <h3 id="deep">Too deep</h3>',
    '6:1 document/heading-order/empty html > body > main > h2 <h2> </h2>',
  ],
}

describe(headingOrder.id, () => {
  test.each(fixtures(headingOrder, 'pass'))('lets %s pass', (fixture) => {
    expect(lines(findingsIn(headingOrder, fixture))).toEqual([])
  })

  test.each(Object.entries(found))('says where %s fails', (fixture, expected) => {
    expect(lines(findingsIn(headingOrder, fixture))).toEqual(expected)
  })

  test('has a proof both ways for each fixture', () => {
    expect(fixtures(headingOrder, 'pass').length).toBeGreaterThan(0)
    expect(fixtures(headingOrder, 'fail')).toEqual(Object.keys(found).toSorted())
  })
})
