/** How a picture's frames change in brightness. */
export type Flicker = {
  /** Square CSS pixels that it takes on the page. */
  readonly area: number
  /** How long it takes to go through it once. */
  readonly seconds: number
  readonly repeats: boolean
  /** When how much of it, 0–1, turned brighter after it had been turning darker, or the other way. */
  readonly turns: readonly {
    readonly at: number
    readonly brighter: number
    readonly darker: number
  }[]
}

/** A quarter of ten degrees of what one sees at a desk (WCAG 2.2, general flash threshold). */
const SMALL = 21_824

/** The most flashes within a second: pairs of opposing changes of a large enough part. */
export function flashRate({area, seconds, repeats, turns}: Flicker): number {
  if (seconds === 0) return 0
  const rounds = repeats ? Math.ceil(2 / seconds) + 1 : 1
  const large = Array.from({length: rounds}, (_, round) =>
    turns.map(({at, ...turn}) => ({...turn, at: at + round * seconds})),
  )
    .flat()
    .flatMap(({at, brighter, darker}) => [
      ...(brighter * area > SMALL ? [{at, way: 1}] : []),
      ...(darker * area > SMALL ? [{at, way: -1}] : []),
    ])
  const opposing = large.filter(({way}, index) => way !== large[index - 1]?.way)
  const within = opposing.map(
    ({at}) => opposing.filter((other) => other.at >= at && other.at < at + 1).length,
  )
  return Math.floor(Math.max(0, ...within) / 2)
}
