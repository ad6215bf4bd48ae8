import {chmod, link, mkdir, readFile, readdir, rename, rm, utimes} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {Manifest} from '../model/release.ts'
import {flushFolder, writeFlushed} from './files.ts'
import {temporaryName} from './temporary.ts'
import {sha256} from './digest.ts'

/** Where a release stands: `OUT/releases/<id>`. */
export function folderOf(out: string, id: string): string {
  return join(out, 'releases', id)
}

/** The release's name: SHA-256 (hex) of its manifest as it is written. */
export function idOf(manifest: Manifest): string {
  return sha256(textOf(manifest))
}

/**
 * Put a release in its place, whole, flushed and read back; readers are not switched to it yet.
 * One that stands there already is used if every byte of it is right, and replaced if not.
 *
 * @param bytes what every path of the manifest holds
 * @param reused path → a file of another release that holds the same, which no one writes to
 */
export async function place(
  out: string,
  manifest: Manifest,
  bytes: ReadonlyMap<string, Uint8Array>,
  reused: ReadonlyMap<string, string>,
): Promise<void> {
  const id = idOf(manifest)
  const final = folderOf(out, id)
  if ((await verified(out, id)) !== undefined) {
    // It counts as new again, so that no other run removes it as old.
    await utimes(final, new Date(), new Date())
    return
  }
  const stage = join(out, 'tmp', temporaryName('stage'))
  const bad = join(out, 'tmp', temporaryName('bad'))
  try {
    await build(stage, manifest, bytes, reused)
    await rename(stage, final).catch(async (error: unknown) => {
      // Another run was faster, or what stands there is damaged.
      if ((await verified(out, id)) !== undefined) return
      await rename(final, bad).catch(() => {
        throw error
      })
      await rename(stage, final)
    })
    await flushFolder(dirname(final))
  } finally {
    // What is left of either is swept by a later run.
    for (const path of [stage, bad]) await rm(path, {recursive: true, force: true}).catch(() => {})
  }
  if ((await verified(out, id)) === undefined)
    throw new Error('what was written does not read back')
}

/** The manifest of a release, if every file is there with its digest, and no other. */
export async function verified(out: string, id: string): Promise<Manifest | undefined> {
  const folder = folderOf(out, id)
  const manifest = await readManifest(out, id)
  if (manifest === undefined) return undefined
  const there = await readdir(folder, {recursive: true, withFileTypes: true}).catch(() => [])
  const files = there.filter((entry) => !entry.isDirectory())
  if (files.length !== Object.keys(manifest.files).length + 1) return undefined
  if (!files.every((entry) => entry.isFile())) return undefined
  for (const [path, digest] of Object.entries(manifest.files)) {
    const bytes = await readFile(join(folder, path)).catch(() => undefined)
    if (bytes === undefined || sha256(bytes) !== digest) return undefined
  }
  return manifest
}

/** The manifest of a release, if it is the one that names the release. Its files are not looked at. */
export async function readManifest(out: string, id: string): Promise<Manifest | undefined> {
  try {
    const text = await readFile(join(folderOf(out, id), manifestName), 'utf8')
    return sha256(text) === id ? (JSON.parse(text) as Manifest) : undefined
  } catch {
    return undefined
  }
}

const manifestName = 'MANIFEST.json'

function textOf({v, files}: Manifest): string {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))
  return `${JSON.stringify({v, files: Object.fromEntries(sorted)}, null, 1)}\n`
}

async function build(
  stage: string,
  manifest: Manifest,
  bytes: ReadonlyMap<string, Uint8Array>,
  reused: ReadonlyMap<string, string>,
): Promise<void> {
  const paths = Object.keys(manifest.files)
  const folders = [...new Set(['', ...paths.flatMap(foldersOf)])]
  for (const folder of folders) await mkdir(join(stage, folder), {recursive: true})
  for (const path of paths) {
    const same = reused.get(path)
    const linked = same !== undefined && (await isLinked(same, join(stage, path)))
    if (!linked) await writeReadOnly(join(stage, path), bytes.get(path) ?? new Uint8Array())
  }
  await writeReadOnly(join(stage, manifestName), textOf(manifest))
  for (const folder of folders.toReversed()) await flushFolder(join(stage, folder))
}

// Files only: of folders that cannot be written nobody but root could clear `out`.
async function writeReadOnly(path: string, content: string | Uint8Array): Promise<void> {
  await writeFlushed(path, content)
  await chmod(path, 0o444)
}

async function isLinked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch {
    // Not every file system has links, and none has them without end.
    return false
  }
}

function foldersOf(path: string): readonly string[] {
  const folder = dirname(path)
  return folder === '.' ? [] : [...foldersOf(folder), folder]
}
