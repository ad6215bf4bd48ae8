import {expect, test} from 'vitest'
import {filed} from '../../pipeline/render/brief.ts'
import {render} from '../../pipeline/render/render.ts'
import {context, edition, words} from './sample.ts'

const at = (slug: string, published: string | undefined) => edition({slug, published})
const editions = [
  at('just-now', '2026-11-26T20:59:00+09:00'),
  at('day', '2026-11-25'),
  at('edge', '2026-11-24T12:00:00Z'),
  at('old', '2026-11-24T11:59:59Z'),
  at('undated', undefined),
]

/** What is news at a moment, and until when that stays so. */
function newsAt(now: string): {readonly slugs: readonly string[]; readonly until: number} {
  const {renditions, until} = render(editions.map(filed), {...context({}, []), now})
  const news = String(renditions.find(({path}) => path === 'sitemap-news.xml')?.content)
  return {
    slugs: [...news.matchAll(/\/en\/([\w-]+)\/<\/loc>/g)].map(([, slug]) => slug ?? ''),
    until,
  }
}

test('news is what came out in the two days before the build, whatever the newest article is', () => {
  const {slugs, until} = newsAt('2026-11-26T12:00:00Z')
  expect(slugs).toEqual(['just-now', 'day', 'edge'])
  expect(new Date(until).toISOString()).toBe('2026-11-26T12:00:00.000Z')
  expect(newsAt('2026-11-26T12:00:01Z').slugs).toEqual(['just-now', 'day'])
  expect(newsAt('2026-12-26T12:00:00Z')).toEqual({slugs: [], until: Infinity})
})

test.each([
  ['ko', 'ko'],
  ['pt-BR', 'pt'],
  ['fil', 'fil'],
  ['zh-Hant', 'zh-tw'],
  ['zh-HK', 'zh-tw'],
  ['zh', 'zh-cn'],
])('%s is %s in the news, where regions and scripts are not known', (locale, expected) => {
  const locales = [{tag: locale, direction: 'ltr', autonym: locale}] as const
  const {renditions} = render([filed(edition({locale, sourceLocale: locale}))], {
    ...context({source: locale, locales}, []),
    words: {...words, [locale]: words['en'] ?? {}},
  })
  const news = String(renditions.find(({path}) => path === 'sitemap-news.xml')?.content)
  expect(news).toContain(`<news:language>${expected}</news:language>`)
})
