import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {absentCheckers, epubCheckers} from '../../pipeline/io/epub-checkers.ts'
import {examine, examinerVersions} from '../../pipeline/io/examine.ts'

const file = (path: string, mediaType: string, text: string) => ({
  path,
  mediaType,
  content: new TextEncoder().encode(text),
  locale: 'en',
  article: 'one',
  page: undefined,
})

test('what is remembered is known by the versions that are installed', () => {
  const {dependencies} = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as {readonly dependencies: Readonly<Record<string, string>>}
  for (const [name, version] of Object.entries(examinerVersions)) {
    expect(dependencies[name]).toBe(version)
  }
})

test('what is no PDF could not be looked at, what is no EPUB breaks rules, and pages are left alone', async () => {
  const [pdf, epub, ...others] = await examine(
    [
      file('a.pdf', 'application/pdf', 'no PDF'),
      file('a.epub', 'application/epub+zip', 'no archive'),
      file('a.html', 'text/html', ''),
    ],
    '/nowhere/to/remember',
  )
  expect(pdf).toMatchObject({path: 'a.pdf', seen: undefined, failure: expect.stringMatching(/PDF/)})
  expect(epub?.seen).toMatchObject({
    kind: 'epub',
    // More of them where more checkers are installed.
    messages: expect.arrayContaining([expect.objectContaining({severity: 'error'})]),
    absent: absentCheckers(epubCheckers(process.env['PATH'] ?? '')),
  })
  expect(others).toEqual([])
})
