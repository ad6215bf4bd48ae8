import {PipelineError} from '../model/error.ts'

/** What could not be written, why, and what to do. */
export function unwritable(path: string, cause: unknown): PipelineError {
  if (cause instanceof PipelineError) return cause
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const [why, advice] = refusals[code] ?? [
    cause instanceof Error ? cause.message : String(cause),
    'Look at the folder, then run the command again.',
  ]
  return new PipelineError('unwritable-file', `${path} could not be written: ${why}.`, advice, {
    cause,
  })
}

const rights = [
  'you may not write there',
  'Give yourself the right to write, or run as its owner.',
] as const
const full = [
  'the disk is full',
  'Make room and run the command again; what was there is as it was.',
] as const

const inPlace = [
  'a file is in the place of a folder',
  'Move that file away, then run the command again.',
] as const

/** By the system's code. */
export const refusals: Readonly<Record<string, readonly [why: string, advice: string]>> = {
  ENOSPC: full,
  EDQUOT: ['your share of the disk is used up', full[1]],
  EACCES: rights,
  EPERM: rights,
  EROFS: ['the file system is read-only', 'Mount it for writing, or work in a copy elsewhere.'],
  EIO: ['the disk reported a fault', 'Do not trust this disk: copy your work elsewhere first.'],
  ENOTDIR: inPlace,
  EEXIST: inPlace,
  EISDIR: ['a folder is in its place', 'Move that folder away, then run the command again.'],
  EFBIG: [
    'no file may be as large here',
    'Raise the limit (`ulimit -f`), then run the command again.',
  ],
  ENAMETOOLONG: ['its name is too long', 'Choose a shorter one.'],
  ELOOP: ['a symbolic link there leads to itself', 'Remove that link, then run the command again.'],
}
