import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import subsetFont from 'subset-font'
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

async function cut(cache: Cache, {path, source, characters}: FontRequest): Promise<Uint8Array> {
  const full = await readFile(fontFile(source))
  const font = await subsetFont(full, characters, {targetFormat: 'woff2'})
  await cache.put(path, await cache.putBytes(font))
  return font
}
