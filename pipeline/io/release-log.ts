import {link, mkdir, readFile, readdir, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {PipelineError} from '../model/error.ts'
import {flushFolder, writeFlushed} from './files.ts'
import {temporaryName} from './temporary.ts'
import {unwritable} from './unwritable.ts'

/** What was made live, in its turn: `OUT/log/<generation>.json`. The last one is live. */
export interface Entry {
  readonly generation: number
  /** The release's id. */
  readonly release: string
  /** The generation that a rollback goes back to; `null` where there is none. */
  readonly parent: number | null
}

/** The live entry, or `undefined` where nothing was released yet. One that does not read is passed over. */
export async function lastEntry(out: string): Promise<Entry | undefined> {
  for (const generation of (await generations(out)).toReversed()) {
    const entry = await readEntry(out, generation)
    if (entry !== undefined) return entry
  }
  return undefined
}

/** Every entry that reads, oldest first. */
export async function readLog(out: string): Promise<readonly Entry[]> {
  const all = await Promise.all((await generations(out)).map((one) => readEntry(out, one)))
  return all.flatMap((entry) => entry ?? [])
}

/** One entry of the log; `undefined` where it is not there or cannot be read. */
export async function readEntry(out: string, generation: number): Promise<Entry | undefined> {
  const text = await readFile(pathOf(out, generation), 'utf8').catch(() => '')
  try {
    const {release, parent} = Object(JSON.parse(text)) as Record<string, unknown>
    return typeof release === 'string' && /^[0-9a-f]{64}$/.test(release)
      ? {generation, release, parent: typeof parent === 'number' ? parent : null}
      : undefined
  } catch {
    return undefined
  }
}

/**
 * Make an entry the live one: this, and nothing else, commits a release.
 *
 * @param seen the generation that the release was made to follow; 0: none. Where another run has
 *   committed since, nothing is entered.
 * @throws PipelineError `superseded`, `unwritable-file`; `switch-pending` where it is entered and
 *   the disk then failed
 */
export async function commit(
  out: string,
  seen: number,
  {release, parent}: Omit<Entry, 'generation'>,
): Promise<Entry> {
  const last = (await generations(out)).at(-1) ?? 0
  const draft = join(out, 'tmp', temporaryName('entry'))
  const generation = last + 1
  try {
    const entered = (await lastEntry(out))?.generation ?? 0
    if (entered !== seen) throw superseded()
    await mkdir(join(out, 'log'), {recursive: true})
    await writeFlushed(draft, `${JSON.stringify({generation, release, parent})}\n`)
    await link(draft, pathOf(out, generation))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')
      throw superseded(cause)
    throw unwritable(pathOf(out, generation), cause)
  } finally {
    await rm(draft, {force: true}).catch(() => {})
  }
  try {
    await flushFolder(join(out, 'log'))
  } catch (cause) {
    throw pending(release, cause)
  }
  return {generation, release, parent}
}

/** The release counts, but readers do not see it yet. */
export function pending(release: string, cause: unknown): PipelineError {
  return new PipelineError(
    'switch-pending',
    `Release ${release.slice(0, 12)} is committed, but readers could not be switched to it: ${unwritable('out/current', cause).message}`,
    'Run the command again: it finishes the switch. A folder called "current" must be moved away first.',
    {cause},
  )
}

function superseded(cause?: unknown): PipelineError {
  return new PipelineError(
    'superseded',
    'Another run released while this one was at work; its release stays live.',
    'Run the command again: it starts from what is live now.',
    {cause},
  )
}

/** Sorted; a number that is taken is taken, whether or not its entry reads. */
async function generations(out: string): Promise<readonly number[]> {
  const names = await readdir(join(out, 'log')).catch(() => [])
  return names
    .flatMap((name) => (/^\d{8,15}\.json$/.test(name) ? [Number.parseInt(name, 10)] : []))
    .sort((a, b) => a - b)
}

function pathOf(out: string, generation: number): string {
  return join(out, 'log', `${String(generation).padStart(8, '0')}.json`)
}
