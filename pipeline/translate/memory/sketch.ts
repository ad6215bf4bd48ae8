/** How many characters make a gram, and how many grams stand for a text. */
const [width, most] = [5, 32]

/**
 * A text as the few of its grams (runs of five characters) that hash lowest. Two texts share
 * about as much of their sketches as they share of their grams (bottom-k MinHash, Broder 1997), so
 * that a text of any length costs the index the same.
 */
export function sketch(text: string): Uint32Array {
  const padded = ` ${text.toLowerCase()} `
  const grams = new Uint32Array(Math.max(1, padded.length - width + 1))
  for (const index of grams.keys()) {
    let hash = 0x811c9dc5
    for (let at = index; at < Math.min(padded.length, index + width); at++)
      hash = Math.imul(hash ^ padded.charCodeAt(at), 0x01000193)
    grams[index] = scattered(hash)
  }
  const lowest = grams.sort().filter((gram, index) => index === 0 || gram !== grams[index - 1])
  return lowest.slice(0, most)
}

/** The last steps of MurmurHash3: neighbouring values end far apart. */
function scattered(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
