import {lstat, open, readFile, rename, rm, writeFile, type FileHandle} from 'node:fs/promises'
import {basename, dirname} from 'node:path'
import {withFileLock} from './lock.ts'
import {sweep, temporaryName} from './temporary.ts'
import {unwritable} from './unwritable.ts'

/**
 * Write a file, given whole or in pieces, whole or not at all: beside it, flushed, then renamed over it. `kill -9` and a full
 * disk leave the old file. It keeps the old one's rights; a symbolic link, a device or a pipe in its place is refused.
 *
 * @throws PipelineError `unwritable-file`
 */
export async function writeAtomic(
  path: string,
  content: string | Uint8Array | Iterable<string>,
): Promise<void> {
  const written = temporaryName(path)
  try {
    await sweep(dirname(path), basename(path))
    const old = await lstat(path).catch(() => undefined)
    if (old?.isSymbolicLink()) throw new Error('it is a symbolic link')
    // A device or a pipe is not to be replaced by a file.
    if (old !== undefined && !old.isFile() && !old.isDirectory())
      throw new Error('it is not an ordinary file')
    const file = await open(written, 'wx')
    await closing(file, async () => {
      if (old !== undefined) await file.chmod(old.mode & 0o777)
      await writeFile(file, content)
      await file.sync()
    })
    await rename(written, path)
    await flushFolder(dirname(path))
  } catch (cause) {
    await rm(written, {force: true}).catch(() => {})
    throw unwritable(path, cause)
  }
}

/**
 * Write a file only if it still holds `expected` (`undefined`: only if there is none). Says
 * whether it was written: `false` means that someone else edited it, and nothing was touched.
 *
 * @throws PipelineError `unwritable-file`, `busy`
 */
export async function writeIfUnchanged(
  path: string,
  expected: string | undefined,
  content: string,
): Promise<boolean> {
  try {
    return await withFileLock(path, async () => {
      if (!(await holds(path, expected))) return false
      await writeAtomic(path, content)
      return true
    })
  } catch (cause) {
    throw unwritable(path, cause)
  }
}

/** Write a new file and flush it to the disk; refuses one that is there. */
export async function writeFlushed(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  await closing(file, async () => {
    await file.writeFile(content)
    await file.sync()
  })
}

/** Make a folder's names durable. Windows cannot, and needs not. */
export async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  await closing(folder, () => folder.sync())
}

/** Compared byte by byte, so that what does not decode is never taken for what was read. */
async function holds(path: string, expected: string | undefined): Promise<boolean> {
  try {
    const bytes = await readFile(path)
    if (expected === undefined) return false
    // Some readers drop a byte order mark, some keep it.
    return [expected, `\ufeff${expected}`].some((text) => bytes.equals(Buffer.from(text)))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') {
      return expected === undefined
    }
    throw cause
  }
}

async function closing(file: FileHandle, run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } finally {
    await file.close()
  }
}
