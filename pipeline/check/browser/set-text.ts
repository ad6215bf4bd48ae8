import type {PixelProfile} from './pixel-profile.ts'

/** Whether pixels look like words set in type: thin strokes in rows on one ground, no rows of bars. */
export function isSetText({ground, between, lines}: PixelProfile): boolean {
  const heights = lines.map(({height}) => height).toSorted((a, b) => a - b)
  const median = heights[Math.floor(heights.length / 2)] ?? 0
  return (
    ground > 0.5 &&
    between < 0.2 &&
    lines.length > 0 &&
    lines.length < 40 &&
    heights.every((height) => height > 6 && height > median / 3.5 && height < median * 3.5) &&
    lines.every(({stroke}) => stroke > 0.02 && stroke < 0.32)
  )
}

/** How well pixels fit words that are said to be what they show. */
export function fits(profile: PixelProfile, words: string): 'surely' | 'perhaps' | 'not' {
  if (!isSetText(profile)) return 'not'
  const blocks = words.match(
    /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  )
  const letters = words.match(/\S/gu)?.length ?? 0
  const squares = blocks?.length ?? 0
  const others = letters - squares
  const marks = profile.lines.reduce((total, line) => total + line.marks, 0)
  // Letters may touch; of a syllable the parts may stand apart.
  const isNear = marks >= others * 0.75 + squares * 0.8 && marks <= others * 1.12 + squares * 2.2
  const isNearly = marks >= others * 0.55 + squares * 0.6 && marks <= others * 1.3 + squares * 2.4
  const spaces = words.trim().split(/\s+/).length - profile.lines.length
  if (isNear && isSpaced(profile, spaces)) return 'surely'
  const isAbout = [spaces - 1, spaces, spaces + 1].some((count) => isSpaced(profile, count))
  return isNearly && isAbout ? 'perhaps' : 'not'
}

/** Whether so many of the gaps between marks stand out from the others as those between words do. */
function isSpaced({lines}: PixelProfile, count: number): boolean {
  const gaps = lines
    .flatMap((line) => line.gaps.map((gap) => gap / line.height))
    .toSorted((a, b) => b - a)
  const [least = Infinity, next = 0] = [gaps[count - 1], gaps[count]]
  return count >= 0 && count <= gaps.length && least > 0.15 && next < 0.4 && least > next * 1.3
}
