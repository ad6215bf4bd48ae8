import {LRUCache} from 'lru-cache'
import type {Memory, Text} from '../model/memory.ts'
import {nameAs, nameOf, printed, sha256} from './digest.ts'
import {openPack} from './pack.ts'
import type {Pointer} from './pack-records.ts'

/** A memory that outlives the run. */
export interface OpenMemory extends Memory {
  /**
   * Keep what was made, for later runs.
   *
   * @param whole everything that is still wanted was asked for: what was not may be forgotten
   */
  close(whole: boolean): void
  /** Something is made anew: what was not asked for since the last time but one is no longer held. */
  turn(): void
}

/**
 * What earlier runs of this very program made, kept in a folder. It may forget at any time and never
 * fails: what is damaged, or cannot be written, is made again.
 *
 * @param program names the code that makes things; another program remembers nothing of it
 * @param held whether what was recalled once is kept in memory, for whoever asks often; else it is
 *   read again
 */
export function openMemory(folder: string, program: string, held: boolean): OpenMemory {
  const pack = openPack(folder)
  let values = new Map<string, unknown>()
  let before: ReadonlyMap<string, unknown> = new Map()
  const pointers = new Map<string, Pointer>()
  /**
   * Texts whose sums were asked for a moment ago: those that are new are read next. By marks of their
   * own, since what a text is made of may be a whole publication, and would be held with it.
   */
  const summed = new LRUCache<symbol, string>({
    maxSize: 2 ** 20,
    sizeCalculation: ({length}) => length + 1,
  })
  const keyOf = (kind: string, inputs: unknown) =>
    sha256(`${program}\n${kind}\n${printed(inputs)}`).slice(0, 32)
  const textAt = (pointer: Pointer, make: () => string): Text => ({
    sha256: pointer.sha256,
    read: () => pack.read(pointer) ?? make(),
  })
  const recall = <Value>(kind: string, inputs: unknown, make: () => Value): Value => {
    const key = keyOf(kind, inputs)
    const known = values.get(key) ?? before.get(key)
    if (known !== undefined) {
      values.set(key, known)
      // A key names one kind, and a kind has one shape.
      return known as Value
    }
    const kept = pack.value(key)
    const json = kept ?? JSON.stringify(make())
    // Read back even where it was just made: its words would hold the whole text they were cut from.
    const value: Value = JSON.parse(json)
    if (held) values.set(key, value)
    if (kept === undefined) pack.putValue(key, json)
    return value
  }
  return {
    recall,
    derived(from, make) {
      let sum: string | undefined
      const mark = Symbol('derived')
      return {
        read() {
          const made = summed.get(mark) ?? make(from.read())
          summed.delete(mark)
          return made
        },
        get sha256() {
          if (sum !== undefined) return sum
          const made = make(from.read())
          summed.set(mark, made)
          return (sum = sha256(made))
        },
      }
    },
    text<Content extends string>(kind: string, inputs: unknown, make: () => Content) {
      const key = keyOf(kind, inputs)
      const pointer = pointers.get(key) ?? pack.pointer(key) ?? pack.putText(key, make())
      if (held) pointers.set(key, pointer)
      // Made again, where it has to be, by who asks now: what earlier ones made it of may be gone.
      const text: Text = textAt(pointer, make)
      return text as Text<Content>
    },
    name: nameOf,
    named: nameAs,
    close: (whole) => pack.close(whole),
    turn: () => ([before, values] = [values, new Map()]),
  }
}
