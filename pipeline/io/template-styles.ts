import {readFile} from 'node:fs/promises'
import {dirname, relative, resolve} from 'node:path'
import {bundleAsync, Features} from 'lightningcss'
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
  return (await bundle(folders, sheet, read)).styles
}

/** The same, with the map of where in the files each rule is from, which are named as the publication does. */
export async function bundleMappedStyles(
  folders: readonly string[],
  sheet: string,
): Promise<{readonly styles: string; readonly map: string}> {
  const {styles, map} = await bundle(folders, sheet, new Set(), true)
  const {sources, ...rest}: {readonly sources: readonly string[]} = JSON.parse(map)
  const names = sources.map((path) => nameOf(resolve('/', path), folders))
  return {styles, map: JSON.stringify({...rest, sources: names})}
}

async function bundle(
  folders: readonly string[],
  sheet: string,
  read: Set<string>,
  isMapped = false,
): Promise<{readonly styles: string; readonly map: string}> {
  try {
    const {code, map} = await bundleAsync({
      ...(isMapped && {sourceMap: true, projectRoot: '/'}),
      filename: find(folders, sheet),
      minify: true,
      targets: {chrome: 117 << 16, firefox: 117 << 16, safari: (16 << 16) | (4 << 8)},
      exclude: Features.LogicalProperties,
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
    const text = (bytes: Uint8Array | void) => Buffer.from(bytes ?? []).toString('utf8')
    return {styles: text(code), map: text(map)}
  } catch (error) {
    throw broken(describeStyles(error, folders), error)
  }
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
