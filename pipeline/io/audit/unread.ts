import {unseen} from '../../model/unseen.ts'
import type {Finding} from '../../model/finding.ts'

/** A page that was asked for and could not be read: never a pass. */
export function unread(path: string, reason: string): Finding {
  const key = 'audit/unread'
  return {...unseen(key, path), message: {key, values: {file: path, reason}}}
}
