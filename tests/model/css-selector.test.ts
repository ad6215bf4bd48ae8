import {expect, test} from 'vitest'
import {cssSelector} from '../../pipeline/model/css-selector.ts'

test.each([
  ['html > body > p:nth-child(2)', 'html > body > p:nth-child(2)'],
  ['#main', '[id="main"]'],
  ['#v1.2:table > td:nth-child(3)', '[id="v1.2:table"] > td:nth-child(3)'],
  ['#x,h1', '[id="x,h1"]'],
  ['#a"b', String.raw`[id="a\"b"]`],
  ['body > o:p', String.raw`body > o\:p`],
  ['body > o:p:nth-child(4)', String.raw`body > o\:p:nth-child(4)`],
  ['body > 기사', 'body > 기사'],
  ['#mail::shadow > div > #input', '[id="mail"]::shadow > div > [id="input"]'],
])('%s is asked for as %s', (selector, expected) => {
  expect(cssSelector(selector)).toBe(expected)
})
