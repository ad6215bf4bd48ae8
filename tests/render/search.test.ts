import {describe, expect, test} from 'vitest'
import {all, edition, page, rendered, textOf} from './sample.ts'

const given = [
  edition({slug: 'a', text: 'The council met.', headline: 'Library approved'}),
  edition({slug: 'a', locale: 'ko', text: '시의회도서관을 승인했다.', headline: '도서관 승인'}),
  edition({slug: 'b', text: 'The library is old.', headline: 'Books', published: '2025-02-01'}),
]
const out = rendered(given, [], {search: true})
const fileOf = (path: string) => out.renditions.find((one) => one.path === path)
const json = (path: string) => JSON.parse(String(fileOf(path)?.content))

describe('the index of a language', () => {
  test('has its articles, newest first, and their words by where they stand', () => {
    expect(json('en/search/articles-0.json').articles).toEqual([
      ['/en/b/', 'Books', 'The library is old.', 'February 1, 2025'],
      ['/en/a/', 'Library approved', 'The council met.', 'January 13, 2025'],
    ])
    const {words} = json('en/search/words-0.json')
    expect(words).toMatchObject({library: [0 * 4 + 1, 1 * 4 + 3], council: [1 * 4 + 1]})
  })

  test('finds Korean words in compounds, and without particles', () => {
    const {words} = json('ko/search/words-0.json')
    expect(words).toMatchObject({도서관: [3], 시의회도서관: [1], 의회도서관: [0]})
    expect(Object.keys(words)).not.toContain('시의회도서관을')
  })

  test('says of each file which list its numbers count in', () => {
    expect(json('en/search/words-0.json').of).toBe(json('en/search/articles-0.json').of)
  })

  test('has what is released alone, and is the same each time', () => {
    const alone = rendered(given.slice(0, 1), [], {search: true})
    const files = alone.renditions.filter(({path}) => path.includes('/search/'))
    for (const {content} of files) expect(content).not.toMatch(/Books|승인/)
    expect(files.map(({path}) => path).filter((path) => path.startsWith('ko/'))).toEqual([])
    expect(rendered(given, [], {search: true}).renditions.map(({content}) => content)).toEqual(
      out.renditions.map(({content}) => content),
    )
  })
})

describe('the page', () => {
  const tree = page(out, 'ko/search/index.html')

  test('has a field with a label, and says what happens', () => {
    const [field] = all(tree, 'input')
    const [label] = all(tree, 'label')
    expect([label?.properties['htmlFor']].flat()).toEqual([field?.properties['id']])
    expect(textOf(label)).toBe('찾을 낱말')
    const status = all(tree, 'div').filter(({properties}) => properties['role'] === 'status')
    expect(status.length).toBe(1)
  })

  test('leads to the lists without JavaScript', () => {
    const finder = all(tree, 'div').find(({properties}) => properties['role'] === 'search')
    expect(finder?.properties['hidden']).toBe(true)
    const links = all(tree, 'a').map(({properties}) => properties['href'])
    expect(links).toContain('/ko/archive/')
  })

  test('is not to be found by search engines, and found from every page of the language', () => {
    expect(JSON.stringify(all(tree, 'meta'))).toContain('noindex')
    expect(String(fileOf('sitemap.xml')?.content)).not.toContain('/search/')
    const links = all(page(out, 'ko/a/index.html'), 'a').map(({properties}) => properties['href'])
    expect(links).toContain('/ko/search/')
  })
})

test('a publication without search has none', () => {
  for (const {path, content} of rendered(given).renditions) {
    expect(path).not.toMatch(/search/)
    expect(String(content)).not.toContain('/search/')
  }
})
