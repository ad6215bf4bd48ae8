import {wordings} from '../../pipeline/words/wordings.ts'
import {expect, it} from 'vitest'

const look = wordings(
  {en: {story: {a: 'One {{n}} $t(b)', b: 'Two'}}, ko: {story: {a: '하나 {{n}}', b: ''}}},
  'ko',
  'en',
)

it('gives the translation as it is written, with its language', () => {
  expect(look('story', 'a')).toEqual({text: '하나 {{n}}', locale: 'ko'})
})

it('falls back to the source where there is none', () => {
  expect(look('story', 'b')).toEqual({text: 'Two', locale: 'en'})
})

it('has nothing for an unknown key', () => {
  expect(look('story', 'c')).toBeUndefined()
  expect(look('story', '__proto__')).toBeUndefined()
})
