import {relative, sep} from 'node:path'
import {watch as watchFiles} from 'chokidar'
import {sourceFolders} from './sources.ts'

const watched: ReadonlySet<string> = new Set(['publication.json', ...sourceFolders])

/**
 * How long nothing may change before what has changed is told, in milliseconds. Longer than the 50
 * for which chokidar keeps quiet about a file whose change it told: an edit that falls into them is
 * read with the first one, and not lost.
 */
const quiet = 60

/** A watch that is kept. */
export interface Watch {
  /** Tell of these files too, absolute, wherever they lie. */
  readonly follow: (files: readonly string[]) => void
  readonly close: () => Promise<void>
}

/**
 * Tell what changes in a publication's sources, until closed: paths from the root, with `/`, those
 * of one burst together. The next are told when `told` has come back.
 */
export async function watchSources(
  root: string,
  told: (paths: readonly string[]) => Promise<void>,
  failed: (error: unknown) => void,
): Promise<Watch> {
  const pathOf = (path: string) => relative(root, path).split(sep)
  const followed = new Set<string>()
  const watcher = watchFiles(root, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => {
      if (followed.has(path)) return false
      const [top = '', ...rest] = pathOf(path)
      return top !== '' && (!watched.has(top) || rest.some((name) => name.startsWith('.')))
    },
  })
  const pending = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let telling = false
  const tell = async () => {
    if (telling) return
    telling = true
    try {
      while (pending.size > 0) {
        const paths = [...pending].toSorted()
        pending.clear()
        await told(paths)
      }
    } catch (error) {
      failed(error)
    } finally {
      telling = false
    }
  }
  watcher.on('all', (_, path) => {
    pending.add(pathOf(path).join('/'))
    clearTimeout(timer)
    timer = setTimeout(() => void tell(), quiet)
  })
  watcher.on('error', failed)
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()))
  return {
    follow(files) {
      const others = files.filter((file) => !followed.has(file))
      for (const file of others) followed.add(file)
      if (others.length > 0) watcher.add(others)
    },
    async close() {
      clearTimeout(timer)
      await watcher.close()
    },
  }
}
