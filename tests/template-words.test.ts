import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {fileArticlesAtOnce} from '../pipeline/file-article.ts'
import {parseConfig} from '../pipeline/io/config.ts'
import {packageRoot, readPublication} from '../pipeline/io/publication.ts'
import {loadMarked, loadTemplates} from '../pipeline/io/templates.ts'
import {forgetful} from '../pipeline/model/memory.ts'
import {templateWords} from '../pipeline/template-words.ts'

const textUnder = (tag: string) => `---
headline: A story
section: world
tags: [${tag}]
byline: [Jane Doe]
---

A paragraph of the story.
`

/** What is found in these templates of a publication's own: place and words. */
async function foundIn(
  own: Readonly<Record<string, string>>,
  {locales = ['en', 'ko'], tag = 'ukraine-war'} = {},
) {
  const root = mkdtempSync(join(tmpdir(), 'galley-words-'))
  onTestFinished(() => rmSync(root, {recursive: true}))
  for (const [name, content] of Object.entries(own)) {
    mkdirSync(join(root, 'templates/components'), {recursive: true})
    writeFileSync(join(root, 'templates', name), content)
  }
  const settings = {
    url: 'https://paper.example/',
    source: 'en',
    locales,
    contact: 'us@paper.example',
  }
  const publication = {
    ...(await readPublication(packageRoot)),
    config: parseConfig(
      JSON.stringify({...settings, parallel: true, search: true}),
      'publication.json',
    ),
    articles: [{path: 'articles/story/article.md', text: textUnder(tag)}],
  }
  const articles = fileArticlesAtOnce(publication, forgetful).flatMap(({article}) => article ?? [])
  const folders = [root, packageRoot]
  const {templates} = await loadTemplates(folders, undefined)
  const marked = () => loadMarked(folders, templates)
  const found = await templateWords(publication, articles, {
    memory: forgetful,
    templates,
    styles: '',
    marked,
  })
  return found.map(({place: {file, line}, message, severity}) => [
    `${file}:${line}`,
    message.values['text'],
    severity,
  ])
}

const original = readFileSync(join(packageRoot, 'templates/components/footer.tsx'), 'utf8')
const footer = original.replace(
  '<p class="colophon">',
  '<p class="colophon"><b>Share</b> <i aria-label="Up">↑</i> <b translate="no">Galley</b>',
)
const line = original.split('\n').findIndex((one) => one.includes('colophon')) + 1

test('words of a template are found once, at their line', async () => {
  expect(await foundIn({'components/footer.tsx': footer})).toEqual([
    [`templates/components/footer.tsx:${line}`, 'Up', 'warning'],
    [`templates/components/footer.tsx:${line}`, 'Share', 'warning'],
  ])
})

test('our own templates have none', async () => {
  expect(await foundIn({})).toEqual([])
})

test('a subject without a name is no template’s', async () => {
  expect(await foundIn({}, {tag: 'fishing'})).toEqual([])
})

test('where there is one language nothing is to be translated', async () => {
  expect(await foundIn({'components/footer.tsx': footer}, {locales: ['en', 'en-GB']})).toEqual([])
})
