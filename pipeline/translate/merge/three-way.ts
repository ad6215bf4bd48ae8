/** What became of one value on two sides, seen from what it was. */
export type Merged<Value> =
  | {readonly value: Value | undefined}
  | {readonly ours: Value | undefined; readonly theirs: Value | undefined}

/** Merge one value; absent is `undefined`. Values are plain JSON. */
export function threeWay<Value>(
  base: Value | undefined,
  ours: Value | undefined,
  theirs: Value | undefined,
): Merged<Value> {
  if (isSame(ours, theirs) || isSame(base, theirs)) return {value: ours}
  return isSame(base, ours) ? {value: theirs} : {ours, theirs}
}

/** Whether two values are the same JSON, in whatever order their keys stand. */
function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? ''
  )
}

/** All keys of both sides: ours in their order, each of theirs after the one it follows there. */
export function keysOfBoth(ours: readonly string[], theirs: readonly string[]): readonly string[] {
  const keys = [...ours]
  for (const [place, key] of theirs.entries()) {
    if (keys.includes(key)) continue
    const before = theirs[place - 1]
    keys.splice(before === undefined ? 0 : keys.indexOf(before) + 1, 0, key)
  }
  return keys
}
