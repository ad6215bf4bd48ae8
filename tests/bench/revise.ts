import type {UnkeyedSegment} from '../../pipeline/translate/segment.ts'

/** What was done to a block in a generated revision. */
export type Touch = 'untouched' | 'moved' | 'reworded' | 'split' | 'merged' | 'new'

/** A block of a generated revision, and the blocks of the earlier one whose key it may have. */
export interface Revised extends Pick<UnkeyedSegment, 'text' | 'kind' | 'container'> {
  readonly from: readonly number[]
  readonly touch: Touch
}

/** Edit a tenth to a half of an article's blocks as an author would, taking new ones from `others`. */
export function revise(
  blocks: readonly UnkeyedSegment[],
  others: readonly UnkeyedSegment[],
  chance: () => number,
): readonly Revised[] {
  let now: readonly Revised[] = blocks.map(({text, kind, container}, index) => {
    return {text, kind, container, from: [index], touch: 'untouched'}
  })
  const edits = Math.ceil(blocks.length * (0.1 + 0.4 * chance()))
  for (let count = 0; count < edits; count++) {
    const at = 1 + Math.floor(chance() * (now.length - 1))
    const block = now[at]
    if (block === undefined || block.touch !== 'untouched') continue
    const next = now[at + 1]
    const dice = chance()
    if (dice < 0.45) now = now.with(at, {...block, ...reworded(block, others, chance)})
    else if (dice < 0.6) now = inserted(now, at, {...anyOf(others, chance), from: [], touch: 'new'})
    else if (dice < 0.72) now = now.toSpliced(at, 1)
    else if (dice < 0.86) {
      const rest = now.toSpliced(at, 1)
      now = inserted(rest, Math.floor(chance() * rest.length) + 1, {...block, touch: 'moved'})
    } else if (dice < 0.93) now = now.toSpliced(at, 1, ...halves(block))
    else if (next?.touch === 'untouched' && next.kind === block.kind)
      now = now.toSpliced(at, 2, {
        ...block,
        text: `${block.text} ${next.text}`,
        from: [...block.from, ...next.from],
        touch: 'merged',
      })
  }
  return now
}

function inserted(blocks: readonly Revised[], at: number, block: Revised): readonly Revised[] {
  return blocks.toSpliced(at, 0, block)
}

/** Up to a third of the words replaced, left out or added. */
function reworded(
  {text}: Revised,
  others: readonly UnkeyedSegment[],
  chance: () => number,
): Pick<Revised, 'text' | 'touch'> {
  const words = text.split(' ')
  const share = 0.33 * chance()
  const changed = words.flatMap((word) => {
    if (chance() > share) return [word]
    const stranger = anyOf(anyOf(others, chance).text.split(' '), chance)
    const dice = chance()
    return dice < 0.5 ? [stranger] : dice < 0.75 ? [] : [word, stranger]
  })
  const now = changed.join(' ').trim()
  return now === '' || now === text
    ? {text: `${text} ${anyOf(words, chance)}`, touch: 'reworded'}
    : {text: now, touch: 'reworded'}
}

/** A block of some length, cut after a sentence near its middle. */
function halves(block: Revised): readonly Revised[] {
  const ends = [...block.text.matchAll(/[.?!] /gu)].map(({index}) => index + 1)
  const middle = block.text.length / 2
  const [cut] = ends.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  if (cut === undefined || block.kind !== 'paragraph') return [block]
  return [block.text.slice(0, cut), block.text.slice(cut + 1)].map((text) => ({
    ...block,
    text,
    touch: 'split',
  }))
}

function anyOf<Item>(items: readonly Item[], chance: () => number): Item {
  const item = items[Math.floor(chance() * items.length)]
  if (item === undefined) throw new Error('nothing to choose from')
  return item
}
