import sharp, {type Sharp} from 'sharp'
import type {Finding} from '../model/finding.ts'
import type {ImageRequest} from '../model/image.ts'
import type {BinaryFile} from '../model/publication.ts'
import type {Rendition} from '../model/rendition.ts'
import {keyOf, openCache, type Cache} from './cache.ts'
import {faultOf, type ImageFault} from './image-faults.ts'

/** The images that could be made, and what is wrong with the others. */
export interface DevelopedImages {
  readonly renditions: readonly Rendition[]
  readonly findings: readonly Finding[]
}

/**
 * Make the image files that pages want: decoded whole, turned upright, never enlarged, without what
 * the camera or the program wrote beside the picture. What was made before, or refused, comes from
 * the cache: a file's path carries the hash of its source and of the way it is made. A source that
 * is not what it says, is damaged, too large or could act gets a finding, and no file.
 */
export async function developImages(
  requests: readonly ImageRequest[],
  cacheDir: string,
): Promise<DevelopedImages> {
  const cache = openCache(cacheDir)
  const faults = new Map<BinaryFile, ImageFault>()
  const renditions: Rendition[] = []
  // One after the other: each is encoded by as many threads as there are.
  for (const request of requests) {
    if (faults.has(request.source)) continue
    const made = (await kept(cache, request)) ?? (await make(cache, request))
    if ('fault' in made) faults.set(request.source, made.fault)
    else renditions.push(file(request, made.bytes))
  }
  return {
    renditions: renditions.filter(
      ({path}) => !requests.some((one) => one.path === path && faults.has(one.source)),
    ),
    findings: [...faults].map(([source, fault]) => refused(source, fault)),
  }
}

type Made = {readonly bytes: Uint8Array} | {readonly fault: ImageFault}

const nameOf = ({path, format, width}: ImageRequest) =>
  keyOf(['image', 1, sharp.versions, path, format, width ?? null])

async function kept(cache: Cache, request: ImageRequest): Promise<Made | undefined> {
  const known = await cache.get(nameOf(request))
  const {sha256, fault} = Object(known)
  if (fault !== undefined) return {fault: readFault(fault)}
  const bytes = typeof sha256 === 'string' ? await cache.getBytes(sha256) : undefined
  return bytes && {bytes}
}

async function make(cache: Cache, request: ImageRequest): Promise<Made> {
  const {source, format, width} = request
  const fault = await faultOf(source)
  if (fault !== undefined) {
    // It may be readable the next time, and says nothing of what is in it.
    if (fault.kind !== 'unreadable') await cache.put(nameOf(request), {fault})
    return {fault}
  }
  try {
    const bytes = format === 'svg' ? source.bytes : await encode(source.bytes, format, width)
    await cache.put(nameOf(request), {sha256: await cache.putBytes(bytes)})
    return {bytes}
  } catch (error) {
    return {fault: {kind: 'damaged', values: {reason: reasonOf(error)}}}
  }
}

function readFault(value: unknown): ImageFault {
  const {kind, values} = Object(value)
  return {kind, values}
}

function encode(
  bytes: Uint8Array,
  format: Exclude<ImageRequest['format'], 'svg'>,
  width: number | undefined,
): Promise<Uint8Array> {
  const read = sharp(bytes, {failOn: 'error', animated: format === 'gif', limitInputPixels: false})
  if (format === 'gif') return read.gif().toBuffer()
  const turned = read.rotate()
  return encoders[format](
    width === undefined ? turned : turned.resize({width, withoutEnlargement: true}),
  ).toBuffer()
}

const encoders: Readonly<
  Record<Exclude<ImageRequest['format'], 'svg' | 'gif'>, (image: Sharp) => Sharp>
> = {
  avif: (image) => image.avif({quality: 50, effort: 2}),
  webp: (image) => image.webp({quality: 75}),
  jpeg: (image) => image.jpeg({quality: 80, mozjpeg: true}),
  png: (image) => image.png({compressionLevel: 9, adaptiveFiltering: true}),
}

function file({path, format}: ImageRequest, content: Uint8Array): Rendition {
  const mediaType = format === 'svg' ? 'image/svg+xml' : `image/${format}`
  return {path, mediaType, content, locale: undefined, article: undefined, page: undefined}
}

/** It counts against every edition of the article that shows it. */
function refused({path}: BinaryFile, {kind, values}: ImageFault): Finding {
  return {
    check: `image/${kind}`,
    outcome: 'failed',
    severity: 'error',
    message: {key: `image/${kind}`, values: {file: path, ...values}},
    place: {file: path},
    locale: undefined,
    article: path.split('/')[1],
    criteria: [],
    engines: [],
  }
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}
