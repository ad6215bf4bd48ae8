import {sha256, sha384} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'

/** Sixteen hexadecimal digits of the content's SHA-256: names a file that never changes. */
export function hashOf(content: string | Uint8Array): string {
  return bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content)).slice(
    0,
    16,
  )
}

/** What a file's bytes must be for a browser to use it (Subresource Integrity). */
export function integrityOf(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? utf8ToBytes(content) : content
  return `sha384-${base64(sha384(bytes))}`
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
