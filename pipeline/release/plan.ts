import {PipelineError} from '../model/error.ts'
import type {DigestedFile, Manifest, Plan} from '../model/release.ts'

/**
 * Compare what is to go out with what is live. The plan and its manifest depend on nothing but
 * the files: same files, same manifest.
 *
 * @throws PipelineError `unwritable-file` for paths that would leave the release's folder, or that
 *   some file system would take for one another
 */
export function plan(files: readonly DigestedFile[], live: Manifest | undefined): Plan {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
  refuseUnsafe(sorted)
  const before = live?.files ?? {}
  const has = ({path, sha256}: DigestedFile) =>
    Object.hasOwn(before, path) && before[path] === sha256
  const now = new Set(sorted.map(({path}) => path))
  const remove = Object.keys(before)
    .filter((path) => !now.has(path))
    .sort()
  const write = sorted.filter((file) => !has(file)).map(({path}) => path)
  return {
    manifest: {v: 1, files: Object.fromEntries(sorted.map(({path, sha256}) => [path, sha256]))},
    write,
    reuse: sorted.filter(has).map(({path}) => path),
    remove,
    changed: live === undefined || write.length > 0 || remove.length > 0,
  }
}

function refuseUnsafe(files: readonly DigestedFile[]): void {
  const seen = new Map<string, string>()
  // Sorted, a file comes before what would have to lie in a folder of its name.
  const paths = files.map(({path}) => path).sort((a, b) => (fold(a) < fold(b) ? -1 : 1))
  for (const path of paths) {
    const parts = path.split('/')
    const safe =
      path !== '' &&
      // The manifest lies beside the files, and is not one of them.
      fold(path) !== 'manifest.json' &&
      !/[\\:\0-\x1f\x7f]/.test(path) &&
      parts.every((part) => part !== '' && part !== '.' && part !== '..')
    if (!safe) {
      throw new PipelineError(
        'unwritable-file',
        `"${path}" cannot be a file of a release.`,
        'Give the article a slug of letters, digits and hyphens.',
      )
    }
    const folded = fold(path)
    const twin = [folded, ...foldersOf(folded)].map((one) => seen.get(one)).find(Boolean)
    if (twin !== undefined) {
      throw new PipelineError(
        'unwritable-file',
        `"${twin}" and "${path}" would be one file on some disks.`,
        'Rename one of the two articles.',
      )
    }
    seen.set(folded, path)
  }
}

/** As file systems see it that take upper and lower case, or one letter written in two ways, for the same. */
function fold(path: string): string {
  return path.normalize('NFC').toLowerCase()
}

function foldersOf(path: string): readonly string[] {
  const parts = path.split('/')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
}
