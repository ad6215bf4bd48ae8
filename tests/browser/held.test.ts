import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {desk, publicationJson} from '../verbs/desk.ts'

const paper = publicationJson({
  locales: ['en'],
  views: {desktop: {width: 1280, height: 800}},
  schemes: ['light'],
})

test('what holds an edition is shown, though the pages that go out are looked at after it', async () => {
  const {galley, json} = desk({
    'publication.json': paper,
    'articles/quay/article.md':
      '---\nheadline: Quay\npublished: 2025-01-02\n---\n\nShips return.\n\n[Click here](https://example.org/)\n',
    'articles/pier/article.md':
      '---\nheadline: Pier\npublished: 2025-01-02\n---\n\nShips left for the island at noon.\n',
    // Every list would show what is wrong with it, and nothing else is held for it.
    'articles/song/article.md':
      '---\nheadline: 🎉\npublished: 2025-01-02\n---\n\nShips sang at night.\n',
  })
  expect((await galley('check')).exit).toBe(1)
  const {editions, findings} = json('out/report/report.json')
  expect(editions).toMatchObject([
    {slug: 'pier', decision: 'release'},
    {slug: 'quay', decision: 'hold'},
  ])
  expect(findings).toContainEqual(
    expect.objectContaining({
      check: 'ingest/front-matter',
      key: 'ingest/front-matter/wordless',
      place: expect.objectContaining({file: 'articles/song/article.md', line: 2}),
    }),
  )
  expect(findings).toContainEqual(
    expect.objectContaining({
      check: 'rule/link-text',
      severity: 'error',
      pictures: [expect.objectContaining({label: 'element'})],
    }),
  )
})

test('what is recalled while it is checked goes not out, and what was found is reported all the same', async () => {
  const article = '---\nheadline: Quay\npublished: 2025-01-02\n---\n\nShips return.\n'
  const {root, write, galley, json} = desk({
    'publication.json': paper,
    'articles/quay/article.md': article,
  })
  // Loaded when the article has been read.
  const draft = article.replace('published', 'status: draft\npublished')
  write(
    'templates/own-specimens.tsx',
    `import {writeFileSync} from 'node:fs'
    writeFileSync(${JSON.stringify(join(root, 'articles/quay/article.md'))}, ${JSON.stringify(draft)})
    export const ownSpecimens = () => []`,
  )
  await expect(galley('publish')).rejects.toMatchObject({code: 'embargoed'})
  expect(existsSync(join(root, 'out/current'))).toBe(false)
  expect(json('out/report/report.json')).toMatchObject({
    editions: [{slug: 'quay', decision: 'release'}],
  })
})
