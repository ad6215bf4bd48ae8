import type {ReadDocument} from '../markdown/mdx.ts'
import type {Finding} from '../model/finding.ts'
import {ingestFinding} from './ingest-finding.ts'

/** What is called MDX and is not; it was read as Markdown. */
export function notMdx(fault: NonNullable<ReadDocument['fault']>, file: string): Finding {
  const {reason, ...at} = fault
  return {
    ...ingestFinding('ingest/mdx', 'fault', 'warning', file, at, {reason}),
    article: /^articles\/([^/]+)\//.exec(file)?.[1],
  }
}
