import type {PixelProfile} from './pixel-profile.ts'

/**
 * How many marks each word has that pixels in rows show, where the room between some marks is
 * clearly wider than that between the others.
 */
export function marksOfWords({lines}: PixelProfile): readonly number[] | undefined {
  const gaps = lines
    .flatMap((line) => line.gaps.map((gap) => gap / line.height))
    .toSorted((a, b) => b - a)
  const steps = gaps.slice(1).map((next, index) => ({least: gaps[index] ?? 0, next}))
  const clear = steps.filter(
    ({least, next}) => least > 0.15 && next > 0 && next < 0.4 && least > next * 1.3,
  )
  const [widest] = clear.toSorted((a, b) => b.least / b.next - a.least / a.next)
  if (widest === undefined) return undefined
  return lines.flatMap(({height, gaps: own}) =>
    own.reduce<readonly number[]>(
      (words, gap) =>
        gap / height >= widest.least
          ? [...words, 1]
          : [...words.slice(0, -1), (words.at(-1) ?? 0) + 1],
      [1],
    ),
  )
}

/** Whether some words in a row could be those that the marks show. */
export function isEchoed(
  marks: readonly number[],
  text: readonly string[],
  how: 'nearly' | 'closely',
): boolean {
  const ranges = text.map((word) => rangeOf(word, how))
  return ranges.some((_, from) => share(marks, ranges.slice(from, from + marks.length)) === 1)
}

/** Whether a text as a whole could be what the marks show: most of its words, two of them perhaps run into one. */
export function isRepeated(marks: readonly number[], text: readonly string[]): boolean {
  const ranges = text.map((word) => rangeOf(word, 'nearly'))
  switch (text.length - marks.length) {
    case 0:
      return share(marks, ranges) >= 0.6
    case 1:
      return pairs<Range>(ranges, ([a, b], [c, d]) => [a + c, b + d]).some(
        (joined) => share(marks, joined) >= 0.75,
      )
    case -1:
      return pairs(marks, (one, next) => one + next).some((joined) => share(joined, ranges) >= 0.75)
    default:
      return false
  }
}

/** The list with each two neighbours made one, in turn. */
function pairs<Item>(
  items: readonly Item[],
  join: (one: Item, next: Item) => Item,
): readonly (readonly Item[])[] {
  return items.slice(1).map((next, index) => {
    const [one = next] = [items[index]]
    return [...items.slice(0, index), join(one, next), ...items.slice(index + 2)]
  })
}

type Range = readonly [least: number, most: number]

/** How many of the words are in their range, 0–1. */
function share(marks: readonly number[], ranges: readonly Range[]): number {
  const fit = marks.filter((count, index) => {
    const [least, most] = ranges[index] ?? [Infinity, 0]
    return count >= least && count <= most
  })
  return fit.length / marks.length
}

/** So many marks may a word be: letters touch, and of a syllable the parts may stand apart. */
function rangeOf(word: string, how: 'nearly' | 'closely'): Range {
  const squares =
    word.match(/[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)
      ?.length ?? 0
  const others = (word.match(/\S/gu)?.length ?? 0) - squares
  const [fewer, more, slack] = how === 'nearly' ? [0.6, 1.15, 0.5] : [0.75, 1, 0]
  return [others * fewer + squares * 0.7 - slack, others * more + squares * 2.2 + slack]
}
