import {randomUUID} from 'node:crypto'
import {mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {Json} from '../model/tab.ts'
import {sweep, temporaryName} from './temporary.ts'
import {sha256} from './digest.ts'

/**
 * What earlier runs found out, by the hash of all it depended on. It may forget at any time and
 * never fails: a damaged or foreign entry, a full disk, a folder that cannot be written are misses.
 */
export interface Cache {
  /** The value put under this key, or `undefined`. */
  get(key: string): Promise<Json | undefined>
  put(key: string, value: Json): Promise<void>
  /** The bytes whose SHA-256 (hex) this is, or `undefined`. */
  getBytes(sha256: string): Promise<Uint8Array | undefined>
  /** Keeps the bytes and gives their SHA-256 in hex, whether or not they could be kept. */
  putBytes(bytes: Uint8Array): Promise<string>
}

/** The cache in this folder, which need not exist yet. */
export function openCache(dir: string): Cache {
  let swept: Promise<void> | undefined
  const made = new Map<string, Promise<unknown>>()

  async function folderOf(path: string): Promise<void> {
    const folder = dirname(path)
    const making = made.get(folder) ?? mkdir(folder, {recursive: true})
    made.set(folder, making)
    await making
  }

  // Written beside and renamed, so that nobody reads half an entry. No fsync: what a power cut
  // garbles, the digest catches on reading.
  async function keep(path: string, content: string | Uint8Array): Promise<void> {
    const temporary = join(dir, 'tmp', temporaryName('entry'))
    try {
      await folderOf(temporary)
      await (swept ??= sweep(dirname(temporary), undefined))
      await folderOf(path)
      await writeFile(temporary, content, {flag: 'wx'})
      await rename(temporary, path)
    } catch {
      // Somebody may have emptied the cache.
      made.clear()
      await rm(temporary, {force: true}).catch(() => {})
    }
  }

  async function find<T>(path: string, read: (body: Buffer) => T | undefined) {
    const body = await readFile(path).catch(() => undefined)
    if (!body) return undefined
    const found = read(body)
    if (found === undefined) await setAside(path)
    return found
  }

  async function setAside(path: string): Promise<void> {
    try {
      await mkdir(join(dir, 'bad'), {recursive: true})
      await rename(path, join(dir, 'bad', randomUUID()))
    } catch {
      await rm(path, {force: true, recursive: true}).catch(() => {})
    }
  }

  return {
    get: (key) => find(pathOf(dir, 'values', key), (body) => unseal(key, body)),
    put: (key, value) => keep(pathOf(dir, 'values', key), seal(key, value)),
    getBytes: (name) =>
      find(pathOf(dir, 'bytes', name), (body) => (sha256(body) === name ? body : undefined)),
    async putBytes(bytes) {
      const name = sha256(bytes)
      await keep(pathOf(dir, 'bytes', name), bytes)
      return name
    },
  }
}

/** SHA-256 (hex) of a value, the same for equal values whatever the order of their keys. */
export function keyOf(parts: Json): string {
  return sha256(
    JSON.stringify(parts, (_, value: Json) => (isRecord(value) ? sorted(value) : value)),
  )
}

function sorted(record: Readonly<Record<string, Json | undefined>>) {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function isRecord(value: Json | undefined): value is Readonly<Record<string, Json | undefined>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

// The digest covers the key too: an entry copied under another key is foreign.
function seal(key: string, value: Json): string {
  const body = JSON.stringify(value)
  return `${sha256(`${key}\n${body}`)}\n${body}`
}

function unseal(key: string, entry: Buffer): Json | undefined {
  const [, sum, body] = /^([0-9a-f]{64})\n(.*)$/s.exec(entry.toString('utf8')) ?? []
  if (sum === undefined || body === undefined || sha256(`${key}\n${body}`) !== sum) return undefined
  try {
    return JSON.parse(body) as Json
  } catch {
    return undefined
  }
}

/** Keys are hashes already; whatever else is asked for is hashed, so that no key is a path. */
function pathOf(dir: string, kind: 'values' | 'bytes', key: string): string {
  const name = /^[0-9a-f]{64}$/.test(key) ? key : sha256(key)
  return join(dir, kind, name.slice(0, 2), name)
}
