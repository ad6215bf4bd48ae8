import {execFile} from 'node:child_process'
import {existsSync, readFileSync, realpathSync, statSync} from 'node:fs'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {delimiter, join} from 'node:path'
import type {EpubSeen} from '../model/file-evidence.ts'

/** The W3C's own EPUBCheck, where somebody has installed it. */
export interface InstalledEpubCheck {
  /** Which file it is: what it said is remembered under this name. */
  readonly name: string
  /** @throws Error where it gives no answer */
  ask(epub: Uint8Array): Promise<EpubSeen['messages']>
}

/** How long one book may take, in milliseconds: Java alone needs seconds to start. */
const timeLimit = 120_000

/** The `epubcheck` on this PATH: a program, or the jar itself as Debian has it. */
export function installedEpubCheck(path: string): InstalledEpubCheck | undefined {
  const found = path
    .split(delimiter)
    .map((folder) => join(folder, 'epubcheck'))
    .find((file) => existsSync(file))
  if (found === undefined) return undefined
  const file = realpathSync(found)
  const {size, mtimeMs} = statSync(file)
  const [program, ...words] = file.endsWith('.jar') ? ['java', '-jar', file] : [file]
  return {
    name: `${file} ${size} ${mtimeMs}`,
    async ask(epub) {
      const folder = await mkdtemp(join(tmpdir(), 'galley-epub-'))
      try {
        const [book, answer] = [join(folder, 'book.epub'), join(folder, 'answer.json')]
        await writeFile(book, epub)
        const said = await run(program, [...words, book, '--json', answer])
        if (!existsSync(answer)) throw new Error(`EPUBCheck gave no answer: ${said}`)
        return messagesIn(JSON.parse(readFileSync(answer, 'utf8')))
      } finally {
        await rm(folder, {recursive: true, force: true})
      }
    },
  }
}

/** What it printed; a book with errors makes it fail, and is answered all the same. */
function run(program: string, words: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(program, words, {timeout: timeLimit}, (error, out, err) =>
      resolve(`${error?.message ?? ''} ${out}${err}`.trim().slice(0, 400)),
    )
  })
}

function messagesIn(answer: unknown): EpubSeen['messages'] {
  const {messages} = Object(answer)
  if (!Array.isArray(messages)) throw new Error('EPUBCheck’s answer has no messages.')
  return (messages as readonly unknown[]).flatMap((one) => {
    const {ID: id, severity, message, locations} = Object(one)
    if (!/^(?:FATAL|ERROR|WARNING)$/u.test(String(severity))) return []
    const {path, line} = Object(Array.isArray(locations) ? locations[0] : undefined)
    return {
      id: String(id),
      severity: severity === 'WARNING' ? 'warning' : 'error',
      message: String(message),
      file: typeof path === 'string' ? path : '',
      line: typeof line === 'number' && line > 0 ? line : undefined,
    } as const
  })
}
