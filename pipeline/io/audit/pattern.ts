/** A regular expression as pa11y-ci takes it: found everywhere, in either case; `undefined` if it is none. */
export function patternIn(text: string): RegExp | undefined {
  try {
    return new RegExp(text, 'gi')
  } catch {
    return undefined
  }
}
