import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {readPublication} from '../../pipeline/io/publication.ts'
import {currentRelease} from '../../pipeline/io/release.ts'
import {openHost} from '../../pipeline/verbs/host.ts'
import type {Call} from '../../pipeline/verbs/verb.ts'
import {desk, publicationJson} from './desk.ts'

const silent: Call = {
  operands: [],
  folder: '',
  cwd: '',
  has: (option) => option === 'json',
  value: () => undefined,
  values: () => [],
  print: () => {},
  tell: () => {},
  terminal: {columns: 80, colour: false, live: false},
  stopped: () => Promise.resolve(),
}
const page = {path: 'en/index.html', mediaType: 'text/html', content: 'Harbor'}
const files = [{...page, locale: 'en', article: undefined, page: undefined}] as const

test('a run that is stopped lets nothing go out any more, and says truly what readers have', async () => {
  const {root} = desk({'publication.json': publicationJson()})
  const open = async () => {
    const host = await openHost(
      root,
      await readPublication(root),
      {save: false, release: true},
      silent,
    )
    onTestFinished(() => host.close())
    return host
  }
  const first = await open()
  // It is stopped while what is to go out is written.
  const placed = first.release(files, () => [])
  expect(await first.stop()).toBe('Nothing was released')
  expect(await placed).toBeUndefined()
  expect(first.refusal()?.code).toBe('interrupted')
  expect(await currentRelease(join(root, 'out'))).toBeUndefined()

  const second = await open()
  const released = await second.release(files, () => [])
  expect(await second.stop()).toMatch(
    new RegExp(`^Release ${released?.id.slice(0, 12)} is live, and not all of its report`),
  )
  const third = await open()
  await third.release(files, () => [])
  expect(await third.stop()).toBe('Nothing was released')
})
