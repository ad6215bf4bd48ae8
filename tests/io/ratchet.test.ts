import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {readKnown, writeKnown} from '../../pipeline/io/ratchet.ts'

function file(text?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'galley-ratchet-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const path = join(folder, 'known.json')
  if (text !== undefined) writeFileSync(path, text)
  return path
}

const known = {fingerprint: '0123456789abcdef', check: 'axe/image-alt', file: 'a.html', count: 2}

const cause = {
  cause: '0123456789abcdef',
  check: 'axe/color-contrast',
  pages: 'posts/*',
  on: 3,
  most: 1,
}

test('what is written is read again, a finding or a cause a line; where there is no file nothing is known', async () => {
  const path = file()
  expect(await readKnown(path)).toEqual({known: [], causes: []})
  for (const causes of [[cause], [{...cause, ratio: 2.5}], []]) {
    await writeKnown(path, {known: [known], causes})
    expect(await readKnown(path)).toEqual({known: [known], causes})
  }
  expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(7)
})

test('the least contrast is read again', async () => {
  const path = file()
  const state = {known: [{...known, ratio: 3.04}], causes: []}
  await writeKnown(path, state)
  expect(await readKnown(path)).toEqual(state)
})

describe('what holds no known findings is refused, with its place', () => {
  test.each([
    [
      '{\n  "format": "galley-known/1"\n  "findings": []\n}',
      ':3:3: this is not JSON: a comma is missing.',
    ],
    ['{"format": "galley-known/2", "findings": []}', ':1:12: "format" is "galley-known/2".'],
    [
      '{"format": "galley-known/1", "findings": [{"check": "a"}]}',
      ':1:43: the key "fingerprint" is missing in "findings.0".',
    ],
  ])('%s', async (text, message) => {
    const path = file(text)
    await expect(readKnown(path)).rejects.toMatchObject({
      code: 'unreadable-file',
      message: `${path}${message}`,
      advice: expect.stringContaining('--record') as string,
    })
  })
})
