import type {Memory, Text} from '../model/memory.ts'
import {printed, sha256} from './digest.ts'
import {noPack, openPack, type Pack, type Pointer} from './pack.ts'

/** A memory that outlives the run. */
export interface OpenMemory extends Memory {
  /**
   * Keep what was made, for later runs.
   *
   * @param whole everything that is still wanted was asked for: what was not may be forgotten
   */
  close(whole: boolean): void
}

/**
 * What earlier runs of this very program made, kept in a folder. It may forget at any time and never
 * fails: what is damaged, or cannot be written, is made again.
 *
 * @param program names the code that makes things; another program remembers nothing of it
 */
export function openMemory(folder: string, program: string): OpenMemory {
  return memoryOn(openPack(folder), program)
}

/** A memory that lasts as long as this process. */
export function memoryInProcess(): OpenMemory {
  return memoryOn(noPack(), '')
}

function memoryOn(pack: Pack, program: string): OpenMemory {
  const values = new Map<string, unknown>()
  const texts = new Map<string, Text>()
  const keyOf = (kind: string, inputs: unknown) =>
    sha256(`${program}\n${kind}\n${printed(inputs)}`).slice(0, 32)
  const textAt = (pointer: Pointer, make: () => string): Text => ({
    sha256: pointer.sha256,
    read: () => pack.read(pointer) ?? make(),
  })
  return {
    recall<Value>(kind: string, inputs: unknown, make: () => Value): Value {
      const key = keyOf(kind, inputs)
      if (!values.has(key)) {
        const kept = pack.value(key)
        const value = kept === undefined ? make() : JSON.parse(kept)
        values.set(key, value)
        if (kept === undefined) pack.putValue(key, JSON.stringify(value))
      }
      // A key names one kind, and a kind has one shape.
      return values.get(key) as Value
    },
    text<Content extends string>(kind: string, inputs: unknown, make: () => Content) {
      const key = keyOf(kind, inputs)
      let text = texts.get(key)
      if (text === undefined) {
        const pointer = pack.pointer(key) ?? pack.putText(key, make())
        text = textAt(pointer, make)
        texts.set(key, text)
      }
      return text as Text<Content>
    },
    close: (whole) => pack.close(whole),
  }
}
