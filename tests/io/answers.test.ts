import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {openAnswers} from '../../pipeline/io/answers.ts'
import {keyOf, openCache} from '../../pipeline/io/cache.ts'

const cacheHere = () => openCache(mkdtempSync(join(tmpdir(), 'galley-answers-')))

test('what was asked of a page is known to who asks again, and of no other page', async () => {
  const cache = cacheHere()
  const first = openAnswers(cache, ['page', 375])
  first.put(['light', 'headings'], 3)
  first.put(['dark', 'headings'], null)
  expect(await first.get(['light', 'headings'])).toBe(3)
  await first.keep()
  const again = openAnswers(cache, ['page', 375])
  expect(await again.get(['light', 'headings'])).toBe(3)
  expect(await again.get(['dark', 'headings'])).toBeNull()
  expect(await again.get(['light', 'links'])).toBeUndefined()
  expect(await openAnswers(cache, ['page', 1280]).get(['light', 'headings'])).toBeUndefined()
})

test('what is learned later is added', async () => {
  const cache = cacheHere()
  const first = openAnswers(cache, 'page')
  first.put('headings', 3)
  await first.keep()
  const second = openAnswers(cache, 'page')
  second.put('links', 7)
  await second.keep()
  const third = openAnswers(cache, 'page')
  expect([await third.get('headings'), await third.get('links')]).toEqual([3, 7])
})

test('of what another program asked, only what is asked again stays', async () => {
  const cache = cacheHere()
  const [headings, links] = [keyOf('headings'), keyOf('links')]
  await cache.put(keyOf(['answers', 'page']), {program: 'another', [headings]: 3, [links]: 7})
  const answers = openAnswers(cache, 'page')
  expect(await answers.get('headings')).toBe(3)
  answers.put('images', 1)
  await answers.keep()
  const later = openAnswers(cache, 'page')
  expect([await later.get('headings'), await later.get('images')]).toEqual([3, 1])
  expect(await later.get('links')).toBeUndefined()
})

test('a damaged entry is a miss', async () => {
  const cache = cacheHere()
  await cache.put(keyOf(['answers', 'page']), 'no answers')
  expect(await openAnswers(cache, 'page').get('headings')).toBeUndefined()
})
