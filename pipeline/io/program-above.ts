import {existsSync} from 'node:fs'
import {dirname, join} from 'node:path'

/** Whether `npx galley` finds the program from this folder: it is installed there or above. */
export function isProgramAbove(folder: string): boolean {
  if (existsSync(join(folder, 'node_modules/.bin/galley'))) return true
  const above = dirname(folder)
  return above !== folder && isProgramAbove(above)
}
