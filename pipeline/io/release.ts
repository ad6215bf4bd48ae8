import {existsSync} from 'node:fs'
import {mkdir, readdir, readFile, rename, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {PipelineError} from '../model/error.ts'
import type {Manifest} from '../model/release.ts'
import type {Rendition} from '../model/rendition.ts'
import {plan} from '../release/plan.ts'
import {sha256} from './digest.ts'
import {folderOf, idOf, place, readManifest, verified} from './release-folder.ts'
import {commit, lastEntry, readEntry, readLog, type Entry} from './release-log.ts'
import {switchOver} from './release-switch.ts'
import {isOld, sweep, temporaryName} from './temporary.ts'
import {unwritable} from './unwritable.ts'

/** A release that stands on the disk. */
export interface StandingRelease {
  /** SHA-256 of its manifest, in hex; the name of its folder. */
  readonly id: string
  readonly folder: string
  readonly manifest: Manifest
  readonly generation: number
  /** Addresses, decoded and without the first slash, that do not answer with a page of their own. */
  readonly rules: ReadonlyMap<string, Rule>
}

/** Where an address leads for good, or that it is gone. */
export interface Rule {
  readonly to: string
  readonly status: 301 | 410
}

/**
 * Make these files the live release. They are written into a folder of their own, flushed and
 * verified, entered in the log by an exclusive link, and then switched to by one rename: at any
 * moment readers see the old release or the new one, whole.
 *
 * @param mayGo asked when all of it stands; what it throws keeps the old one
 *
 * `OUT/releases/<id>/` · `OUT/log/<generation>.json` · `OUT/current` → `releases/<id>`
 *
 * @throws PipelineError `unwritable-file`, `superseded`, `switch-pending`
 */
export async function release(
  out: string,
  renditions: readonly Rendition[],
  mayGo: () => void,
): Promise<{readonly id: string; readonly changed: boolean; readonly generation: number}> {
  await recover(out)
  const last = await lastEntry(out)
  const live = await currentRelease(out)
  const bytes = new Map(renditions.map(({path, content}) => [path, Buffer.from(content)]))
  const {manifest, reuse, changed} = plan(
    renditions.map(({path, content}) => ({path, sha256: sha256(content)})),
    live?.manifest,
  )
  if (live !== undefined && !changed) {
    mayGo()
    return {id: live.id, changed, generation: live.generation}
  }
  const id = idOf(manifest)
  const reused =
    live === undefined ? [] : reuse.map((path) => [path, join(live.folder, path)] as const)
  try {
    await place(out, manifest, bytes, new Map(reused))
  } catch (cause) {
    throw unwritable(folderOf(out, id), cause)
  }
  mayGo()
  // The live one had been damaged, and is whole again.
  if (last?.release === id) {
    await switchOver(out)
    return {id, changed: false, generation: last.generation}
  }
  const parent = last?.generation ?? null
  const {generation} = await commit(out, parent ?? 0, {release: id, parent})
  await switchOver(out)
  // It is released; old ones can as well be removed next time.
  await prune(out).catch(() => {})
  return {id, changed, generation}
}

/**
 * Make the release before the live one live again; called once more, the one before that. One
 * that is damaged or gone is passed over.
 *
 * @param mayShow asked about pages that the live release says are gone, and the other one shows:
 *   what it throws leaves the live one
 * @throws PipelineError `no-release`, `unwritable-file`, `superseded`, `switch-pending`
 */
export async function rollback(
  out: string,
  mayShow: (pages: readonly string[]) => void,
): Promise<{readonly from: string; readonly to: string}> {
  await recover(out)
  const live = await lastEntry(out)
  if (live === undefined) throw nothing('Nothing has been released yet.')
  const to = await standingBefore(out, live)
  if (to === undefined) throw nothing('There is no earlier release to go back to.')
  const pages = await shownAgain(out, live.release, to.release)
  if (pages.length > 0) mayShow(pages)
  await commit(out, live.generation, to)
  await switchOver(out)
  return {from: live.release, to: to.release}
}

/**
 * The live release, every byte of it verified, or `undefined` where nothing was released yet or
 * what was is damaged.
 *
 * @param known the one found before: it is not verified again while it is still live
 */
export async function currentRelease(
  out: string,
  known?: StandingRelease,
): Promise<StandingRelease | undefined> {
  const entry = await lastEntry(out)
  if (entry === undefined) return undefined
  const {generation, release: id} = entry
  if (generation === known?.generation) return known
  const manifest = await verified(out, id)
  if (manifest === undefined) return undefined
  const folder = folderOf(out, id)
  return {id, folder, manifest, generation, rules: await readRules(folder, manifest)}
}

/** Paths of the live release, by its manifest; its files are not looked at. */
export async function livePaths(out: string): Promise<readonly string[]> {
  const entry = await lastEntry(out)
  const manifest = entry && (await readManifest(out, entry.release))
  return Object.keys(manifest?.files ?? {})
}

/** Files of pages that one release says are gone, and another one shows. */
async function shownAgain(out: string, from: string, to: string): Promise<readonly string[]> {
  // Of a live release that is damaged there may be none.
  const goneOf = async (id: string) =>
    [...rulesIn(await readFile(join(folderOf(out, id), '_redirects'), 'utf8').catch(() => ''))]
      .filter(([, {status}]) => status === 410)
      .map(([address]) => address)
  const goneThere = new Set(await goneOf(to))
  return (await goneOf(from)).flatMap((address) => {
    if (goneThere.has(address)) return []
    // An address begins with the folder that the publication's URL names, and a file does not.
    const steps = `${address}index.html`.split('/')
    const ways = steps.map((_, at) => steps.slice(at).join('/'))
    const file = ways.find((path) => existsSync(join(folderOf(out, from), path)))
    return file !== undefined && existsSync(join(folderOf(out, to), file)) ? [file] : []
  })
}

async function readRules(folder: string, {files}: Manifest): Promise<StandingRelease['rules']> {
  if (!Object.hasOwn(files, '_redirects')) return new Map()
  return rulesIn(await readFile(join(folder, '_redirects'), 'utf8'))
}

/** A release's own `_redirects`: a line each of address, target and status. */
function rulesIn(text: string): StandingRelease['rules'] {
  return new Map(
    text.split('\n').flatMap((line): readonly (readonly [string, Rule])[] => {
      const [from, to, status] = line.split(' ')
      if (from === undefined || to === undefined) return []
      return [[decodeURI(from).slice(1), {to, status: status === '410' ? 410 : 301}]]
    }),
  )
}

/**
 * Finish what an interrupted run left: roll the switch forward, sweep what it was writing.
 *
 * @throws PipelineError `unwritable-file` where nothing could be released, before any work is done
 */
export async function recover(out: string): Promise<void> {
  try {
    for (const name of ['releases', 'log', 'tmp']) await mkdir(join(out, name), {recursive: true})
    await sweep(join(out, 'tmp'), undefined)
    const probe = join(out, 'tmp', temporaryName('probe'))
    await mkdir(probe)
    await rm(probe, {recursive: true})
  } catch (cause) {
    throw unwritable(out, cause)
  }
  await switchOver(out)
}

/** How many releases are kept to go back to, however old. */
const kept = 5

/** The latest whole release before the live one, in the order they were made live. */
async function standingBefore(out: string, live: Entry): Promise<Entry | undefined> {
  let entry: Entry | undefined = live
  while (entry !== undefined) {
    const {parent}: Entry = entry
    // A parent is older than its child; anything else would lead in circles.
    entry = parent !== null && parent < entry.generation ? await readEntry(out, parent) : undefined
    if (entry && entry.release !== live.release && (await verified(out, entry.release)))
      return entry
  }
  return undefined
}

/** Removes what is neither live, nor next to go back to, nor among the last, nor of today. */
async function prune(out: string): Promise<void> {
  const entries = await readLog(out)
  const live = entries.at(-1)
  const latest = [...new Set(entries.toReversed().map((entry) => entry.release))].slice(0, kept)
  const before = live && (await standingBefore(out, live))
  const wanted = new Set([...latest, live?.release, before?.release])
  for (const id of await readdir(join(out, 'releases'))) {
    if (wanted.has(id) || !(await isOld(folderOf(out, id)))) continue
    // Moved first, so that no one finds half of it under its name.
    const gone = join(out, 'tmp', temporaryName('gone'))
    await rename(folderOf(out, id), gone)
    await rm(gone, {recursive: true, force: true})
  }
}

function nothing(message: string): PipelineError {
  return new PipelineError('no-release', message, 'Publish with `galley publish`.')
}
