import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {expect, onTestFinished, test, vi} from 'vitest'
import {watchAndServe} from '../../pipeline/verbs/preview.ts'
import {desk, publicationJson} from './desk.ts'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')
const article = (words: string) => `---\nheadline: Harbor\npublished: 2025-01-02\n---\n\n${words}\n`

test('however often an article is saved, a preview holds no build but the last', async () => {
  const many = Object.fromEntries(
    Array.from({length: 60}, (_, at) => [`articles/quay-${at}/article.md`, article(`Ship ${at}.`)]),
  )
  const {root, write} = desk({'publication.json': publicationJson(), ...many})
  const {url, close} = await watchAndServe(root, {port: 0}, () => {})
  onTestFinished(close)
  const save = async (words: string) => {
    write('articles/quay-0/article.md', article(words))
    const shown = async () => (await fetch(new URL('/en/quay-0/', url))).text()
    await vi.waitFor(async () => expect(await shown()).toContain(words), 20_000)
  }
  const megabytes = async (name: string, saves: number) => {
    for (let at = 0; at < saves; at++) await save(`The ${name} ship ${at} returns.`)
    collect()
    return process.memoryUsage().heapUsed / 1e6
  }
  const before = await megabytes('first', 6)
  const after = await megabytes('last', 20)
  // Held, twenty builds of these articles take more; the trees of the pages looked at last are kept.
  expect(after - before).toBeLessThan(12)
})
