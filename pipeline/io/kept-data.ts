import {readFileSync} from 'node:fs'
import {deserialize, serialize} from 'node:v8'
import {sha256} from './digest.ts'
import {writeBeside} from './write-beside.ts'

/** Keep plain data in a file, for later runs on this machine. */
export function writeKept(store: string, data: unknown): void {
  const body = serialize(data)
  writeBeside(store, Buffer.concat([Buffer.from(`${sha256(body)}\n`, 'latin1'), body]))
}

/** What is kept there, as it was given; `undefined` where nothing is, or it is damaged. */
export function readKept(store: string): unknown {
  try {
    const bytes = readFileSync(store)
    const body = bytes.subarray(65)
    return sha256(body) === bytes.toString('latin1', 0, 64) ? deserialize(body) : undefined
  } catch {
    return undefined
  }
}
