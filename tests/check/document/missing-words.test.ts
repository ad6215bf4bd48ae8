import {describe, expect, test} from 'vitest'
import {missingWords} from '../../../pipeline/check/document/missing-words.ts'
import {findingsIn, fixtures} from './fixture.ts'

describe(missingWords.id, () => {
  test.each(fixtures(missingWords, 'pass'))('lets %s pass', (fixture) => {
    expect(findingsIn(missingWords, fixture)).toEqual([])
  })

  test('says which key has no words, and where', () => {
    expect(
      findingsIn(missingWords, 'fail.html').map(
        ({severity, message: {values}, place}) => `${place.line} ${severity} ${values['name']}`,
      ),
    ).toEqual(['5 error article.byy', '6 warning article.byy', '7 error menu.label'])
  })
})
