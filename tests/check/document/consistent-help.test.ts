import {describe, expect, test} from 'vitest'
import {consistentHelp} from '../../../pipeline/check/document/consistent-help.ts'
import {findingsIn, fixtures, lines} from './fixture.ts'

const found: Readonly<Record<string, readonly string[]>> = {
  'fail-before.html': [
    '5:52 document/consistent-help/before html > body > header > a:nth-child(2) <a href="tel:+82200000000">02-000-0000</a>',
  ],
  'fail-behind.html': [
    '7:9 document/consistent-help/behind html > body > footer > a:nth-child(1) <a href="/news/en/contact/">Contact us</a>',
  ],
  'fail-order.html': [
    '7:9 document/consistent-help/order html > body > footer > a:nth-child(1) <a href="/news/en/faq/">FAQ</a>',
  ],
}

describe(consistentHelp.id, () => {
  test.each(fixtures(consistentHelp, 'pass'))('lets %s pass', (fixture) => {
    expect(lines(findingsIn(consistentHelp, fixture))).toEqual([])
  })

  test.each(Object.entries(found))('says where %s fails', (fixture, expected) => {
    expect(lines(findingsIn(consistentHelp, fixture))).toEqual(expected)
  })

  test('has a proof both ways for each fixture', () => {
    expect(fixtures(consistentHelp, 'pass').length).toBeGreaterThan(0)
    expect(fixtures(consistentHelp, 'fail')).toEqual(Object.keys(found).toSorted())
  })
})
