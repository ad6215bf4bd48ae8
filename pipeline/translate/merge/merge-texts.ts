import {readTexts, writeJson} from '../texts.ts'
import {freeRivalKey} from '../rivals.ts'
import {keysOfBoth, threeWay} from './three-way.ts'

/** Two texts for one unit: neither side is given up. */
export interface TextConflict {
  readonly key: string
  readonly ours: string
  readonly theirs: string
}

/** A merged file, and what a person has to decide. */
export interface MergedFile {
  readonly text: string
  readonly conflicts: readonly TextConflict[]
}

/**
 * Merge a locale's texts by key. Where both sides changed a text, ours stays under its key and theirs
 * stands behind it as `<key>#theirs`. A text taken out on one side and changed on the other stays.
 * `undefined` where one of the files cannot be read.
 *
 * @param follows Whether the file follows an article, as the source locale's does: ours is taken,
 *   and the next sync writes what the article says.
 */
export function mergeTexts(
  base: string,
  ours: string,
  theirs: string,
  follows: boolean,
): MergedFile | undefined {
  const files = [base, ours, theirs].map((file) => readTexts(file.trim() === '' ? '{}' : file))
  if (files.some(({faults}) => faults.length > 0)) return undefined
  const [was, our, their] = files.map(
    ({entries}) => new Map([...entries].map(([key, {text}]) => [key, text])),
  )
  if (was === undefined || our === undefined || their === undefined) return undefined
  const merged = new Map<string, string>()
  const conflicts: TextConflict[] = []
  for (const key of keysOfBoth([...our.keys()], [...their.keys()])) {
    const result = threeWay(was.get(key), our.get(key), their.get(key))
    if ('value' in result) {
      if (result.value !== undefined) merged.set(key, result.value)
      continue
    }
    const [mine, other] = [result.ours ?? '', result.theirs ?? '']
    merged.set(key, mine === '' ? other : mine)
    if (mine === '' || other === '' || follows) continue
    const taken = (name: string) => our.has(name) || their.has(name) || merged.has(name)
    merged.set(freeRivalKey(key, taken), other)
    conflicts.push({key, ours: mine, theirs: other})
  }
  return {text: writeJson(merged), conflicts}
}
