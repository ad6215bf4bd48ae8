import {expect, test} from 'vitest'
import type {Host} from '../../pipeline/host.ts'
import type {Rendition} from '../../pipeline/model/rendition.ts'
import {mustBePage, withNames} from '../../pipeline/verbs/approve.ts'

const pages = ['index.html', 'en/index.html', 'ko/index.html', 'ko/a-long-story/index.html']

test.each(['index.html', 'ko', 'ko/', '/ko/', 'ko/index.html', 'ko/*', '*', 'ko/a-long-story'])(
  '%s is a page',
  (name) => {
    expect(() => mustBePage(name, pages)).not.toThrow()
  },
)

test.each([
  ['ko/indx.html', 'ko/index.html'],
  ['ko/a-log-story', 'ko/a-long-story'],
  ['kr/*', 'ko'],
  ['zz/nothing/of/the/kind/anywhere.html', undefined],
])('%s is none, and the nearest is named', (name, nearest) => {
  const hint = nearest === undefined ? /There is no page "[^"]*"\.$/ : `Did you mean "${nearest}"?`
  expect(() => mustBePage(name, pages)).toThrow(hint)
})

test('no page is looked at before all that were named are known to be there', async () => {
  const seen: (readonly Rendition[])[] = []
  const host = {
    capture: async (renditions: readonly Rendition[]) => {
      seen.push(renditions)
      return {captures: [], browser: 'none'}
    },
  } as unknown as Host
  const rendered = (path: string, page?: 'front') => ({path, page}) as unknown as Rendition
  const all = [rendered('ko/index.html', 'front'), rendered('ko/feed.xml')]
  expect(() => withNames(host, ['ko', 'nowhere'], []).capture(all)).toThrow(
    'There is no page "nowhere"',
  )
  expect(() => withNames(host, ['ko/feed.xml'], []).capture(all)).toThrow('There is no page')
  expect(seen).toEqual([])

  const naming = withNames(host, ['ko', 'gone.html'], ['gone.html'])
  await naming.capture(all)
  await naming.capture([])
  expect(seen).toEqual([all, []])
})
