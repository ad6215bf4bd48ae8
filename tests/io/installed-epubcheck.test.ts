import {chmodSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {installedEpubCheck} from '../../pipeline/io/installed-epubcheck.ts'

/** A PATH with a program on it that answers so, called as EPUBCheck is. */
function pathWith(script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'galley-path-'))
  const file = join(folder, 'epubcheck')
  writeFileSync(file, `#!${process.execPath}\nconst [, , book, , answer] = process.argv\n${script}`)
  chmodSync(file, 0o755)
  return `/nowhere${delimiter}${folder}`
}

const answering = (messages: readonly unknown[], code: number) =>
  pathWith(
    `if (require('node:fs').readFileSync(book, 'utf8') !== 'PK') process.exit(9)
require('node:fs').writeFileSync(answer, ${JSON.stringify(JSON.stringify({messages}))})
process.exit(${code})`,
  )
const book = new TextEncoder().encode('PK')

describe('EPUBCheck where it is installed', () => {
  test('is asked, and its errors and warnings are taken, though a bad book makes it fail', async () => {
    const messages = [
      {ID: 'RSC-005', severity: 'ERROR', message: 'Bad.', locations: [{path: 'a.xhtml', line: 3}]},
      {ID: 'ACC-001', severity: 'WARNING', message: 'Hm.', locations: [{path: 'b', line: -1}]},
      {ID: 'PKG-001', severity: 'INFO', message: 'Fine.', locations: []},
    ]
    expect(await installedEpubCheck(answering(messages, 1))?.ask(book)).toEqual(
      [
        {id: 'RSC-005', severity: 'error', message: 'Bad.', file: 'a.xhtml', line: 3},
        {id: 'ACC-001', severity: 'warning', message: 'Hm.', file: 'b', line: undefined},
      ].map((one) => ({by: 'EPUBCheck', ...one, criteria: []})),
    )
    expect(await installedEpubCheck(answering([], 0))?.ask(book)).toEqual([])
  })

  test('that gives no answer is no pass', async () => {
    const silent = installedEpubCheck(pathWith('console.error("no Java"); process.exit(3)'))
    await expect(silent?.ask(book)).rejects.toThrow(/no answer.*no Java/su)
  })

  test('is nothing where there is none', () => {
    expect(installedEpubCheck('/nowhere')).toBeUndefined()
  })
})
