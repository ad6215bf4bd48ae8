import {describe, expect, test} from 'vitest'
import {unfinished} from '../../../pipeline/check/document/unfinished.ts'
import {findingsIn, fixtures, page, site} from './fixture.ts'

const found = {
  'fail.html': [
    '5:17 error value [object Object]',
    '6:19 error value undefined',
    '8:4 warning filler Lorem ipsum dolor',
    '9:4 warning note (TK: first name)',
    '10:4 warning note TODO:',
    '11:4 warning placeholder amount',
    '12:4 warning note [needs translation]',
    '13:1 warning filler Caption goes here',
    '14:4 warning value NaN',
    '15:4 warning machine Here is the translation',
  ],
  'fail-ko.html': [
    '6:4 warning note [번역 필요]',
    '7:4 warning note (확인 필요)',
    '8:4 warning filler 여기에 제목을 입력하세요',
    '9:4 warning machine 다음은 번역입니다',
    '11:17 error value NaN',
  ],
}

describe(unfinished.id, () => {
  test.each([...fixtures(unfinished, 'pass')])('lets %s pass', (fixture) => {
    expect(findingsIn(unfinished, fixture)).toEqual([])
  })

  test.each(Object.entries(found))('says what %s leaves to be written', (fixture, expected) => {
    expect(
      findingsIn(unfinished, fixture).map(
        ({message, place, severity}) =>
          `${place.line}:${place.column} ${severity} ${message.key.split('/').at(-1)} ${message.values['words']}`,
      ),
    ).toEqual(expected)
  })

  test('lets a stranger’s reference name values, and none be of no shape', () => {
    const rows = '<table><tr><th>Type<td>undefined<td>null</table><p>[object Object]</p>'
    const {pages} = site([page('types.html', rows)])
    const told = pages.flatMap((one) => unfinished.judge(one, site([])))
    expect(told.map(({severity, excerpt}) => [severity, excerpt])).toEqual([
      ['warning', '[object Object]'],
    ])
  })

  test('has a proof both ways', () => {
    expect(fixtures(unfinished, 'fail').toSorted()).toEqual(Object.keys(found).toSorted())
  })
})
