import {expect, test} from 'vitest'
import {fileArticlesAtOnce} from '../pipeline/file-article.ts'
import {parseConfig} from '../pipeline/io/config.ts'
import type {CatalogFiles} from '../pipeline/model/catalog.ts'
import {forgetful} from '../pipeline/model/memory.ts'

const config = parseConfig(
  '{"url": "https://paper.example/", "source": "en", "locales": ["en", "ko"]}',
  'publication.json',
)

/** The ids of the authors of a Korean article, in each language, by what its English locale file has. */
function authorsOf(translate: (texts: object) => object): readonly (readonly string[])[] {
  const text =
    '---\nheadline: 제목\nlocale: ko\nbyline: [김민지]\npublished: 2026-11-24\n---\n\n글.\n'
  const articles = [{path: 'articles/story/article.md', text}]
  const file = (catalogs: readonly CatalogFiles[]) =>
    fileArticlesAtOnce(
      {
        config,
        articles,
        images: [],
        catalogs,
        terms: undefined,
        words: {},
        packageWords: {},
        wordFiles: [],
      },
      forgetful,
    ).flatMap(({article}) => article ?? [])
  const files = file([])[0]?.files ?? []
  const translated = files.map((one) => ({
    ...one,
    texts: JSON.stringify(translate(JSON.parse(one.texts ?? '{}') as object)),
  }))
  return file(translated)[0]?.editions.map(({brief}) => brief.facts.authors) ?? []
}

test('who writes in several languages is one author, by the name in the publication’s own', () => {
  const named = (texts: object) =>
    Object.fromEntries(
      Object.keys(texts).map((key) => [key, key.startsWith('byline') ? 'Kim Min-ji' : '']),
    )
  expect(authorsOf(named)).toEqual([['kim-min-ji'], ['kim-min-ji']])
  expect(authorsOf((texts) => texts)).toEqual([['김민지'], ['김민지']])
})
