/** The place of an offset in a text. */
export function spotAt(text: string, offset: number): Spot {
  const starts = lineStarts(text)
  let [low, high] = [0, starts.length]
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return {line: low + 1, column: offset - (starts[low] ?? 0) + 1}
}

/** Where in a file, 1-based, in UTF-16 code units. */
export interface Spot {
  readonly line: number
  readonly column: number
}

/** Where each line begins; kept for the text asked about last, since it is asked about many times. */
function lineStarts(text: string): readonly number[] {
  if (last?.text !== text) {
    const starts = [0]
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      starts.push(end + 1)
    }
    last = {text, starts}
  }
  return last.starts
}

let last: {readonly text: string; readonly starts: readonly number[]} | undefined
