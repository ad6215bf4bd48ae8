import {describe, expect, test} from 'vitest'
import {language} from '../../../pipeline/check/document/language.ts'
import {findingsIn, fixtures, lines} from './fixture.ts'

const found = {
  'fail-invalid.html': ['2:1 document/language/invalid html <html lang="english_US">'],
  'fail-missing-xml.html': ['2:1 document/language/missing-xml html <html xml:lang="en">'],
  'fail-missing.html': ['2:1 document/language/missing html <html>'],
  'fail-other.html': ['2:1 document/language/other html <html lang="ko">'],
  'fail-script-ko.html': ['2:1 document/language/script html <html lang="ko">'],
  'fail-sentences-ko.html': ['2:1 document/language/script html <html lang="ko">'],
}

describe(language.id, () => {
  test.each(fixtures(language, 'pass'))('lets %s pass', (fixture) => {
    expect(lines(findingsIn(language, fixture))).toEqual([])
  })

  test.each(Object.entries(found))('says where %s fails', (fixture, expected) => {
    expect(lines(findingsIn(language, fixture))).toEqual(expected)
  })

  test('has a proof both ways for each fixture', () => {
    expect(fixtures(language, 'pass').length).toBeGreaterThan(0)
    expect(fixtures(language, 'fail')).toEqual(Object.keys(found).toSorted())
  })
})
