import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/** Every file of a folder by its path, with what it holds, byte for byte. */
export function filesIn(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((one) =>
    one.isFile(),
  )
  return Object.fromEntries(
    files
      .map(({parentPath, name}) => join(parentPath, name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]),
  )
}
