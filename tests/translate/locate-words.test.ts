import {describe, expect, test} from 'vitest'
import type {Finding} from '../../pipeline/model/finding.ts'
import {filed} from '../../pipeline/render/brief.ts'
import {wordsLocator} from '../../pipeline/translate/locate-words.ts'
import {edition} from '../render/sample.ts'

const said = (text: string, locale = 'en') => ({text, locale})

const story = {
  slug: 'one',
  headline: 'The *old* "pier"',
  standfirst: 'It is open again.',
  byline: ['Jane Doe', 'Kim Min-ji'],
  dateline: 'SEOUL',
  corrections: [
    {
      date: '2025-01-14',
      wrong: said('about 200'),
      right: said('about 300'),
      source: {date: '2025-01-14', wrong: 'about 200', right: 'about 300'},
    },
  ],
}

const keys = [
  'headline-1',
  'standfirst-2',
  'byline-3',
  'byline-4',
  'dateline-5',
  'correction-6',
  'correction-7',
]

const texts = JSON.stringify(
  {
    'headline-1': '오래된 부두',
    'standfirst-2': '',
    'byline-3': '제인 도',
    'byline-4': '김민지',
    'dateline-5': '서울',
    'correction-6': '약 200명',
    'correction-7': '약 300명',
  },
  null,
  2,
)

const topics = '{\n  "sea": "The wide sea"\n}\n'

const placeOf = wordsLocator({
  editions: [
    edition({...story}),
    edition({...story, slug: 'two', headline: 'A harbour', byline: [], corrections: []}),
    {
      ...edition({
        slug: 'one',
        locale: 'ko',
        headline: '오래된 부두',
        byline: ['제인 도', '김민지'],
      }),
      standfirst: said('It is open again.'),
    },
  ].map((one) => filed(one).brief),
  files: [{slug: 'one', locale: 'ko', texts, units: undefined}],
  articles: ['one', 'two'].map((slug) => ({
    article: {slug, file: `articles/${slug}/article.md`, locale: 'en'},
    segments: keys.map((key, index) => ({key, line: index + 2, column: 11})),
  })),
  wordFiles: [
    {
      path: 'locales/en/topics.json',
      text: topics,
      locale: 'en',
      namespace: 'topics',
      words: {sea: 'The wide sea'},
    },
  ],
})

function at(about: Partial<Finding>, around: readonly string[] = []): string | undefined {
  const finding = {locale: 'en', article: 'one', ...about} as Finding
  const {file, line, column} = placeOf(finding, around) ?? {}
  return file && `${file}:${line}:${column}`
}

describe('words are found', () => {
  test.each([
    ['a headline by what its element says', {}, ['The old “pier”'], 'articles/one/article.md:2:11'],
    [
      'a part of it by what surrounds it',
      {},
      ['old', 'The old “pier”'],
      'articles/one/article.md:2:11',
    ],
    ['a standfirst', {}, ['It is open again.'], 'articles/one/article.md:3:11'],
    [
      'the second author',
      {excerpt: '<span class="author">Kim Min-ji</span>'},
      [],
      'articles/one/article.md:5:11',
    ],
    [
      'a correction by a stretch of it',
      {excerpt: 'bout 300'},
      ['Corrected'],
      'articles/one/article.md:8:11',
    ],
    ['a headline on a list', {article: undefined}, ['A harbour'], 'articles/two/article.md:2:11'],
    ['a subject', {article: undefined}, ['The wide sea'], 'locales/en/topics.json:2:10'],
    ['a translation', {locale: 'ko', excerpt: '오래된'}, [], 'locales/ko/one.json:2:17'],
    [
      'one that is not there yet',
      {locale: 'ko'},
      ['It is open again.'],
      'articles/one/article.md:3:11',
    ],
  ] as const)('%s', (_name, about, around, expected) => {
    expect(at(about, around)).toBe(expected)
  })

  test.each([
    ['the template’s own', {excerpt: 'Read more'}, ['Read more']],
    ['markup that only holds them among others', {excerpt: '<p>By Jane Doe, Kim Min-ji</p>'}, []],
    ['a letter', {excerpt: 'a'}, ['a']],
    ['those of another language', {locale: 'ko'}, ['A harbour']],
  ] as const)('but not %s', (_name, about, around) => {
    expect(at(about, around)).toBeUndefined()
  })
})
