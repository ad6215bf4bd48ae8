import {describe, expect, test} from 'vitest'
import {otherLanguage} from '../../../pipeline/check/rule/languages.ts'

describe('a sentence in another language is known by the words that hold it together', () => {
  test.each([
    ['en', 'fr', 'Cliquez ici pour obtenir la version française'],
    ['en', 'fr', 'Tous droits réservés, mentions légales'],
    ['en', 'es', 'Bienvenidos a nuestra nueva página'],
    ['en', 'de', 'Willkommen auf unserer neuen Seite'],
    ['en', 'pl', 'Nie wiem co to jest i jak to zrobić'],
    ['en', 'tr', 'Bu kitap çok güzel ve ilginç bir kitap'],
    ['en', 'vi', 'Tôi không biết phải làm gì với cái này'],
    ['en', 'tl', 'Hindi ko alam kung ano ang gagawin ko'],
    ['fr', 'en', 'I do not know what to do with this'],
    ['ko', 'en', 'New features in version 2 of the app'],
    ['en', 'ko', '설정 메뉴에서 파일을 선택한다'],
    ['en', 'ru', 'Я не знаю, что с этим делать'],
  ])('%s: %s', (said, found, text) => {
    expect(otherLanguage(text, said)).toBe(found)
  })
})

describe('what is no sentence is in no unlikely language', () => {
  test.each([
    'alpha beta gamma delta epsilon zeta',
    'sin cos tan log exp sqrt',
    'do re mi fa sol la ti do',
    'Min temp 5, max temp 20, rain 10 mm',
    'mini maxi midi skirt dress',
  ])('%s', (text) => {
    expect(otherLanguage(text, 'en')).toBeUndefined()
  })
})
