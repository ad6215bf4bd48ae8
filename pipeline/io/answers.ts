import type {Json} from '../model/tab.ts'
import {keyOf, type Cache} from './cache.ts'
import {programHash} from './program.ts'

/**
 * What is known of one page in one viewport, under one key of the cache: some forty answers are one
 * file to read and one to write. What was asked of a page is kept when it is done with.
 */
export interface Answers {
  get(question: Json): Promise<Json | undefined>
  put(question: Json, answer: Json): void
  /** Writes down what has been learned. */
  keep(): Promise<void>
}

/** @param about all that answers depend on, beside their questions */
export function openAnswers(cache: Cache, about: Json): Answers {
  const key = keyOf(['answers', about])
  const asked = new Map<string, Json>()
  let known: Promise<ReadonlyMap<string, Json>> | undefined
  let hasLearned = false

  async function read(): Promise<ReadonlyMap<string, Json>> {
    return new Map(Object.entries(Object((await cache.get(key)) ?? {})))
  }

  return {
    async get(question) {
      const name = keyOf(question)
      const answer = asked.get(name) ?? (await (known ??= read())).get(name)
      if (answer !== undefined) asked.set(name, answer)
      return answer
    },
    put(question, answer) {
      hasLearned = true
      asked.set(keyOf(question), answer)
    },
    async keep() {
      if (!hasLearned) return
      hasLearned = false
      const {[PROGRAM]: before, ...others} = Object.fromEntries(await (known ??= read()))
      // Another program asks otherwise: what only that one asked would stay forever.
      const kept = before === programHash() ? others : {}
      await cache.put(key, {...kept, ...Object.fromEntries(asked), [PROGRAM]: programHash()})
    },
  }
}

const PROGRAM = 'program'

/** A value as it will come out of the cache, so that the first run and the second see the same. */
export function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? null)) as Json
}
