import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/** All that tests leave in the temporary folder lies in one of this run's own, which goes when it ends. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'galley-tests-'))
  process.env['TMPDIR'] = folder
  return () => rmSync(folder, {recursive: true, force: true})
}
