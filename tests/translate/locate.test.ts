import {expect, test} from 'vitest'
import type {Finding} from '../../pipeline/model/finding.ts'
import {locate} from '../../pipeline/translate/locate.ts'

const files = [
  {
    slug: 'a',
    locale: 'ko',
    texts: '{\n  "headline-0a": "제목",\n  "paragraph-1b": "글"\n}\n',
    units: undefined,
  },
]
const articles = [
  {
    article: {slug: 'a', file: 'articles/a/article.md', locale: 'en'},
    segments: [
      {
        key: 'paragraph-1b',
        kind: 'paragraph',
        text: 'Text',
        path: 'body/0',
        container: '',
        line: 7,
        column: 3,
      },
    ],
  },
] as const

const finding = (locale: string | undefined, place: Finding['place']): Finding => ({
  check: 'axe/link-name',
  outcome: 'failed',
  severity: 'error',
  message: {key: '', values: {}},
  place,
  locale,
  article: 'a',
  criteria: [],
  engines: [],
})

test.each([
  [
    'a unit: its text in the locale file',
    finding('ko', {file: 'locales/ko/a.json', unit: 'paragraph-1b'}),
    {file: 'locales/ko/a.json', unit: 'paragraph-1b', line: 3, column: 19},
  ],
  [
    'an element of a translated page: the locale file',
    finding('ko', {file: 'ko/a/index.html', selector: '#text-paragraph-1b > a'}),
    {
      file: 'ko/a/index.html',
      selector: '#text-paragraph-1b > a',
      source: {file: 'locales/ko/a.json', line: 3, column: 19},
    },
  ],
  [
    'an element of the source page: the article',
    finding('en', {file: 'en/a/index.html', selector: '#text-paragraph-1b'}),
    {
      file: 'en/a/index.html',
      selector: '#text-paragraph-1b',
      source: {file: 'articles/a/article.md', line: 7, column: 3},
    },
  ],
  [
    'an element of the template: the page alone',
    finding('en', {file: 'en/a/index.html', selector: '#main > h1'}),
    {file: 'en/a/index.html', selector: '#main > h1'},
  ],
  [
    'an id that is no unit: the page alone',
    finding('en', {file: 'en/a/index.html', selector: '#text-fn-1'}),
    {file: 'en/a/index.html', selector: '#text-fn-1'},
  ],
])('%s', (_, found, place) => {
  expect(locate([found], files, articles)[0]?.place).toEqual(place)
})
