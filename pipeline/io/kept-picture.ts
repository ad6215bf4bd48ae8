import type {Json, TakenPicture} from '../model/tab.ts'
import type {Cache} from './cache.ts'
import {measure} from './pictures.ts'

/** Keeps a picture's bytes; what it is called and how large it is can be remembered. */
export async function keepPicture(cache: Cache, png: Uint8Array): Promise<Json> {
  return {sha256: await cache.putBytes(png), ...(await measure(png))}
}

/** What `keepPicture` gave, as it was remembered. */
export function readPicture(value: Json): TakenPicture {
  const {sha256, width, height} = Object(value)
  return {sha256: String(sha256), width: Number(width), height: Number(height)}
}

/** Whether the bytes of these pictures, by their names, are still there. */
export async function areKept(cache: Cache, names: readonly string[]): Promise<boolean> {
  const kept = await Promise.all(names.map((name) => cache.getBytes(name)))
  return kept.every((bytes) => bytes !== undefined)
}
