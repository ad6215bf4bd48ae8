import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {onTestFinished, vi} from 'vitest'
import {main} from '../../pipeline/cli.ts'

/** A publication of a test's own, on disk, and a command line to work on it. */
export interface Desk {
  readonly root: string
  readonly write: (path: string, text: string) => void
  readonly read: (path: string) => string
  /** A JSON file as an object. */
  readonly json: (path: string) => Record<string, never>
  /** Run a verb: its exit code, and what it printed. */
  readonly galley: (
    ...words: readonly string[]
  ) => Promise<{readonly exit: number; readonly said: string}>
}

/** Make a publication of these files; it goes when the test has ended. */
export function desk(files: Readonly<Record<string, string>>): Desk {
  const root = mkdtempSync(join(tmpdir(), 'galley-desk-'))
  onTestFinished(() => rmSync(root, {recursive: true, force: true}))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), {recursive: true})
    writeFileSync(join(root, path), text)
  }
  for (const [path, text] of Object.entries(files)) write(path, text)
  const read = (path: string) => readFileSync(join(root, path), 'utf8')
  return {
    root,
    write,
    read,
    json: (path) => JSON.parse(read(path)) as Record<string, never>,
    async galley(...words) {
      let said = ''
      const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
        said += String(text)
        return true
      })
      try {
        return {exit: await main([...words, '--publication', root]), said}
      } finally {
        out.mockRestore()
      }
    },
  }
}

/** `publication.json` in English with one target, Korean, and what else is given. */
export function publicationJson(more: object = {}): string {
  return JSON.stringify({
    url: 'https://paper.example/',
    source: 'en',
    locales: ['en', 'ko'],
    ...more,
  })
}
