import {execFile} from 'node:child_process'
import {existsSync, realpathSync, statSync} from 'node:fs'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {delimiter, join} from 'node:path'

/** A program that somebody has installed on this machine. */
export interface InstalledProgram {
  readonly file: string
  /** Which file it is: what it said is remembered under this name. */
  readonly name: string
}

/** The first of these names that is on this PATH, links followed. */
export function installedProgram(
  path: string,
  ...names: readonly string[]
): InstalledProgram | undefined {
  const found = names
    .flatMap((name) => path.split(delimiter).map((folder) => join(folder, name)))
    .find((file) => existsSync(file))
  if (found === undefined) return undefined
  const file = realpathSync(found)
  const {size, mtimeMs} = statSync(file)
  return {file, name: `${file} ${size} ${mtimeMs}`}
}

/** How long one question may take, in milliseconds: Java and a browser need seconds to start. */
const timeLimit = 120_000

/** What a program printed; one that fails may have answered all the same. */
export function answerOf(program: string, words: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(program, words, {timeout: timeLimit}, (error, out, err) =>
      resolve(`${error?.message ?? ''} ${out}${err}`.trim().slice(-400)),
    )
  })
}

/** Lends a folder that is gone afterwards. */
export async function inTemporaryFolder<Result>(
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-epub-'))
  try {
    return await use(folder)
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}
