/** What was put last, until it is taken. */
export interface Shelf<Key, Value> {
  readonly put: (key: Key, value: Value) => void
  /** Gives what was put, once. */
  readonly take: (key: Key) => Value | undefined
}

/**
 * A shelf that holds so much and no more: what was put first falls off.
 *
 * @param most how long all that it holds may be together
 */
export function shelf<Key, Value extends {readonly length: number}>(
  most: number,
): Shelf<Key, Value> {
  const values = new Map<Key, Value>()
  let held = 0
  const take = (key: Key): Value | undefined => {
    const value = values.get(key)
    values.delete(key)
    held -= value?.length ?? 0
    return value
  }
  return {
    take,
    put(key, value) {
      take(key)
      values.set(key, value)
      held += value.length
      for (const first of values.keys()) {
        if (held <= most) break
        take(first)
      }
    },
  }
}
