import type {Memory} from '../model/memory.ts'

/** The same function, which asks only once for each key. */
export function remember<Value, Key = string>(find: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, {readonly value: Value}>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found.value
    const value = find(key)
    known.set(key, {value})
    return value
  }
}

/** What a memory recalls, with its name: what is made of it need not look through it. */
export function recallNamed<Value extends object>(
  memory: Memory,
  kind: string,
  inputs: unknown,
  make: () => Value,
): Value {
  const {value, name} = memory.recall(kind, inputs, () => {
    const made = make()
    return {value: made, name: memory.name(made)}
  })
  memory.named(value, name)
  return value
}
