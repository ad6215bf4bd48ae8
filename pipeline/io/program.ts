import {createHash} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'

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
      if (/\.[jt]s$/.test(name)) sum.update(name).update(readFileSync(new URL(name, root)))
    }
  }
  return sum.digest('hex')
}
