import {describe, expect, test} from 'vitest'
import {pageNames} from '../../../pipeline/check/document/page-names.ts'
import {seriesOf} from '../../../pipeline/check/document/series.ts'
import {findingsIn, fixtures, lines, page, site} from './fixture.ts'

const found = {
  'fail-heading.html': ['4:13 document/page-names/heading html > body > main > h1 <h1>Help</h1>'],
  'fail-title.html': ['3:7 document/page-names/title html > head > title <title>Pear news</title>'],
}

describe(pageNames.id, () => {
  test.each(fixtures(pageNames, 'pass'))('lets %s pass', (fixture) => {
    expect(lines(findingsIn(pageNames, fixture))).toEqual([])
  })

  test.each(Object.entries(found))('says where %s fails', (fixture, expected) => {
    expect(lines(findingsIn(pageNames, fixture))).toEqual(expected)
  })

  test('has a proof both ways for each fixture', () => {
    expect(fixtures(pageNames, 'pass').length).toBeGreaterThan(0)
    expect(fixtures(pageNames, 'fail')).toEqual(Object.keys(found).toSorted())
  })
})

function titled(path: string, title: string, words: string) {
  const html = `<html lang="en"><title>${title}</title><main><h1>${words}</h1></main>`
  return page(path, html)
}

test('what several pages are called is one finding, the same at each of them', () => {
  const release = site([
    titled('en/a/index.html', 'Pears', 'Ripe'),
    titled('en/b/index.html', 'Pears', 'Green'),
    titled('en/c/index.html', 'Pears', 'Brown'),
    titled('en/d/index.html', 'Apples', 'Red'),
  ])
  const [at, same, , none] = release.pages.map((one) => pageNames.judge(one, release))
  expect(at).toHaveLength(1)
  expect(at?.[0]?.message.values).toEqual({title: 'Pears', count: 3})
  expect(at?.[0]?.pages?.map(({file}) => file)).toEqual([
    'en/a/index.html',
    'en/b/index.html',
    'en/c/index.html',
  ])
  expect(same?.[0]).toBe(at?.[0])
  expect(none).toEqual([])
})

test('the name of the site as heading of most pages is none of theirs', () => {
  const release = site(
    ['a', 'b', 'c'].map((name) =>
      page(`en/${name}/index.html`, `<title>${name}</title><h1>Pears</h1><p>${name}</p>`),
    ),
  )
  expect(release.pages.flatMap((one) => pageNames.judge(one, release))).toEqual([])
})

describe('paths of one series', () => {
  const cases: readonly (readonly [one: string, other: string, same: boolean])[] = [
    ['news/index.html', 'news/page/2/index.html', true],
    ['news/index.html', 'news/2/index.html', true],
    ['news.html', 'news-page-3.html', true],
    ['docs/1.2/install/index.html', 'docs/latest/install/index.html', true],
    ['book/start.html', 'book/second-edition/start.html', true],
    ['news/index.html', 'news/a/index.html', false],
    ['2025/index.html', '2026/index.html', false],
    ['2025/03/index.html', '2025/04/index.html', false],
    ['step/index.html', 'steppage/index.html', false],
  ]
  test.each(cases)('%s and %s: %s', (one, other, same) => {
    expect(seriesOf(one) === seriesOf(other)).toBe(same)
  })
})
