import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {expect, onTestFinished, test} from 'vitest'
import {watchSources} from '../../pipeline/io/watch.ts'

test.each([5, 20, 35, 45, 55, 70])(
  'an edit %i ms after another is told, or read with it',
  async (pause) => {
    const root = mkdtempSync(join(tmpdir(), 'galley-watch-'))
    onTestFinished(() => rmSync(root, {recursive: true, force: true}))
    const file = join(root, 'publication.json')
    writeFileSync(file, '0')
    let read = ''
    const told = async () => void (read = readFileSync(file, 'utf8'))
    const {close} = await watchSources(root, told, (error) => expect(error).toBeUndefined())
    onTestFinished(close)
    writeFileSync(file, '1')
    await wait(pause)
    writeFileSync(file, '2')
    await expect.poll(() => read, {timeout: 20_000}).toBe('2')
  },
)
