import {existsSync} from 'node:fs'
import {cp, mkdir, readdir, rm, writeFile} from 'node:fs/promises'
import {dirname, join, relative} from 'node:path'
import {sha256} from './digest.ts'
import {unwritable} from './unwritable.ts'

/** What a screen reader says of pages: a text file a page, in a folder beside the report. */
export interface Transcripts {
  /** Writes a page’s, in its own time; what goes wrong is said by `written`. */
  put(page: string, text: string): void
  /**
   * Of these pages those that have a file, and the file by the report’s folder, once all is written.
   * Files of other pages, which earlier runs wrote, are gone then.
   */
  written(pages: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Takes over what another run wrote beside its own report. */
  adopt(folder: string): Promise<void>
}

const name = 'transcripts'

/** @param keeps what earlier runs wrote of these pages stays, where nothing new is put in its place */
export async function openTranscripts(out: string, keeps: boolean): Promise<Transcripts> {
  if (!keeps) await rm(join(out, name), {recursive: true, force: true})
  const writing: Promise<void>[] = []
  let failure: unknown
  return {
    put(page, text) {
      const written = write(join(out, transcriptFile(page)), text)
      writing.push(written.catch((cause: unknown) => void (failure ??= cause)))
    },
    async written(pages) {
      await Promise.all(writing)
      if (failure !== undefined) throw failure
      const files = pages.map((page) => [page, transcriptFile(page)] as const)
      await sweep(join(out, name), new Set(files.map(([, file]) => join(out, file))))
      return new Map(files.filter(([, file]) => existsSync(join(out, file))))
    },
    async adopt(folder) {
      const from = join(folder, name)
      if (existsSync(from) && relative(folder, out) !== '')
        await cp(from, join(out, name), {recursive: true})
    },
  }
}

/** `transcripts/en/story/index.html.txt`: a name that every disk takes, another for every page. */
export function transcriptFile(page: string): string {
  const steps = `${page}.txt`.split('/').map((step) => {
    // Windows takes none of these, and nothing leads out of the folder.
    const safe = step.replaceAll(/[%<>:"\\|?*\p{Cc}]|^\.+|^$/gu, encoded)
    if (Buffer.byteLength(safe) <= 200) return safe
    return `${safe.slice(0, 50)}-${sha256(step).slice(0, 12)}.txt`
  })
  return [name, ...steps].join('/')
}

function encoded(characters: string): string {
  const bytes = [...Buffer.from(characters === '' ? ' ' : characters)]
  return bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
}

/** Removes every file of a folder that is not wanted. */
async function sweep(folder: string, wanted: ReadonlySet<string>): Promise<void> {
  if (!existsSync(folder)) return
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  const files = entries.filter((entry) => entry.isFile())
  const paths = files.map(({parentPath, name: file}) => join(parentPath, file))
  await Promise.all(paths.filter((path) => !wanted.has(path)).map((path) => rm(path)))
}

async function write(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), {recursive: true})
    await writeFile(path, text)
  } catch (cause) {
    throw unwritable(path, cause)
  }
}
