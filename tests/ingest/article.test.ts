import {expect, test} from 'vitest'
import {readArticle} from '../../pipeline/ingest/article.ts'
import {takenNames} from '../../pipeline/ingest/schedule.ts'

const read = (text: string, path = 'articles/a-name/article.md') => readArticle({path, text}, 'en')
const listed = (text: string, path?: string) =>
  read(text, path).findings.map(
    ({message, severity, place}) =>
      `${place.line}:${place.column} ${severity} ${message.key.slice('ingest/'.length)}`,
  )

const whole = `---
headline: A *Headline*
standfirst: In short
byline: [Jane Doe, 홍길동]
dateline: SEOUL
published: 2026-03-03T09:00:00+09:00
updated: 2026-03-04
locale: EN-us
---

Text.
`

test('an article is read whole, with the places of its values', () => {
  const {article, findings} = read(whole)
  expect(findings).toEqual([])
  expect(article).toMatchObject({
    slug: 'a-name',
    file: 'articles/a-name/article.md',
    locale: 'en-US',
    headline: 'A *Headline*',
    standfirst: 'In short',
    byline: ['Jane Doe', '홍길동'],
    dateline: 'SEOUL',
    published: '2026-03-03T09:00:00+09:00',
    updated: '2026-03-04',
    places: {headline: {line: 2, column: 11}, byline: {line: 4, column: 9}},
  })
  expect(article?.body.children.map(({type}) => type)).toEqual(['paragraph'])
})

const day = 'published: 2026-03-03\n'

test.each([
  ['no front matter', 'Text.', ['1:1 error front-matter/missing']],
  [
    'front matter that is not closed',
    '---\nheadline: a\n\nText.',
    ['1:1 error front-matter/unclosed'],
  ],
  ['front matter that is a list', '---\n- a\n---\n', ['2:1 error front-matter/shape']],
  ['broken YAML', '---\nheadline:\n\tb: c\n---\n', ['3:1 error front-matter/yaml']],
  [
    'a quotation mark that is not closed',
    '---\nheadline: "a\nbyline: b\nsection: c\n---\n',
    ['2:11 error front-matter/quote'],
  ],
  [
    'one that the next value closes',
    '---\nheadline: "a\nstandfirst: "b"\n---\n',
    ['2:11 error front-matter/quote'],
  ],
  ['one in a list', '---\ntags: [a, "b]\nheadline: c\n---\n', ['2:11 error front-matter/quote']],
  ['a bracket', '---\nbyline: [a, b\nheadline: c\n---\n', ['2:9 error front-matter/list']],
  ['an apostrophe', "---\nheadline: 'It's a'\n---\n", ['2:15 error front-matter/quote-end']],
  ['a colon', '---\nheadline: a: b\n---\n', ['2:11 error front-matter/colon']],
  ['a name of YAML’s', '---\nheadline: @a\n---\n', ['2:11 error front-matter/character']],
  ['a key twice', '---\nheadline: a\nheadline: b\n---\n', ['3:1 error front-matter/twice']],
  ['an alias', '---\na: &x [1]\nheadline: *x\n---\n', ['3:11 error front-matter/alias']],
  ['a tag', `---\nheadline: !!js/function a\n${day}---\n`, ['2:11 error front-matter/yaml']],
  ['no headline', `---\n${day}---\n`, ['1:1 error front-matter/missing']],
  ['an empty headline', `---\nheadline: ""\n${day}---\n`, ['2:11 error front-matter/missing']],
  ['no day', '---\nheadline: a\n---\n', ['1:1 warning front-matter/missing']],
  [
    'a misspelt key',
    `---\nheadlin: x\nheadline: a\n${day}---\n`,
    ['2:1 error front-matter/unknown'],
  ],
  [
    'a day that is none',
    '---\nheadline: a\npublished: 2026-02-30\n---\n',
    ['3:12 error front-matter/date'],
  ],
  [
    'a time without its offset',
    '---\nheadline: a\npublished: 2026-02-03T09:00\n---\n',
    ['3:12 error front-matter/date'],
  ],
  [
    'a number for a headline',
    `---\nheadline: 7\n${day}---\n`,
    ['2:11 error front-matter/text', '2:11 error front-matter/missing'],
  ],
  [
    'names that are none',
    `---\nheadline: a\nbyline: [1, {}]\n${day}---\n`,
    ['3:9 error front-matter/names'],
  ],
  [
    'a locale that is none',
    `---\nheadline: a\nlocale: no_tag!\n${day}---\n`,
    ['3:9 error front-matter/locale'],
  ],
  [
    'headings of level 1',
    `---\nheadline: a\n${day}---\n\n# One\n\nTwo\n===\n`,
    ['6:1 error heading/level', '8:1 error heading/level'],
  ],
  [
    'a control character, which HTML forbids',
    `---\r\nheadline: a\r\n${day}---\r\n\r\nA bell \u0007 rings.\r\n`,
    ['6:8 error encoding/control-kept'],
  ],
  [
    'a merge that nobody has settled',
    `---\nheadline: a\n${day}---\n\nOne.\n\n<<<<<<< HEAD\n- two\n>>>>>>> other\n`,
    ['8:1 error file/conflict'],
  ],
  ['a merge that code shows', `---\nheadline: a\n${day}---\n\n\`\`\`\n<<<<<<< HEAD\n\`\`\`\n`, []],
])('%s', (_, text, findings) => {
  expect(listed(text)).toEqual(findings)
})

test('one that was renamed and back may still have its own name among the former ones', () => {
  const {article, findings} = read(whole.replace('locale: EN-us', 'formerly: [other-name, a-name]'))
  expect(findings).toEqual([])
  expect(article?.facts.formerly).toEqual(['other-name', 'a-name'])
  expect(takenNames(article ? [article] : [])).toEqual([])
})

test('a folder whose name cannot be in a URL', () => {
  expect(listed(whole, 'articles/a name/article.md')).toEqual(['1:1 error slug/name'])
})

test('a folder whose name is in pieces is told so', () => {
  const folder = `articles/${'새-도서관'.normalize('NFD')}`
  expect(listed(whole, `${folder}/article.md`)).toEqual(['1:1 error slug/pieces'])
})

test('the nearest key is named', () => {
  const [finding] = read(`---\nstandfrist: x\nheadline: a\n${day}---\n`).findings
  expect(finding?.message.values).toEqual({name: 'standfrist', known: 'standfirst'})
})

test('aliases that would grow without limit are not followed', () => {
  const bomb = `---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nheadline: *c\n---\n`
  expect(listed(bomb)).toEqual(['3:8 error front-matter/alias'])
})
