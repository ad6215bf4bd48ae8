import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {digestOf, sha256} from './digest.ts'
import {entriesOf, type KnownFiles} from './known-files.ts'
import {isNamespace} from './namespaces.ts'

/** What of a publication's folder makes a difference to its pages. */
export const sourceFolders = ['articles', 'fonts', 'locales', 'templates'] as const

/**
 * Names all that a publication's pages are made of, but for the clock and the program: its own files,
 * and those of the package that stand in where it has none. All are looked at now, but for articles and
 * translations: a build that has none yet looks at each when it reads it, and asks for the name then.
 */
export function nameOfSources(root: string, packageRoot: string, known: KnownFiles): () => string {
  const own = [
    'publication.json',
    ...sourceFolders.flatMap((folder) => filesIn(folder, known.list)),
  ]
  const lent = (folder: string) => entriesOf(join(packageRoot, folder))
  const lentFiles =
    root === packageRoot ? [] : ['templates', 'locales'].flatMap((folder) => filesIn(folder, lent))
  const lentSums = lentFiles.map(
    (path) => `${sha256(readFileSync(join(packageRoot, path)))} ${path}`,
  )
  for (const path of own) if (!isRead(path)) sumOf(path, known)
  // One text for all: there are thousands.
  return () =>
    digestOf([own.map((path) => `${sumOf(path, known)} ${path}`).join('\0'), lentSums.join('\0')])
}

/** Whether a file is an article's or a translation's: what pages say is what was looked at. */
function isRead(path: string): boolean {
  const [folder, , name] = path.split('/')
  if (folder === 'locales') return name !== undefined && !isNamespace(name.replace(/\.json$/, ''))
  return folder === 'articles'
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
