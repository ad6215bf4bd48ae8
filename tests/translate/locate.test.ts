import {expect, test} from 'vitest'
import type {Finding} from '../../pipeline/model/finding.ts'
import {locate} from '../../pipeline/translate/locate.ts'

const files = [
  {
    slug: 'a',
    locale: 'ko',
    texts: '{\n  "headline-0a": "제목",\n  "paragraph-1b": "글",\n  "paragraph-2c": ""\n}\n',
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
      {
        key: 'paragraph-2c',
        kind: 'paragraph',
        text: 'More',
        path: 'body/2',
        container: '',
        line: 12,
        column: 1,
      },
    ],
    text: '---\nheadline: A\nstandfirst: B\nbyline: C\n---\n\n- Text\n  of two lines\n\n##\n\nMore\n',
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
    'an element whose words are not translated yet: the article',
    finding('ko', {file: 'ko/a/index.html', selector: '#text-paragraph-2c > a'}),
    {
      file: 'ko/a/index.html',
      selector: '#text-paragraph-2c > a',
      source: {file: 'articles/a/article.md', line: 12, column: 1},
    },
  ],
  [
    'the original beside its translation: the article',
    finding('ko', {file: 'en-ko/a/index.html', selector: '#text-paragraph-1b > a'}),
    {
      file: 'en-ko/a/index.html',
      selector: '#text-paragraph-1b > a',
      source: {file: 'articles/a/article.md', line: 7, column: 3},
    },
  ],
  [
    'the translation beside its original: the locale file',
    finding('ko', {file: 'en-ko/a/index.html', selector: '#ko-text-paragraph-1b > a'}),
    {
      file: 'en-ko/a/index.html',
      selector: '#ko-text-paragraph-1b > a',
      source: {file: 'locales/ko/a.json', line: 3, column: 19},
    },
  ],
  [
    'the translation in a heading of two languages: the locale file',
    finding('ko', {
      file: 'en-ko/a/index.html',
      selector: '#text-paragraph-1b > span:nth-child(2)',
    }),
    {
      file: 'en-ko/a/index.html',
      selector: '#text-paragraph-1b > span:nth-child(2)',
      source: {file: 'locales/ko/a.json', line: 3, column: 19},
    },
  ],
  [
    'an element without words: the line of the article behind the words in front',
    finding('ko', {file: 'ko/a/index.html', selector: '#main h2', behind: 'text-paragraph-1b'}),
    {
      file: 'ko/a/index.html',
      selector: '#main h2',
      behind: 'text-paragraph-1b',
      source: {file: 'articles/a/article.md', line: 10, column: 1},
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
