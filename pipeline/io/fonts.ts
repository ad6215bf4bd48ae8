import {fork} from 'node:child_process'
import {once} from 'node:events'
import {createRequire} from 'node:module'
import {isAbsolute} from 'node:path'
import {fileURLToPath} from 'node:url'
import {PipelineError} from '../model/error.ts'
import type {FontRequest} from '../model/font.ts'
import type {Rendition} from '../model/rendition.ts'
import {openCache, type Cache} from './cache.ts'
import type * as fontCutter from './font-cutter.cjs'

/**
 * Cut fonts down to the characters asked for. What was cut before comes from the cache: a font's
 * path carries the hash of its source and characters, and so names the result.
 *
 * @throws PipelineError `font-failed` where one is damaged, or what cuts it was ended
 */
export async function subsetFonts(
  requests: readonly FontRequest[],
  cacheDir: string,
): Promise<readonly Rendition[]> {
  const cache = openCache(cacheDir)
  const renditions: Rendition[] = []
  let cutter: Cutter | undefined
  try {
    for (const request of requests) {
      renditions.push({
        path: request.path,
        mediaType: 'font/woff2',
        content:
          (await kept(cache, request)) ?? (await cut(cache, request, (cutter ??= openCutter()))),
        locale: undefined,
        article: undefined,
        page: undefined,
      })
    }
    return renditions
  } finally {
    cutter?.close()
  }
}

/** The full file on this machine that a font is cut from. */
export function fontFile(source: string): string {
  return isAbsolute(source) ? source : createRequire(import.meta.url).resolve(source)
}

async function kept(cache: Cache, {path}: FontRequest): Promise<Uint8Array | undefined> {
  const sha256 = await cache.get(path)
  return typeof sha256 === 'string' ? cache.getBytes(sha256) : undefined
}

/** A font with these characters and no others. */
export function cutFont({source, characters}: FontRequest): Promise<Uint8Array> {
  // What does it is loaded where it is needed, which most builds do not.
  const cutter = createRequire(import.meta.url)(program) as typeof fontCutter
  return cutter.cut({file: fontFile(source), characters})
}

const program = fileURLToPath(new URL('../../pipeline/io/font-cutter.cjs', import.meta.url))

async function cut(cache: Cache, request: FontRequest, cutter: Cutter): Promise<Uint8Array> {
  const font = await cutter.cut(request)
  await cache.put(request.path, await cache.putBytes(font))
  return font
}

interface Cutter {
  cut(request: FontRequest): Promise<Uint8Array>
  close(): void
}

/** Cuts one font after the other, in a process of its own. */
function openCutter(): Cutter {
  const child = fork(program, {serialization: 'advanced', execArgv: []})
  const end = once(child, 'exit').then(() => ['its process ended'])
  return {
    async cut({source, characters, named}) {
      child.send({file: fontFile(source), characters})
      const [answer]: readonly unknown[] = await Promise.race([once(child, 'message'), end])
      if (answer instanceof Uint8Array) return answer
      throw new PipelineError(
        'font-failed',
        named
          ? `${named.at}: the font "${named.file}" could not be cut: ${String(answer)}.`
          : `The font ${source} could not be cut: ${String(answer)}.`,
        isAbsolute(source)
          ? 'The file may be damaged: see whether a program for fonts opens it, and put a whole one there.'
          : 'Try again, with more memory free; if it stays so, install the packages anew (npm ci).',
      )
    },
    close() {
      if (child.connected) child.disconnect()
    },
  }
}
