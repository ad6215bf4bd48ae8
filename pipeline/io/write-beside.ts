import {mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'
import {temporaryName} from './temporary.ts'

/**
 * Write what is only remembered, whole or not at all, and without waiting for the disk: what a power
 * cut garbles is found out on reading. Says whether it could.
 */
export function writeBeside(path: string, content: string | Uint8Array): boolean {
  const beside = temporaryName(path)
  try {
    mkdirSync(dirname(path), {recursive: true})
    writeFileSync(beside, content, {flag: 'wx'})
    renameSync(beside, path)
    return true
  } catch {
    rmSync(beside, {force: true})
    return false
  }
}
