import {h} from 'preact'
import {render} from 'preact-render-to-string'
import {describe, expect, test} from 'vitest'
import {Day} from '../../templates/components/day.tsx'
import {Landmark} from '../../templates/components/landmark.tsx'
import {Prose} from '../../templates/components/prose.tsx'
import {T} from '../../templates/components/t.tsx'
import type {Name, SiteKey, Words} from '../../templates/view.ts'

const texts: Partial<Record<SiteKey, string>> = {
  skip: 'Skip <b>',
  'article.published': 'Published {{date}} here',
  'root.read': 'Read the {{language}} edition',
}

/** Words in German of which all are really English. */
const fallback: Words = {
  locale: 'de',
  say: (key, values = {}) =>
    (texts[key] ?? '').replace(/\{\{(\w+)\}\}/, (_, name: string) => String(values[name])),
  languageOf: () => 'en',
  list: (items) => items.join(', '),
}
const own: Words = {...fallback, languageOf: () => 'de'}

describe('words of the site', () => {
  test('are text, escaped', () => {
    expect(render(h(T, {words: own, k: 'skip'}))).toBe('Skip &lt;b>')
  })

  test('say their language where it is not the page’s', () => {
    expect(render(h(T, {words: fallback, k: 'skip'}))).toBe('<span lang="en">Skip &lt;b></span>')
  })

  test('keep the language of what is put into them', () => {
    const said = (words: Words, language: string | Name) =>
      render(h(T, {words, k: 'root.read', values: {language}}))
    expect(said(own, 'Deutsch')).toBe('Read the Deutsch edition')
    expect(said(fallback, 'Deutsch')).toBe(
      '<span lang="en">Read the <span lang="de">Deutsch</span> edition</span>',
    )
    expect(said(fallback, {text: 'Weekly', lang: 'en'})).toBe(
      '<span lang="en">Read the Weekly edition</span>',
    )
    expect(said(fallback, '42')).toBe('<span lang="en">Read the 42 edition</span>')
  })

  test('that nobody has written do not compile', () => {
    // @ts-expect-error: there is no such key
    expect(render(h(T, {words: own, k: 'skipp'}))).toBe('')
  })
})

describe('the name of a part of the page', () => {
  const named = (words: Words) =>
    render(h(Landmark, {as: 'nav', words, label: 'skip', children: [h('ul', {}), h('p', {})]}))

  test('needs no language where it is in the page’s', () => {
    expect(named(own)).toBe('<nav aria-label="Skip &lt;b>"><ul></ul><p></p></nav>')
  })

  test('has the language that it is in, and what is in the part has the page’s', () => {
    expect(named(fallback)).toBe(
      '<nav aria-label="Skip &lt;b>" lang="en"><ul lang="de"></ul><p lang="de"></p></nav>',
    )
  })
})

describe('a day', () => {
  const day = {iso: '2025-01-13', text: '13. Januar 2025'}

  test('stands in its sentence, for machines too', () => {
    expect(render(h(Day, {day, words: own, k: 'article.published'}))).toBe(
      'Published <time datetime="2025-01-13">13. Januar 2025</time> here',
    )
  })

  test('is in the page’s language, though its sentence is not', () => {
    expect(render(h(Day, {day, words: fallback, k: 'article.published'}))).toBe(
      '<span lang="en">Published <time datetime="2025-01-13" lang="de">13. Januar 2025</time> here</span>',
    )
  })

  test('that is no date is no time', () => {
    const view = h(Day, {day: {iso: undefined, text: 'soon'}, words: own})
    expect(render(view)).toBe('soon')
  })
})

test('HTML that the sanitiser has not made does not compile', () => {
  // @ts-expect-error: a string is not SafeHtml
  expect(render(h(Prose, {as: 'p', html: '<b>x</b>'}))).toBe('<p><b>x</b></p>')
})
