/** The cookies that servers gave on the way to one file: a browser keeps them no longer than that. */
export interface Jar {
  put(url: string, lines: readonly string[]): void
  /** What a browser would send there: `name=value`. */
  pairs(url: string): readonly string[]
  /** What the host of an address has said to keep or to forget, as it said it. */
  lines(url: string): readonly string[]
}

export function openJar(): Jar {
  const given = new Map<string, {readonly host: string; readonly line: string}>()
  const of = (url: string) => [...given.values()].filter(({host}) => host === new URL(url).host)
  return {
    put(url, lines) {
      const {host} = new URL(url)
      // What is said last of a name counts.
      for (const line of lines)
        given.set(`${host} ${line.replace(/=.*/s, '').trim()}`, {host, line})
    },
    pairs: (url) =>
      of(url).flatMap(({line}) => (isForgotten(line) ? [] : [line.replace(/;.*/s, '').trim()])),
    lines: (url) => of(url).map(({line}) => line),
  }
}

/** `Max-Age` counts before `Expires` (RFC 6265, 5.3). */
function isForgotten(line: string): boolean {
  const age = /;\s*max-age\s*=\s*(-?\d+)/i.exec(line)?.[1]
  if (age !== undefined) return Number(age) <= 0
  const expires = Date.parse(/;\s*expires\s*=\s*([^;]+)/i.exec(line)?.[1] ?? '')
  return expires <= Date.now()
}
