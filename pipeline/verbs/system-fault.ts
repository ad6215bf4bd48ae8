import {PipelineError} from '../model/error.ts'
import {refusals, unwritable} from '../io/unwritable.ts'

/**
 * What the system would not do, wherever that came up, in words: a folder that may not be read, a disk
 * that is full. `undefined` for what only a fault of ours can be, as a file that is not there.
 */
export function systemFault(error: unknown): PipelineError | undefined {
  const {code, syscall, path, dest} = Object(error) as NodeJS.ErrnoException & {dest?: string}
  if (code === undefined || syscall === undefined) return undefined
  if (syscall === 'uv_cwd') {
    return new PipelineError(
      'unreadable-file',
      'The folder that this was started in is gone.',
      'Change into one that is there.',
      {cause: error},
    )
  }
  if (code === 'EMFILE' || code === 'ENFILE') {
    return new PipelineError(
      'unreadable-file',
      `${path ?? 'A file'} cannot be opened: too many files are open.`,
      'Raise the limit, for example with `ulimit -n 4096`, and run the command again.',
      {cause: error},
    )
  }
  if (path === undefined || !(code in refusals)) return undefined
  if (!reading.has(syscall)) return unwritable(dest ?? path, error)
  return new PipelineError(
    'unreadable-file',
    `${path} cannot be read: ${unreadable[code] ?? code}.`,
    'Check that it is what it should be and yours to read.',
    {cause: error},
  )
}

const reading = new Set([
  'scandir',
  'opendir',
  'stat',
  'lstat',
  'access',
  'read',
  'readlink',
  'realpath',
])

const unreadable: Readonly<Record<string, string>> = {
  EACCES: 'you may not read there',
  EPERM: 'you may not read there',
  EIO: 'the disk reported a fault',
  ENOTDIR: 'a file is in the place of a folder',
  EISDIR: 'a folder is in its place',
  ELOOP: 'it is a symbolic link that leads to itself',
  ENAMETOOLONG: 'its name is too long',
}
