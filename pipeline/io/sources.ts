import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {digestOf, sha256} from './digest.ts'
import {entriesOf, type KnownFiles} from './known-files.ts'

/** What of a publication's folder makes a difference to its pages. */
const folders = ['articles', 'locales', 'templates'] as const

/**
 * Names all that a publication's pages are made of, but for the clock and the program: its own files,
 * and those of the package that stand in where it has none.
 */
export function nameOfSources(root: string, packageRoot: string, known: KnownFiles): string {
  const own = ['publication.json', ...folders.flatMap((folder) => filesIn(folder, known.list))]
  const lent = (folder: string) => entriesOf(join(packageRoot, folder))
  const lentFiles =
    root === packageRoot ? [] : ['templates', 'locales'].flatMap((folder) => filesIn(folder, lent))
  // One text for all: there are thousands.
  return digestOf([
    own.map((path) => `${sumOf(path, known)} ${path}`).join('\0'),
    lentFiles.map((path) => `${sha256(readFileSync(join(packageRoot, path)))} ${path}`).join('\0'),
  ])
}

/** Every file below a path, in order, without what is hidden; a link counts as the file it leads to. */
export function filesIn(path: string, list: KnownFiles['list']): readonly string[] {
  return list(path).flatMap(({name, kind}): readonly string[] => {
    const inside = path === '' ? name : `${path}/${name}`
    if (kind === 'folder') return filesIn(inside, list)
    return kind === 'other' ? [] : [inside]
  })
}

/** A link may lead to a folder or to nothing: then it is only there. */
function sumOf(path: string, known: KnownFiles): string | undefined {
  try {
    return known.look(path).sha256
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return undefined
    throw cause
  }
}
