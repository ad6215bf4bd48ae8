import {sketch} from './sketch.ts'

/** Finds texts that may be alike without looking at every one. */
export interface GramIndex {
  /** Numbers of the texts that share the most with this one, best first. */
  readonly alike: (text: string) => readonly number[]
}

/** How many postings one look-up may read, and how many texts it may propose. */
const [patience, proposals] = [60_000, 40]

/** Index the sketches of texts in two flat arrays: where each gram's list begins, and the lists. */
export function gramIndex(texts: readonly string[]): GramIndex {
  const sketches = texts.map(sketch)
  const slots = new Map<number, number>()
  const sizes: number[] = []
  for (const grams of sketches) {
    for (const gram of grams) {
      const slot = slots.get(gram) ?? slots.set(gram, sizes.length).size - 1
      sizes[slot] = (sizes[slot] ?? 0) + 1
    }
  }
  const starts = new Uint32Array(sizes.length + 1)
  for (const [slot, size] of sizes.entries()) starts[slot + 1] = (starts[slot] ?? 0) + size
  const lists = new Uint32Array(starts[sizes.length] ?? 0)
  const filled = starts.slice()
  for (const [number, grams] of sketches.entries()) {
    for (const gram of grams) {
      const slot = slots.get(gram) ?? 0
      const place = filled[slot] ?? 0
      lists[place] = number
      filled[slot] = place + 1
    }
  }
  // How many grams each text shares with the one asked for; all zero between look-ups.
  const counts = new Uint8Array(texts.length)
  return {
    alike(text) {
      const wanted = [...sketch(text)]
        .flatMap((gram) => slots.get(gram) ?? [])
        .map((slot) => lists.subarray(starts[slot], starts[slot + 1]))
        // Rare grams tell most; what every text has is not worth reading.
        .toSorted((a, b) => a.length - b.length)
      const met: number[] = []
      let read = 0
      for (const list of wanted) {
        if (read > 0 && read + list.length > patience) break
        for (const number of list) {
          if (counts[number] === 0) met.push(number)
          counts[number] = (counts[number] ?? 0) + 1
        }
        read += list.length
      }
      const found = best(met, counts)
      for (const number of met) counts[number] = 0
      return found
    },
  }
}

/** The numbers with the highest counts, found by class, for there are few counts. */
function best(met: readonly number[], counts: Uint8Array): readonly number[] {
  const classes: number[][] = []
  for (const number of met) (classes[counts[number] ?? 0] ??= []).push(number)
  const found: number[] = []
  for (let count = classes.length - 1; count > 0 && found.length < proposals; count--)
    found.push(...(classes[count] ?? []).slice(0, proposals - found.length))
  return found
}
