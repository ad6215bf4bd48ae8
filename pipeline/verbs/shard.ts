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
