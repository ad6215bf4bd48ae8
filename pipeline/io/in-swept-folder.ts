import {mkdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {sweep, temporaryName} from './temporary.ts'

const name = 'galley-browser'
/** Where Node looks for the folder of temporary files. */
const variable = process.platform === 'win32' ? 'TEMP' : 'TMPDIR'
let own: Promise<string> | undefined
let working = 0
let before: string | undefined

/**
 * Does a piece of work whose temporary files come into a folder of this process. It goes with the
 * process, and where that was killed, with the next one that asks.
 */
export async function inSweptFolder<Result>(work: () => Promise<Result>): Promise<Result> {
  const made = await (own ??= folder())
  if (working++ === 0) {
    before = process.env[variable]
    process.env[variable] = made
  }
  try {
    return await work()
  } finally {
    if (--working === 0) {
      if (before === undefined) delete process.env[variable]
      else process.env[variable] = before
    }
  }
}

async function folder(): Promise<string> {
  await sweep(tmpdir(), name).catch(() => {})
  const made = join(tmpdir(), temporaryName(name))
  mkdirSync(made, {mode: 0o700})
  process.once('exit', () => rmSync(made, {recursive: true, force: true}))
  return made
}
