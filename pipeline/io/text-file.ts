import {statSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {PipelineError} from '../model/error.ts'
import {unreadBytes} from '../model/unread.ts'
import {readOrdinary} from './ordinary-file.ts'

/**
 * A text file's content.
 *
 * @throws PipelineError `unreadable-file`
 */
export function readText(root: string, path: string): string {
  try {
    const file = join(root, path)
    return decode(path, readOrdinary(file, statSync(file)))
  } catch (cause) {
    throw unreadable(path, cause)
  }
}

/**
 * What is in a file that somebody named.
 *
 * @throws PipelineError `unreadable-file`
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (cause) {
    throw unreadable(path, cause)
  }
}

/** The text in a file's bytes, where they are UTF-8. */
function decode(path: string, bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch (cause) {
    throw new PipelineError(
      'unreadable-file',
      `${path} is not UTF-8 text.`,
      'Save it as UTF-8 in your editor.',
      {cause},
    )
  }
}

/** The text in a file's bytes, with `unreadBytes` where they are not UTF-8: whoever reads it tells of that. */
export function decodeLoosely(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    return loosely.decode(bytes).replaceAll('\uFFFD', unreadBytes)
  }
}

const loosely = new TextDecoder('utf-8')
const utf8 = new TextDecoder('utf-8', {fatal: true})

/** What is said of a file that cannot be read. */
function unreadable(path: string, cause: unknown): PipelineError {
  if (cause instanceof PipelineError) return cause
  return new PipelineError(
    'unreadable-file',
    `${path} cannot be read: ${reason(cause)}.`,
    'Check that the file is there and yours to read.',
    {cause},
  )
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message.replace(/,? ?'[^']*'$/, '') : String(cause)
}
