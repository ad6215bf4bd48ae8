/** The same function, which asks only once for each key. */
export function remember<Value>(find: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, {readonly value: Value}>()
  return (key) => {
    const found = known.get(key) ?? {value: find(key)}
    known.set(key, found)
    return found.value
  }
}
