import {chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {installedAce} from '../../pipeline/io/installed-ace.ts'

/** A PATH with a program on it that answers so, called as Ace is and linked as npm does. */
function pathWith(script: string, home = 'node_modules/@daisy/ace-cli/bin'): string {
  const folder = mkdtempSync(join(tmpdir(), 'galley-path-'))
  mkdirSync(join(folder, home), {recursive: true})
  const file = join(folder, home, 'ace.js')
  writeFileSync(
    file,
    `#!${process.execPath}\nconst [, , , , out, book] = process.argv\nconst fs = require('node:fs')\n${script}`,
  )
  chmodSync(file, 0o755)
  symlinkSync(file, join(folder, 'ace-cli'))
  return folder
}

const answering = (report: unknown) =>
  pathWith(`if (fs.readFileSync(book, 'utf8') !== 'PK') process.exit(9)
fs.mkdirSync(out)
fs.writeFileSync(out + '/report.json', ${JSON.stringify(JSON.stringify(report))})`)
const book = new TextEncoder().encode('PK')

// As Ace 1.4.6 wrote it of a book with these two barriers.
const report = {
  'earl:result': {'earl:outcome': 'fail'},
  assertions: [
    {'earl:testSubject': {url: 'nav.xhtml'}, assertions: []},
    {
      'earl:testSubject': {url: 'article.xhtml', 'dct:title': 'An article'},
      assertions: [
        {
          'earl:result': {
            'earl:outcome': 'fail',
            'dct:description':
              'Element does not have an alt attribute\nElement has no title attribute',
            'earl:pointer': {css: ['img']},
          },
          'earl:test': {
            'earl:impact': 'critical',
            'dct:title': 'image-alt',
            rulesetTags: ['cat.text-alternatives', 'wcag2a', 'wcag111'],
          },
        },
      ],
    },
    {
      'earl:testSubject': {url: 'EPUB/package.opf'},
      assertions: [
        {
          'earl:result': {
            'earl:outcome': 'fail',
            'dct:description':
              "Publications should declare the 'schema:accessibilitySummary' metadata",
          },
          'earl:test': {
            'earl:impact': 'moderate',
            'dct:title': 'metadata-accessibilitysummary',
            rulesetTags: ['EPUB'],
          },
        },
        {'earl:result': {'earl:outcome': 'pass'}, 'earl:test': {'dct:title': 'x'}},
      ],
    },
  ],
}

describe('Ace where it is installed', () => {
  test('is asked, and what fails is taken with its weight and criterion', async () => {
    expect(await installedAce(answering(report))?.ask(book)).toEqual([
      {
        by: 'Ace',
        id: 'image-alt',
        severity: 'error',
        message: 'Element does not have an alt attribute',
        file: 'article.xhtml',
        line: undefined,
        criteria: ['1.1.1'],
      },
      {
        by: 'Ace',
        id: 'metadata-accessibilitysummary',
        severity: 'warning',
        message: "Publications should declare the 'schema:accessibilitySummary' metadata",
        file: 'EPUB/package.opf',
        line: undefined,
        criteria: [],
      },
    ])
  })

  test('that gives no answer is no pass', async () => {
    const silent = installedAce(pathWith('console.error("no browser"); process.exit(3)'))
    await expect(silent?.ask(book)).rejects.toThrow(/no answer.*no browser/su)
  })

  test('is nothing where there is none, or another program of its name', () => {
    expect(installedAce('/nowhere')).toBeUndefined()
    expect(installedAce(pathWith('', 'node_modules/ace/bin'))).toBeUndefined()
  })
})
