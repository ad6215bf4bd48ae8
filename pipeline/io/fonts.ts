import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import type {FontRequest} from '../model/font.ts'
import type {Rendition} from '../model/rendition.ts'
import {openCache, type Cache} from './cache.ts'

/**
 * Cut fonts down to the characters asked for. What was cut before comes from the cache: a font's
 * path carries the hash of its source and characters, and so names the result.
 */
export async function subsetFonts(
  requests: readonly FontRequest[],
  cacheDir: string,
): Promise<readonly Rendition[]> {
  const cache = openCache(cacheDir)
  const renditions: Rendition[] = []
  // One after the other: the subsetter is WebAssembly on this thread, and would not be faster.
  for (const request of requests) {
    renditions.push({
      path: request.path,
      mediaType: 'font/woff2',
      content: (await kept(cache, request)) ?? (await cut(cache, request)),
      locale: undefined,
      article: undefined,
      page: undefined,
    })
  }
  return renditions
}

/** The full file on this machine that a font is cut from. */
export function fontFile(source: string): string {
  return createRequire(import.meta.url).resolve(source)
}

async function kept(cache: Cache, {path}: FontRequest): Promise<Uint8Array | undefined> {
  const sha256 = await cache.get(path)
  return typeof sha256 === 'string' ? cache.getBytes(sha256) : undefined
}

/** A font with these characters and no others. */
export async function cutFont({source, characters}: FontRequest): Promise<Uint8Array> {
  // Two WebAssembly machines, which most builds do not need.
  const {default: subsetFont} = await import('subset-font')
  return subsetFont(await readFile(fontFile(source)), characters, {targetFormat: 'woff2'})
}

async function cut(cache: Cache, request: FontRequest): Promise<Uint8Array> {
  const {path} = request
  const font = await cutFont(request)
  await cache.put(path, await cache.putBytes(font))
  return font
}
