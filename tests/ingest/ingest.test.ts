import {createHash} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'
import {array, assert, constantFrom, oneof, property, string, uint8Array} from 'fast-check'
import {describe, expect, test} from 'vitest'
import {readArticle} from '../../pipeline/ingest/article.ts'
import {ingest, isUnedited} from '../../pipeline/ingest/ingest.ts'
import {plainText} from '../../pipeline/markdown/plain.ts'

const fixtures = new URL('../fixtures/ingest/', import.meta.url)
const words = ['en', 'ko'].map((tag): Readonly<Record<string, string>> => {
  const file = new URL(`../../locales/${tag}/findings.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8'))
})
const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const take = (bytes: Uint8Array, fix: boolean, name = 'source.txt', locale = 'en') =>
  ingest({name, bytes, locale, slug: undefined, fix, hash})

describe.each(readdirSync(fixtures))('%s', (name) => {
  const source =
    readdirSync(new URL(`${name}/`, fixtures)).find((file) => file.startsWith('source.')) ?? ''
  const bytes = readFileSync(new URL(`${name}/${source}`, fixtures))
  const locale = /^(?:korean|euc-kr)/.test(name) ? 'ko' : 'en'

  test.each([
    ['as it is', false],
    ['with slips corrected', true],
  ] as const)('becomes an article %s', async (_, fix) => {
    const {slug, text, findings} = take(bytes, fix, source, locale)
    const listed = findings.map(
      ({severity, message, place}) =>
        `${place.line}:${place.column} ${severity} ${message.key} ${JSON.stringify(message.values)}`,
    )
    await expect(`${slug}\n\n${text}\n${listed.join('\n')}\n`).toMatchFileSnapshot(
      new URL(`${name}/${fix ? 'corrected' : 'article'}.snapshot.txt`, fixtures).pathname,
    )
  })

  test('is read back without a finding but for the day it lacks', () => {
    const {text} = take(bytes, false, source, locale)
    const {article, findings} = readArticle({path: 'articles/a/article.md', text}, 'en')
    expect(article?.locale).toBe(locale)
    const rest = findings.filter(({message}) => message.values['name'] !== 'published')
    expect(rest.map(({message}) => message.key)).toEqual(
      name === 'markdown-front-matter' ? ['ingest/heading/level'] : [],
    )
    expect(isUnedited(text, hash)).toBe(true)
  })

  test('has words for every finding in both languages', () => {
    for (const fix of [false, true]) {
      for (const {message} of take(bytes, fix, source, locale).findings) {
        for (const said of words) {
          expect(said, message.key).toHaveProperty([message.key])
          expect(said, message.key).toHaveProperty([`${message.key}.advice`])
        }
      }
    }
  })

  test('points into the source: what a slip was found in stands at its place', () => {
    const lines = new TextDecoder(name === 'euc-kr' ? 'euc-kr' : 'utf-8')
      .decode(bytes)
      .split(/\r?\n/)
    for (const {check, message, place} of take(bytes, false, source, locale).findings) {
      if (check !== 'ingest/slip') continue
      const line = lines[(place.line ?? 0) - 1] ?? ''
      const there = line.slice((place.column ?? 0) - 1)
      expect(there.startsWith(String(message.values['found']))).toBe(true)
    }
  })
})

const lookAlikes = [
  '# a',
  '- b',
  '1. c',
  '*d*',
  '[e](f)',
  '<g>',
  '\\h',
  '`i`',
  '~~j~~',
  '한국은',
  '**마크(mark)**를',
]
const word = oneof(
  string({minLength: 1, maxLength: 8}).map((text) => text.replace(/[\s\u007f-\u00ad]/g, 'x')),
  constantFrom(...lookAlikes),
)

test('no word of a paragraph is lost or changed, whatever it looks like', () => {
  assert(
    property(array(word, {minLength: 3, maxLength: 12}), (chosen) => {
      const paragraph = `Words ${chosen.join(' ')} end here.`
      const raw = `A Headline Here\n\nSEOUL — The first paragraph stands here for the dateline.\n\n${paragraph}\n\nThe last paragraph is a long one, too.\n`
      const {text} = take(new TextEncoder().encode(raw), false)
      const {article} = readArticle({path: 'articles/a/article.md', text}, 'en')
      const block = article?.body.children[1]
      const source = text.slice(block?.position?.start.offset, block?.position?.end.offset)
      expect(plainText(source)).toBe(paragraph.normalize('NFC').replace(/\s+/g, ' '))
    }),
    {numRuns: 200},
  )
})

test('a headline and a standfirst say in the article what they said in the source', () => {
  assert(
    property(array(word, {minLength: 2, maxLength: 6}), (chosen) => {
      const line = `The ${chosen.join(' ')} End`
      const raw = `${line}\nThe ${chosen.join(' ')}, in short\n\nSEOUL, South Korea — The first paragraph.\n`
      const {text} = take(new TextEncoder().encode(raw), false)
      const {article} = readArticle({path: 'articles/a/article.md', text}, 'en')
      expect(plainText(article?.headline ?? '')).toBe(line.normalize('NFC').replace(/\s+/g, ' '))
      expect(plainText(article?.standfirst ?? '')).toBe(
        `The ${chosen.join(' ')}, in short`.normalize('NFC').replace(/\s+/g, ' '),
      )
    }),
    {numRuns: 100},
  )
})

test.each(['a.txt', 'a.md'])('%s: no bytes whatever bring it down', (name) => {
  assert(
    property(uint8Array({maxLength: 400}), (bytes) => {
      const {text} = take(bytes, true, name)
      readArticle({path: 'articles/a/article.md', text}, 'en')
    }),
    {numRuns: 200},
  )
})

test.each([
  ['letters', 'A'.repeat(100_000)],
  ['capitals and dashes', 'A - '.repeat(25_000)],
  ['brackets', '(['.repeat(50_000)],
  ['a byline', `By ${'Aa '.repeat(38)}1`],
  ['spaces', `a${' '.repeat(100_000)}b`],
  ['quotation marks', '"“‘'.repeat(30_000)],
  ['stars', '*_'.repeat(20_000)],
  ['Hangul', '가나'.repeat(50_000)],
  ['names', `${'김하늘·'.repeat(30)}기자`],
  ['mojibake', 'â€™'.repeat(20_000)],
  ['lines', 'a\n'.repeat(20_000)],
  ['commas', ','.repeat(100_000)],
  ['entities', '&a'.repeat(50_000)],
  ['combining marks', `e${'\u0301'.repeat(30_000)}`],
])('hostile %s are read in good time', (_, line) => {
  // What takes exponential time does not end before the test's own limit, on any machine.
  const {text} = take(new TextEncoder().encode(`A Headline\n\n${line}\n\nThe end of it.`), true)
  expect(text).toContain('The end of it.')
})

test('a name that cannot be one is refused, and another made of it', () => {
  const {slug, findings} = ingest({
    name: 'a.txt',
    bytes: new TextEncoder().encode('A Headline\n\nHALE, Corran — The text stands here.'),
    locale: 'en',
    slug: '../../etc/passwd',
    fix: false,
    hash,
  })
  expect(slug).toBe('etc-passwd')
  expect(findings[0]).toMatchObject({check: 'ingest/slug', severity: 'error'})
})

test.each([
  ['ko', 'A Headline in English\n\nThe text is in English, too.', 'ingest/locale/script'],
  [
    'en',
    '하늘시, 밤배 운항 3년 만에 확정\n\n하늘시의회가 밤배 운항안을 통과시켰다.',
    'ingest/locale/script',
  ],
  ['no_tag!', 'A Headline in English\n\nThe text is in English, too.', 'ingest/locale/unknown'],
])('a text that is not in %s is pointed out', (locale, text, key) => {
  const {findings} = take(new TextEncoder().encode(text), false, 'a.txt', locale)
  expect(findings.map(({message}) => message.key)).toContain(key)
})
