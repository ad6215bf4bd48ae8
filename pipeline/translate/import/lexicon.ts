import type {Features} from './features.ts'

/** Which words of the two languages go together, learnt from the documents themselves. */
export interface Lexicon {
  /** Below 0 for items whose words go together, above 0 for items whose words do not. */
  readonly cost: (source: Features, target: Features) => number
}

/** Words that meet less surely than this tell nothing. */
const least = 0.25

/**
 * Learn from items that have been put together: words that turn up together more often than by
 * chance. A word that turned up in one pair only tells nothing, so no pair can vouch for itself.
 */
export function lexiconOf(pairs: readonly (readonly [Features, Features])[]): Lexicon {
  const sources = count(pairs.map(([source]) => source))
  const targets = count(pairs.map(([, target]) => target))
  const together = new Map<string, Map<string, number>>()
  for (const [source, target] of pairs) {
    for (const word of source.words) {
      if ((sources.get(word) ?? 0) < 2) continue
      const others = together.get(word) ?? new Map<string, number>()
      together.set(word, others)
      for (const other of target.words) others.set(other, (others.get(other) ?? 0) + 1)
    }
  }
  const total = Math.max(1, pairs.length)
  const entries = new Map(
    [...together].map(([word, others]) => {
      const own = sources.get(word) ?? 0
      const known = [...others].flatMap(
        ([other, joint]): readonly (readonly [string, number])[] => {
          const theirs = targets.get(other) ?? 0
          const score = ((2 * (joint - 1)) / (own + theirs - 2)) * (1 - theirs / total)
          return joint >= 2 && score >= least ? [[other, score]] : []
        },
      )
      return [word, {known, weight: Math.log(1 + total / own)}] as const
    }),
  )
  return {
    cost(source, target) {
      let [sum, weights] = [0, 0]
      for (const word of source.words) {
        const entry = entries.get(word)
        if (entry === undefined || entry.known.length === 0) continue
        let most = 0
        for (const [other, score] of entry.known)
          if (score > most && target.words.has(other)) most = score
        sum += entry.weight * most
        weights += entry.weight
      }
      return weights === 0 ? 0 : Math.min(1, weights / 8) * 6 * (0.33 - sum / weights)
    },
  }
}

function count(items: readonly Features[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const {words} of items)
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
