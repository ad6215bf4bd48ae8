import {describe, expect, test} from 'vitest'
import {alternates} from '../../../pipeline/check/document/alternates.ts'
import {findingsIn, fixtures, lines, page, site} from './fixture.ts'

const found = {
  'fail-missing.html': [
    '-:- document/alternates/no-canonical - ',
    '-:- document/alternates/no-self - ',
    '-:- document/alternates/missing - ',
    '-:- document/alternates/no-default - ',
  ],
  'fail.html': [
    '4:1 document/alternates/canonical html > head > link:nth-child(2) <link rel=canonical href=https://paper.example/news/en/other/>',
    '-:- document/alternates/no-self - ',
    '-:- document/alternates/no-default - ',
    '5:1 document/alternates/relative html > head > link:nth-child(3) <link rel=alternate hreflang=en href=/news/en/story/>',
    '6:1 document/alternates/dead html > head > link:nth-child(4) <link rel=alternate hreflang=ko href=https://paper.example/news/ko/gone/>',
    '7:1 document/alternates/other-language html > head > link:nth-child(5) <link rel=alternate hreflang=ja href=https://paper.example/news/ko/story/>',
    '8:1 document/alternates/one-way html > head > link:nth-child(6) <link rel=alternate hreflang=ko href=https://paper.example/news/ko/>',
  ],
}

describe(alternates.id, () => {
  test.each(fixtures(alternates, 'pass'))('lets %s pass', (fixture) => {
    expect(lines(findingsIn(alternates, fixture))).toEqual([])
  })

  test.each(Object.entries(found))('says where %s fails', (fixture, expected) => {
    expect(lines(findingsIn(alternates, fixture))).toEqual(expected)
  })

  test('has a proof both ways for each fixture', () => {
    expect(fixtures(alternates, 'pass').length).toBeGreaterThan(0)
    expect(fixtures(alternates, 'fail')).toEqual(Object.keys(found).toSorted())
  })
})

describe('a page that shows the original', () => {
  const root = 'https://paper.example/news/'
  const html = (head: string) => `<!doctype html><html><head>${head}</head><body></body></html>`
  const canonical = (path: string) => `<link rel="canonical" href="${root}${path}">`
  const alternate = (tag: string, path: string) =>
    `<link rel="alternate" hreflang="${tag}" href="${root}${path}">`
  const told = (original: string, fallback: string) => {
    const shown = {...page('ko/story/index.html', html(fallback)), page: 'fallback'} as const
    const release = site([page('en/story/index.html', html(original)), shown])
    return release.pages.flatMap((one) =>
      alternates.judge(one, release).map(({message, place}) => `${place.file} ${message.key}`),
    )
  }

  test('is the original’s to be found', () => {
    expect(told(canonical('en/story/'), canonical('en/story/'))).toEqual([])
  })

  test.each([
    ['its own address', canonical('ko/story/'), 'canonical'],
    ['none', '', 'canonical'],
    ['languages', canonical('en/story/') + alternate('ko', 'ko/story/'), 'fallback'],
  ])('and does not give %s', (_, fallback, key) => {
    expect(told(canonical('en/story/'), fallback)).toEqual([
      `ko/story/index.html document/alternates/${key}`,
    ])
  })

  test('or lists originals alone, is the original list’s', () => {
    const list = (path: string, kind: 'list' | 'fallback', head: string) =>
      ({...page(path, html(head)), article: undefined, page: kind}) as const
    const toldOfLists = (second: string) => {
      const release = site([
        list('en/tag/sun/index.html', 'list', canonical('en/tag/sun/')),
        list('ko/tag/sun/index.html', 'fallback', canonical('en/tag/sun/')),
        list('ko/tag/sun/page/2/index.html', 'fallback', canonical(second)),
      ])
      return release.pages.flatMap((one) =>
        alternates.judge(one, release).map(({message, place}) => `${place.file} ${message.key}`),
      )
    }
    expect(toldOfLists('en/tag/sun/')).toEqual([])
    expect(toldOfLists('ko/tag/sun/page/2/')).toEqual([
      'ko/tag/sun/page/2/index.html document/alternates/canonical',
    ])
  })

  test('and is nobody’s alternate', () => {
    const original =
      canonical('en/story/') +
      alternate('en', 'en/story/') +
      alternate('ko', 'ko/story/') +
      alternate('x-default', 'en/story/')
    expect(told(original, canonical('en/story/'))).toEqual([
      'en/story/index.html document/alternates/fallback',
    ])
  })
})
