/** Whether the line after `line` is its continuation, for lines that an editor or a wire broke. */
export type Continues = (line: string, next: string) => boolean

/**
 * Learn from runs of lines (blank lines stand between runs) how the text was broken to a width.
 * Proof is a run of three lines or more in which the first word of a line would not have had room
 * at the end of the line before. Where there is none, only a line that begins small goes on.
 * Lines keep their indentation, which takes room.
 */
export function continuation(runs: readonly (readonly string[])[]): Continues {
  const width = Math.max(0, ...runs.map(wrapWidth))
  return (line, next) => {
    const beginsSmall = /^\p{Ll}/u.test(next)
    if (isOpen(line) && widthOf(line) >= 40 && beginsSmall) return true
    if (/\p{Ll}-$/u.test(line) && beginsSmall) return true
    if (width === 0 || widthOf(line) > width) return false
    return isFull(line, next, width) || (isOpen(line) && widthOf(line) > width * 0.85)
  }
}

/** The width a run was broken to, or 0 where it was not. */
function wrapWidth(run: readonly string[]): number {
  const width = Math.max(...run.map(widthOf))
  const pairs = run.slice(1).map((next, index): [string, string] => [run[index] ?? '', next])
  if (pairs.length < 2 || width < 40 || width > 120) return 0
  const long = pairs.filter(([line]) => widthOf(line) > width * 0.6)
  const wrapped = long.filter(([line, next]) => isOpen(line) && isFull(line, next, width))
  return wrapped.length >= Math.max(2, long.length * 0.5) ? width : 0
}

/** Whether the next line's first word would not have fitted. */
function isFull(line: string, next: string, width: number): boolean {
  const [word = ''] = next.split(/\s/, 1)
  return widthOf(line) + 1 + widthOf(word) > width && widthOf(line) > width * 0.6
}

/** Whether a line does not end a sentence. */
function isOpen(line: string): boolean {
  return !/[.!?…:]["”’')\]]*$/.test(line)
}

/** Columns a line takes; what is as wide as it is high takes two. */
function widthOf(line: string): number {
  return (
    line.length +
    (line.match(/[\u1100-\u11FF\u3130-\u318F\uAC00-\uD7AF\u4E00-\u9FFF]/g) ?? []).length
  )
}
