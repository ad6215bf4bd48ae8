import {speaker} from '../../pipeline/words/speaker.ts'
import {describe, expect, it} from 'vitest'

const words = {
  en: {
    site: {
      hello: 'Hello, {{name}}.',
      onlyEnglish: 'Only here',
      pages_one: '{{count}} page',
      pages_other: '{{count}} pages',
      big: '{{n, number}} soldiers',
      raw: '{{- name}} and $t(hello)',
      braces: '{{missing}} stays',
      'a.b:c': 'flat',
      empty: 'not empty',
      options: '{{lng}} {{context}}',
    },
  },
  ko: {site: {hello: '{{name}}[[을]] 반긴다', pages_other: '{{count}}쪽', empty: ''}},
}
const english = speaker(words, 'en', 'en')
const korean = speaker(words, 'ko', 'en')

describe('say', () => {
  it('puts values in, and the particle after them', () => {
    expect(english.say('site', 'hello', {name: '<b>& Kim'})).toBe('Hello, <b>& Kim.')
    expect(korean.say('site', 'hello', {name: '서울'})).toBe('서울을 반긴다')
    expect(korean.say('site', 'hello', {name: 'API'})).toBe('API를 반긴다')
  })

  it('follows the plural rules of the language', () => {
    expect(english.say('site', 'pages', {count: 1})).toBe('1 page')
    expect(english.say('site', 'pages', {count: 2})).toBe('2 pages')
    expect(korean.say('site', 'pages', {count: 1})).toBe('1쪽')
  })

  it('falls back, also where a text is empty', () => {
    expect(korean.say('site', 'onlyEnglish')).toBe('Only here')
    expect(korean.say('site', 'empty')).toBe('not empty')
    expect(speaker(words, 'fr-CA', 'en').say('site', 'onlyEnglish')).toBe('Only here')
    expect(speaker(words, 'ko-KR', 'en').say('site', 'pages', {count: 3})).toBe('3쪽')
  })

  it('shows a missing key', () => {
    expect(korean.say('site', 'nope')).toBe('[nope]')
    expect(korean.say('nowhere', 'hello')).toBe('[hello]')
    expect(korean.say('site', '__proto__')).toBe('[__proto__]')
    expect(korean.say('site', 'constructor')).toBe('[constructor]')
  })

  it('formats numbers the way of the language', () => {
    expect(english.say('site', 'big', {n: 11000})).toBe('11,000 soldiers')
  })

  it('knows neither nesting nor a way round escaping, and fills no placeholder of a value', () => {
    expect(english.say('site', 'raw', {name: 'x'})).toBe('{{- name}} and $t(hello)')
    expect(english.say('site', 'braces')).toBe('{{missing}} stays')
    expect(english.say('site', 'hello', {name: '{{name}} $t(pages)'})).toBe(
      'Hello, {{name}} $t(pages).',
    )
  })

  it('takes keys with dots and colons as they are, and values for values', () => {
    expect(english.say('site', 'a.b:c')).toBe('flat')
    expect(english.say('site', 'options', {lng: 'ko', context: 'x'})).toBe('ko x')
  })
})

it('tells the language that words are really in', () => {
  expect(korean.languageOf('site', 'hello')).toBe('ko')
  expect(korean.languageOf('site', 'pages')).toBe('ko')
  expect(korean.languageOf('site', 'onlyEnglish')).toBe('en')
  expect(korean.languageOf('site', 'empty')).toBe('en')
  expect(korean.has('site', 'onlyEnglish')).toBe(true)
  expect(korean.has('site', 'nope')).toBe(false)
  expect(korean.has('site', 'toString')).toBe(false)
})

describe('date', () => {
  it.each([
    ['2026-11-24', 'Asia/Seoul', 'November 24, 2026', '2026년 11월 24일'],
    ['2026-11-24', 'America/New_York', 'November 24, 2026', '2026년 11월 24일'],
    ['2026-11-23T20:00:00Z', 'Asia/Seoul', 'November 24, 2026', '2026년 11월 24일'],
    ['2026-11-24T03:00:00+09:00', 'UTC', 'November 23, 2026', '2026년 11월 23일'],
    ['soon', 'UTC', 'soon', 'soon'],
  ])('%s in %s', (iso, zone, en, ko) => {
    expect([english.date(iso, zone), korean.date(iso, zone)]).toEqual([en, ko])
  })
})

it('calls languages by their names, and what is none by its tag', () => {
  expect([english.language('ko'), korean.language('en')]).toEqual(['Korean', '영어'])
  expect(korean.language('no language <b>')).toBe('no language <b>')
})

it('writes numbers and lists', () => {
  expect(english.number(11000)).toBe('11,000')
  expect(english.list(['a', 'b', 'c'])).toBe('a, b, and c')
  expect(korean.list(['가', '나'])).toBe('가 및 나')
})

it('a particle mark in a value is the value’s own', () => {
  const texts = {ko: {site: {shown: '{{form}}[[을]] 쓴다'}}}
  const say = speaker(texts, 'ko', 'ko').say('site', 'shown', {form: '{{name}}[[을]]'})
  expect(say).toContain('{{name}}[[을]]')
})
