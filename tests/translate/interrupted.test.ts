import {expect, test} from 'vitest'
import {parseMarkdown} from '../../pipeline/markdown/parse.ts'
import type {Article} from '../../pipeline/model/article.ts'
import type {CatalogFiles} from '../../pipeline/model/catalog.ts'
import {syncArticle} from '../../pipeline/translate/sync.ts'
import {facts} from './make-article.ts'

const before = ['The first paragraph.', 'The second one is about boats.', 'The third paragraph.']

/** What `kill -9` leaves between the two files of a catalog: the sidecar is written first. */
test.each([
  ['a paragraph removed', [before[0], before[2]]],
  ['a paragraph reworded', [before[0], 'The second one is about ships.', before[2]]],
  ['paragraphs moved', [before[2], before[0], before[1]]],
  ['a paragraph added', [...before, 'A fourth one.']],
  ['everything new', ['Nothing here is as it was before.']],
])('%s, interrupted between sidecar and texts: no translation is lost', (_, after) => {
  const first = syncArticle(article(before), ['ko'], [])
  const keys = Object.keys(JSON.parse(textsOf(first.files)) as object)
  const texts = JSON.stringify(Object.fromEntries(keys.map((key, index) => [key, `번역 ${index}`])))
  const translated = latest(
    first.files.map((file) => (file.locale === 'ko' ? {...file, texts} : file)),
    [],
  )
  const settled = latest(translated, syncArticle(article(before), ['ko'], translated).files)
  const changed = latest(settled, syncArticle(article(after), ['ko'], settled).files)

  const torn = changed.map((file) => ({
    ...file,
    texts: settled.find((one) => same(one, file))?.texts,
  }))
  const mended = latest(torn, syncArticle(article(after), ['ko'], torn).files)
  const all = mended.map(({texts: one, units}) => `${one}${units}`).join('\n')
  keys.forEach((_key, index) => expect(all).toContain(`번역 ${index}`))
  expect(syncArticle(article(after), ['ko'], mended).files).toEqual([])
})

function article(paragraphs: readonly (string | undefined)[]): Article {
  const text = `---\nheadline: A headline\n---\n\n${paragraphs.join('\n\n')}\n`
  const root = parseMarkdown(text)
  return {
    slug: 'story',
    file: 'articles/story/article.md',
    locale: 'en',
    text,
    headline: 'A headline',
    standfirst: undefined,
    byline: [],
    dateline: undefined,
    published: undefined,
    updated: undefined,
    facts,
    corrections: [],
    body: {...root, children: root.children.filter(({type}) => type !== 'yaml')},
    places: {},
  }
}

function same(one: CatalogFiles, other: CatalogFiles): boolean {
  return one.slug === other.slug && one.locale === other.locale
}

function latest(stored: readonly CatalogFiles[], files: readonly CatalogFiles[]) {
  return [...stored.filter((one) => !files.some((file) => same(file, one))), ...files]
}

function textsOf(files: readonly CatalogFiles[]): string {
  return files.find(({locale}) => locale === 'ko')?.texts ?? '{}'
}
