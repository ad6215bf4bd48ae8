import {sha256} from '../io/digest.ts'
import type {AuditTarget} from '../model/audit.ts'
import {PipelineError} from '../model/error.ts'

/** A part of a target that one run answers for: the first of four is `{index: 1, of: 4}`. */
export interface Shard {
  readonly index: number
  readonly of: number
}

/** @throws PipelineError `usage` */
export function shardOf(given: string | undefined): Shard {
  if (given === undefined) return {index: 1, of: 1}
  const [, index, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(given) ?? []
  const shard = {index: Number(index), of: Number(of)}
  if (shard.index >= 1 && shard.index <= shard.of) return shard
  throw new PipelineError(
    'usage',
    `"${given}" is not a part of a whole.`,
    'For example: --shard 1/4',
  )
}

/**
 * Names what the pages of a target hold, and what they load, so that parts of another day are told
 * apart. A server may say otherwise each time; feeds and sitemaps, which no page loads, are dated.
 */
export function contentOf({renditions, pages, isPart}: AuditTarget): string {
  if (isPart) return ''
  const asked = new Set(pages)
  const counts = renditions.filter(({path, page, mediaType}) =>
    page === undefined ? !/^(application|text)\/([a-z]+\+)?xml\b/.test(mediaType) : asked.has(path),
  )
  return sha256(JSON.stringify(counts.map(({path, content}) => [path, sha256(content)])))
}
