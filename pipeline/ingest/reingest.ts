import {createTwoFilesPatch} from 'diff'
import {isUnedited} from './ingest.ts'

/**
 * `unchanged`: it is as it came in; `kept`: the source has not changed, the article has been
 * edited; `refuse`: both have changed; `taken`: it was made from another source.
 */
export type Action = 'create' | 'unchanged' | 'kept' | 'replace' | 'refuse' | 'taken'

/** What ingesting again would do to an article that is there. */
export interface Reingest {
  readonly action: Action
  /** Unified diff from what is there to what came in; empty where they do not differ. */
  readonly difference: string
}

/**
 * Decide what may happen to an article when its source comes in: an article that an editor has
 * touched is not overwritten unless asked for by `force`.
 */
export function reingest(
  existing: string | undefined,
  incoming: string,
  force: boolean,
  hash: (text: string) => string,
): Reingest {
  if (existing === undefined) return {action: 'create', difference: ''}
  if (existing === incoming) return {action: 'unchanged', difference: ''}
  const before = sourceOf(existing)
  const now = sourceOf(incoming)
  const unedited = isUnedited(existing, hash)
  if (!force && before.made === now.made) {
    return {action: unedited ? 'unchanged' : 'kept', difference: ''}
  }
  const difference = createTwoFilesPatch(
    'article.md as it is',
    'article.md as it came in',
    existing,
    incoming,
    undefined,
    undefined,
    {context: 2},
  )
  if (force) return {action: 'replace', difference}
  if (before.name !== now.name) return {action: 'taken', difference}
  return {action: unedited ? 'replace' : 'refuse', difference}
}

/** The source an article was made from: its name, and all that the article was made of. */
function sourceOf(article: string) {
  const of = (line: RegExp) => line.exec(article)?.[1] ?? ''
  const made = [/^ {2}sha256: (.+)$/m, /^ {2}corrected: (.+)$/m, /^locale: (.+)$/m].map(of)
  return {name: of(/^ {2}name: (.+)$/m), made: made.join(' ')}
}
