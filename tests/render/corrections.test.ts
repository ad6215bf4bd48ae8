import {expect, test} from 'vitest'
import {all, edition, page, rendered, textOf} from './sample.ts'

const source = {date: '2026-11-25', wrong: 'about 200', right: 'about 300'}
const said = (locale: string, wrong: string, right: string) => ({
  date: source.date,
  wrong: {text: wrong, locale},
  right: {text: right, locale},
  source,
})
const out = rendered([
  edition({corrections: [said('en', 'about 200', 'about *300*')]}),
  edition({locale: 'ko', corrections: [said('ko', '약 200명', '약 300명')]}),
])

test.each([
  ['en', 'An earlier version of this article said “about 200”. It should have said “about 300”.'],
  ['ko', '앞서 “약 200명”이라고 전했으나 “약 300명”으로 바로잡습니다.'],
])('%s: every edition says what was wrong and what is right', (tag, sentence) => {
  expect(textOf(all(page(out, `${tag}/one/index.html`), 'aside')[0])).toContain(sentence)
  const feed = out.renditions.find(({path}) => path === `${tag}/feed.json`)
  expect(String(feed?.content)).toContain(JSON.stringify(sentence).slice(1, -1))
  const html = out.renditions.find(({path}) => path === `${tag}/one/index.html`)
  expect(String(html?.content)).toContain('CorrectionComment')
})

test('words not yet translated are marked with their language', () => {
  const half = rendered([edition({}), edition({locale: 'ko', corrections: [said('en', 'a', 'b')]})])
  const spans = all(page(half, 'ko/one/index.html'), 'span')
  expect(spans.filter(({properties}) => properties['lang'] === 'en').map(textOf)).toEqual([
    'a',
    'b',
  ])
})
