import {existsSync, readFileSync} from 'node:fs'
import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {EpubMessage} from '../model/file-evidence.ts'
import type {EpubChecker} from './epub-checkers.ts'
import {answerOf, installedProgram, inTemporaryFolder} from './installed-program.ts'

/** The W3C's own EPUBCheck on this PATH: a program, or the jar itself as Debian has it. */
export function installedEpubCheck(path: string): EpubChecker | undefined {
  const found = installedProgram(path, 'epubcheck')
  if (found === undefined) return undefined
  const {file, name} = found
  const [program, ...words] = file.endsWith('.jar') ? ['java', '-jar', file] : [file]
  return {
    by: 'EPUBCheck',
    name,
    ask: (epub) =>
      inTemporaryFolder(async (folder) => {
        const [book, answer] = [join(folder, 'book.epub'), join(folder, 'answer.json')]
        await writeFile(book, epub)
        const said = await answerOf(program, [...words, book, '--json', answer])
        if (!existsSync(answer)) throw new Error(`EPUBCheck gave no answer: ${said}`)
        return messagesIn(JSON.parse(readFileSync(answer, 'utf8')))
      }),
  }
}

function messagesIn(answer: unknown): readonly EpubMessage[] {
  const {messages} = Object(answer)
  if (!Array.isArray(messages)) throw new Error('EPUBCheck’s answer has no messages.')
  return (messages as readonly unknown[]).flatMap((one) => {
    const {ID: id, severity, message, locations} = Object(one)
    if (!/^(?:FATAL|ERROR|WARNING)$/u.test(String(severity))) return []
    const {path, line} = Object(Array.isArray(locations) ? locations[0] : undefined)
    return {
      by: 'EPUBCheck',
      id: String(id),
      severity: severity === 'WARNING' ? 'warning' : 'error',
      message: String(message),
      file: typeof path === 'string' ? path : '',
      line: typeof line === 'number' && line > 0 ? line : undefined,
      criteria: [],
    } as const
  })
}
