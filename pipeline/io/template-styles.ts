import {readFile} from 'node:fs/promises'
import {dirname, relative, resolve} from 'node:path'
import {bundleAsync, Features, transform} from 'lightningcss'
import type {Finding} from '../model/finding.ts'
import {broken, find, nameOf, within} from './template-files.ts'

/**
 * A style sheet (`styles/site.css`) and all it imports in one, each file from the first folder that
 * has it.
 *
 * @param read takes the path of every file that is read
 */
export async function bundleStyles(
  folders: readonly string[],
  sheet: string,
  read: Set<string>,
): Promise<string> {
  try {
    const {code} = await bundleAsync({
      ...compiling,
      filename: find(folders, sheet),
      resolver: {
        read: (path) => {
          read.add(path)
          return readFile(path, 'utf8').catch(() => {
            throw new Error(`It imports ${nameOf(path, folders)}, which cannot be read.`)
          })
        },
        resolve(path, from) {
          const wanted = resolve(dirname(from), path)
          const folder = folders.find((one) => within(one, wanted))
          return folder === undefined ? wanted : find(folders, relative(folder, wanted))
        },
      },
    })
    return Buffer.from(code).toString('utf8')
  } catch (error) {
    throw broken(describeStyles(error, folders), error)
  }
}

/**
 * What is passed over in silence in a publication's own style sheets; the package's are the tests'.
 * What reads them is loaded where there are any, and each is read once for as long as it stays the same.
 */
export async function faultsOfStyles(
  paths: readonly string[],
  folders: readonly string[],
): Promise<readonly Finding[]> {
  const [own, ...others] = folders
  const sheets = paths.filter(
    (path) => path.endsWith('.css') && own !== undefined && within(own, path),
  )
  if (sheets.length === 0 || others.length === 0) return []
  const {styleFaults} = await import('./style-faults.ts')
  const found = await Promise.all(
    sheets.toSorted().map(async (path) => {
      const css = await readFile(path, 'utf8')
      const before = known.get(path)
      if (before?.css === css) return before.findings
      const findings = styleFaults(nameOf(path, folders), css)
      known.set(path, {css, findings})
      return findings
    }),
  )
  return found.flat()
}

const known = new Map<string, {readonly css: string; readonly findings: readonly Finding[]}>()

/** One file compiled by itself, as it is in a bundle, and the map of where in it each rule stands. */
export async function compileStyles(
  path: string,
): Promise<{readonly styles: string; readonly map: string}> {
  const text = (bytes: Uint8Array | void) => Buffer.from(bytes ?? []).toString('utf8')
  const {code, map} = transform({
    ...compiling,
    filename: path,
    code: await readFile(path),
    sourceMap: true,
  })
  return {styles: text(code), map: text(map)}
}

const compiling = {
  minify: true,
  targets: {chrome: 117 << 16, firefox: 117 << 16, safari: (16 << 16) | (4 << 8)},
  exclude: Features.LogicalProperties,
}

function describeStyles(error: unknown, folders: readonly string[]): string {
  const text = error instanceof Error ? error.message : String(error)
  if (!isRecord(error) || !isRecord(error['loc'])) return text
  const {line, column} = error['loc']
  const file = typeof error['fileName'] === 'string' ? error['fileName'] : 'templates/styles'
  return `${nameOf(file, folders)}:${String(line)}:${String(column)}: ${text}`
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
