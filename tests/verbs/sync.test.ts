import {expect, it} from 'vitest'
import {desk, publicationJson} from './desk.ts'

it('says that nothing was to do only where that is so', async () => {
  const paper = desk({
    'publication.json': publicationJson(),
    'articles/story/article.md':
      '---\nheadline: The story\npublished: 2026-11-25\n---\n\nThe paragraph stands here.\n',
  })
  await paper.galley('sync')
  expect((await paper.galley('sync')).said).toBe('The locale files are up to date.\n')
  paper.write('locales/ko/story.json', '{"headline": ')
  const {exit, said} = await paper.galley('sync')
  expect(exit).toBe(1)
  expect(said).not.toContain('are up to date')
  expect(said).toContain('locales/ko/story.json:1')
})
