import {expect, test} from 'vitest'
import {fileArticlesAtOnce} from '../pipeline/file-article.ts'
import {parseConfig} from '../pipeline/io/config.ts'
import type {CatalogFiles} from '../pipeline/model/catalog.ts'
import {forgetful} from '../pipeline/model/memory.ts'
import type {TextFile} from '../pipeline/model/publication.ts'

const config = parseConfig(
  '{"url": "https://paper.example/", "source": "en", "locales": ["en", "ko"]}',
  'publication.json',
)

/** What is filed of a publication that has these files alone. */
function filedOf(articles: readonly TextFile[], catalogs: readonly CatalogFiles[]) {
  return fileArticlesAtOnce(
    {
      config,
      articles,
      images: [],
      catalogs,
      fonts: [],
      terms: undefined,
      words: {},
      packageWords: {},
      wordFiles: [],
    },
    forgetful,
  )
}

/** The ids of the authors of Korean articles, in each language, by what their English locale files have. */
function authorsOf(
  ...translations: readonly ((texts: object) => object)[]
): readonly (readonly string[])[] {
  const text =
    '---\nheadline: 제목\nlocale: ko\nbyline: [김민지]\npublished: 2026-11-24\n---\n\n글.\n'
  const articles = translations.map((_, at) => ({path: `articles/story-${at}/article.md`, text}))
  const file = (catalogs: readonly CatalogFiles[]) =>
    filedOf(articles, catalogs).flatMap(({article}) => article ?? [])
  const translated = file([]).flatMap(({files}, at) =>
    files.map((one) => ({
      ...one,
      texts: JSON.stringify(translations[at]?.(JSON.parse(one.texts ?? '{}') as object)),
    })),
  )
  return file(translated).flatMap(({editions}) => editions.map(({brief}) => brief.facts.authors))
}

const named = (name: string) => (texts: object) =>
  Object.fromEntries(Object.keys(texts).map((key) => [key, key.startsWith('byline') ? name : '']))
const open = (texts: object) => texts

test('who writes in several languages is one author, by the name in the publication’s own', () => {
  expect(authorsOf(named('Kim Min-ji'))).toEqual([['kim-min-ji'], ['kim-min-ji']])
  expect(authorsOf(open)).toEqual([['김민지'], ['김민지']])
})

test('a name that is not translated yet is that of the same writer’s other articles', () => {
  const [one, other, bare] = [['kim-min-ji'], ['gim-min-ji'], ['김민지']]
  expect(authorsOf(open, named('Kim Min-ji'))).toEqual([one, one, one, one])
  // Whose it is of two nobody knows.
  const authors = authorsOf(named('Kim Min-ji'), named('Gim Min-ji'), open)
  expect(authors).toEqual([one, one, other, other, bare, bare])
})

test('an edition whose headline has no word in it is none, and no other is held for it', () => {
  const text = '---\nheadline: The ferry\npublished: 2026-11-24\n---\n\nIt sails.\n'
  const articles = [{path: 'articles/ferry/article.md', text}]
  const file = (catalogs: readonly CatalogFiles[]) => filedOf(articles, catalogs)[0]
  const said = (headline: string) => {
    // The headline is the first text there.
    const told = (file([])?.article?.files ?? []).map((one) =>
      one.locale === 'ko' ? {...one, texts: one.texts?.replace('""', `"${headline}"`)} : one,
    )
    const filed = file(told)
    return {
      locales: filed?.article?.editions.map(({brief}) => brief.locale),
      found: filed?.findings.map(({check, place}) => [check, place.file]),
    }
  }
  expect(said('나룻배')).toEqual({locales: ['en', 'ko'], found: []})
  expect(said('🚀!')).toEqual({
    locales: ['en'],
    found: [['translation/wordless', 'locales/ko/ferry.json']],
  })
})

test('an article in a language that the publication has not is none, and its line is told', () => {
  const filed = (tag: string, status = 'published') =>
    filedOf(
      [
        {
          path: 'articles/a/article.md',
          text: `---\nheadline: A story\npublished: 2026-11-24\nlocale: ${tag}\nstatus: ${status}\n---\n\nText.\n`,
        },
      ],
      [],
    )
  const [french] = filed('fr')
  expect(french?.article).toBeUndefined()
  expect(french?.findings).toEqual([
    expect.objectContaining({
      severity: 'error',
      message: {
        key: 'ingest/front-matter/locale-unknown',
        values: {value: 'fr', known: 'en, ko'},
      },
      place: {file: 'articles/a/article.md', line: 4, column: 9},
    }),
  ])
  expect(filed('ko')[0]?.findings).toEqual([])
  // Its address says that it is gone in every language.
  expect(filed('fr', 'withdrawn')[0]?.article).toBeDefined()
})
