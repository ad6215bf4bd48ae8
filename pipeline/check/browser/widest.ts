/** Each line of a text may stick out, or be cut off, by a little more or less: the element is told of once. */
export function widest<Spot extends Sticking>(spots: readonly Spot[]): readonly Spot[] {
  const widestOf = new Map<string, Spot>()
  for (const spot of spots) {
    const key = JSON.stringify([spot.kind, spot.selector, spot.other])
    const known = widestOf.get(key)
    if (known === undefined || spot.pixels > known.pixels) widestOf.set(key, spot)
  }
  return [...widestOf.values()]
}

interface Sticking {
  readonly kind: string
  readonly selector: string
  readonly other: string
  readonly pixels: number
}
