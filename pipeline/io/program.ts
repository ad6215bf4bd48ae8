import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {pathToFileURL} from 'node:url'

let hash: string | undefined

/**
 * SHA-256 (hex) of the program that looks at pages: what a probe found out holds for as long as
 * the probe, and what it works with, stay the same.
 */
export function programHash(): string {
  return (hash ??= hashOf(['../check/browser/', '../io/', '../visual/']))
}

function hashOf(folders: readonly string[]): string {
  const sum = createHash('sha256')
  for (const folder of folders) {
    const root = new URL(folder, import.meta.url)
    for (const name of readdirSync(root).sort()) {
      if (/\.[jt]sx?$/.test(name)) sum.update(name).update(readFileSync(new URL(name, root)))
    }
  }
  return sum.digest('hex')
}

/**
 * Names the program that makes things of sources, with the libraries and the Node it works with.
 * What was made by another one is not taken for what this one would make.
 */
export function programName(): string {
  return (named ??= nameOfProgram())
}

let named: string | undefined

function nameOfProgram(): string {
  const here = new URL('.', import.meta.url)
  const sum = createHash('sha256').update(process.version).update(String(process.versions['icu']))
  // The bundle's first file names all its parts by their content.
  if (here.pathname.endsWith('/dist/bin/')) sum.update(readFileSync(new URL('../cli.js', here)))
  else sum.update(hashOf(subfolders(new URL('../', here))))
  for (const file of ['package.json', 'node_modules/.package-lock.json']) {
    const path = nearest(file, here)
    if (path !== undefined) sum.update(readFileSync(path))
  }
  return sum.digest('hex')
}

function subfolders(root: URL): readonly string[] {
  const folders = readdirSync(root, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .map((entry) => pathToFileURL(`${entry.parentPath}/${entry.name}/`).href)
  return [root.href, ...folders.sort()]
}

function nearest(file: string, start: URL): URL | undefined {
  for (let folder = start; ; folder = new URL('..', folder)) {
    const path = new URL(file, folder)
    if (existsSync(path)) return path
    if (folder.pathname === new URL('..', folder).pathname) return undefined
  }
}
