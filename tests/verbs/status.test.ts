import {expect, test} from 'vitest'
import {desk, publicationJson} from './desk.ts'

test('an article that cannot be read is named, with what is wrong, beside the others', async () => {
  const {galley, write} = desk({
    'publication.json': publicationJson(),
    'articles/harbor/article.md': '---\nheadline: Harbor\n---\n\nShips return.\n',
    'articles/quay/article.md': '---\nheadline: Quay\n---\n\nShips return.\n',
  })
  expect((await galley('status')).exit).toBe(0)
  write('articles/quay/article.md', '---\nheadline: "Quay\n---\n\nShips return.\n')
  const {exit, said} = await galley('status')
  expect(exit).toBe(1)
  expect(said).toContain('harbor')
  const {exit: again, said: json} = await galley('status', '--json')
  expect(again).toBe(1)
  expect(JSON.parse(json)).toMatchObject([{slug: 'harbor'}])
})
