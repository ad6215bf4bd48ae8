import {existsSync} from 'node:fs'
import {cp, mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {dirname, join, relative} from 'node:path'
import type {Transcript} from '../model/transcript.ts'
import {sha256} from './digest.ts'
import {unwritable} from './unwritable.ts'

/** What a screen reader says of pages: a text file a page, in a folder beside the report. */
export interface Transcripts {
  /** Writes a page’s, in its own time, over one that it had; what goes wrong is said by `written`. */
  put(page: string, text: string, lang: string | undefined): void
  /**
   * What there is of these pages, or of all that were put, once all is written. Files of other
   * pages, which earlier runs wrote, are gone then.
   *
   * @param since folder of the transcripts that these are compared with; `undefined`: with none
   */
  written(
    pages: readonly string[] | undefined,
    since: string | undefined,
  ): Promise<ReadonlyMap<string, Transcript>>
  /** Takes over what another run wrote beside its own report. */
  adopt(folder: string): Promise<void>
}

/** What the folder is called. */
export const transcriptFolder = 'transcripts'

/** @param keeps what earlier runs wrote of these pages stays, where nothing new is put in its place */
export async function openTranscripts(out: string, keeps: boolean): Promise<Transcripts> {
  const own = join(out, transcriptFolder)
  if (!keeps) await rm(own, {recursive: true, force: true})
  const writing = new Map<string, Promise<void>>()
  const langs = new Map<string, string | undefined>()
  let failure: unknown
  return {
    put(page, text, lang) {
      const before = writing.get(page) ?? Promise.resolve()
      const written = before.then(() => write(join(own, fileOf(page)), text))
      writing.set(
        page,
        written.catch((cause: unknown) => void (failure ??= cause)),
      )
      langs.set(page, lang)
    },
    async written(pages, since) {
      await Promise.all(writing.values())
      if (failure !== undefined) throw failure
      const wanted = [...(pages ?? writing.keys())].sort()
      await sweep(own, new Set(wanted.map((page) => join(own, fileOf(page)))))
      const found = await Promise.all(
        wanted.map(async (page): Promise<readonly (readonly [string, Transcript])[]> => {
          const now = await textIn(own, page)
          if (now === undefined) return []
          const before = since === undefined ? now : ((await textIn(since, page)) ?? now)
          const changed = before === now ? undefined : {before, now}
          return [[page, {file: transcriptFile(page), lang: langs.get(page), changed}]]
        }),
      )
      return new Map(found.flat())
    },
    async adopt(folder) {
      const from = join(folder, transcriptFolder)
      if (existsSync(from) && relative(folder, out) !== '') await cp(from, own, {recursive: true})
    },
  }
}

function textIn(folder: string, page: string): Promise<string | undefined> {
  return readFile(join(folder, fileOf(page)), 'utf8').catch(() => undefined)
}

/** `transcripts/en/story/index.html.txt`: a name that every disk takes, another for every page. */
export function transcriptFile(page: string): string {
  return `${transcriptFolder}/${fileOf(page)}`
}

function fileOf(page: string): string {
  const steps = `${page}.txt`.split('/').map((step) => {
    // Windows takes none of these, and nothing leads out of the folder.
    const safe = step.replaceAll(/[%<>:"\\|?*\p{Cc}]|^\.+|^$/gu, encoded)
    if (Buffer.byteLength(safe) <= 200) return safe
    return `${safe.slice(0, 50)}-${sha256(step).slice(0, 12)}.txt`
  })
  return steps.join('/')
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
