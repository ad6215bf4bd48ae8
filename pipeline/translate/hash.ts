/**
 * A short fingerprint of a text: 53 bits in 14 hex digits (cyrb53, public domain, by bryc). It
 * tells whether a text has changed; it is no defence against someone who wants a collision.
 */
export function hash(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  // Bytes are printed eight times as quickly as a number of this size.
  bytes.writeInt32BE(low & 0x1fffff)
  bytes.writeInt32BE(high, 4)
  return bytes.toString('hex', 1)
}

const bytes = Buffer.alloc(8)
