import {expect, test} from 'vitest'
import {desk, publicationJson} from '../verbs/desk.ts'

test('what holds an edition is shown, though the pages that go out are looked at after it', async () => {
  const {galley, json} = desk({
    'publication.json': publicationJson({
      locales: ['en'],
      views: {desktop: {width: 1280, height: 800}},
      schemes: ['light'],
    }),
    'articles/quay/article.md':
      '---\nheadline: Quay\npublished: 2025-01-02\n---\n\nShips return.\n\n[Click here](https://example.org/)\n',
    'articles/pier/article.md':
      '---\nheadline: Pier\npublished: 2025-01-02\n---\n\nShips left for the island at noon.\n',
  })
  expect((await galley('check')).exit).toBe(1)
  const {editions, findings} = json('out/report/report.json')
  expect(editions).toMatchObject([{decision: 'release'}, {decision: 'hold'}])
  expect(findings).toContainEqual(
    expect.objectContaining({
      check: 'rule/link-text',
      severity: 'error',
      pictures: [expect.objectContaining({label: 'element'})],
    }),
  )
})
