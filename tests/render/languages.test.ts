import {toHtml} from 'hast-util-to-html'
import {expect, test} from 'vitest'
import {assemble} from '../../pipeline/translate/assemble.ts'
import {syncArticle} from '../../pipeline/translate/sync.ts'
import {makeArticle, policy} from '../translate/make-article.ts'
import {all, edition, page, prose, rendered, textOf} from './sample.ts'

const locales = [
  {tag: 'en', direction: 'ltr', autonym: 'English'},
  {tag: 'ar', direction: 'rtl', autonym: 'العربية'},
] as const
/** An Arabic page of a site that has no Arabic words of its own. */
const arabic = (given: Parameters<typeof edition>[0]) =>
  page(rendered([edition({locale: 'ar', ...given})], [], {locales}), 'ar/one/index.html')
const note = 'نص الخبر.[^1]\n\n[^1]: ملاحظة'
const table = '| الاسم | العمر |\n| --- | --- |\n| لي | 38 |'

test('a table named in another language says which, and that what is in it is not', () => {
  for (const text of [table, `${table}\n\n${note}`]) {
    const html = toHtml(prose(arabic({text})).children)
    expect(html).toMatch(
      /<div [^>]*aria-label="Table 1" lang="en" dir="ltr"><table [^>]*lang="ar" dir="rtl">/,
    )
  }
})

test('the heading of notes and the way back from one say their language', () => {
  const html = toHtml(prose(arabic({text: note})).children)
  expect(html).toMatch(/<h2 [^>]*lang="en" dir="ltr">Notes<\/h2>/)
  expect(html).toMatch(/<a [^>]*aria-label="Back to the text of note 1"[^>]* lang="en" dir="ltr">/)
})

test('a correction in a sentence of another language says its own', () => {
  const said = (text: string) => ({text, locale: 'ar'})
  const source = {date: '2026-11-25', wrong: 'ten', right: 'nine'}
  const corrections = [{...source, wrong: said('العاشرة'), right: said('التاسعة'), source}]
  const tree = arabic({corrections})
  const spans = all(tree, 'span').filter(({properties}) => properties['lang'] === 'ar')
  expect(spans.map(textOf)).toEqual(expect.arrayContaining(['العاشرة', 'التاسعة']))
})

test('blocks that are not translated run their own way', () => {
  const article = makeArticle('First.\n\n- Item\n\n| Name |\n| --- |\n| Lee |')
  const {segments, catalogs} = syncArticle(article, ['ar'], [])
  const [blank] = catalogs
  const [headline, ...units] = blank?.units ?? []
  if (blank === undefined || headline === undefined) throw new Error('no catalog')
  const translated = {...headline, target: 'خبر', state: 'translated' as const}
  const catalog = {...blank, units: [translated, ...units]}
  const one = assemble(article, segments, catalog, policy)
  const out = rendered([one], [], {locales})
  const html = toHtml(prose(page(out, `ar/${one.slug}/index.html`)).children)
  expect(html).toMatch(/<p [^>]*lang="en" dir="ltr">First\.<\/p>/)
  expect(html).toContain('<span lang="en" dir="ltr">Item</span>')
  expect(html).toMatch(/<th [^>]*lang="en" dir="ltr"/)
})
