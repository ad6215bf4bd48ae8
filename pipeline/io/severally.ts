import {Readable} from 'node:stream'

/** Does the same with each of many, so many at once; what comes of them is in their order. */
export function severally<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  // A chain of frames is a thousand times one: a stream for each would take longer than the answers.
  if (items.length < 2) return Promise.all(items.map((item) => work(item)))
  return Readable.from(items).map(work, {concurrency: atOnce}).toArray() as Promise<Result[]>
}
