import {describe, expect, test} from 'vitest'
import {translatable} from '../../../pipeline/check/document/translatable.ts'
import {findingsIn, fixtures} from './fixture.ts'

const found = {
  'fail-en-XA.html': ['Read more about it', 'soldier'],
  'fail-ko-XB.html': ['Read more'],
}

describe(translatable.id, () => {
  test.each(fixtures(translatable, 'pass'))('lets %s pass', (fixture) => {
    expect(findingsIn(translatable, fixture)).toEqual([])
  })

  test.each(Object.entries(found))('says what %s has untouched', (fixture, expected) => {
    const texts = findingsIn(translatable, fixture).map(({message}) =>
      String(message.values['text']),
    )
    expect(texts.toSorted()).toEqual(expected.toSorted())
  })

  test('has a proof both ways', () => {
    expect(fixtures(translatable, 'fail')).toEqual(Object.keys(found).toSorted())
  })
})
