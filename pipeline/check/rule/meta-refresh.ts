import type {Rule} from './rule.ts'

/** Twenty hours, in seconds: who needs longer is not hurried. */
const longest = 72_000

/** A page neither leaves nor loads again by itself after a while. */
export const metaRefresh: Rule = {
  id: 'rule/meta-refresh',
  criteria: ['2.2.1'],
  act: ['bc659a'],
  severity: 'error',
  ofPage: true,
  judge(page) {
    const [first] = page.nodes.flatMap((at) => {
      const {tag, attributes} = at
      const isRefresh = tag === 'meta' && attributes['http-equiv']?.toLowerCase() === 'refresh'
      const seconds = isRefresh ? delayOf(attributes['content'] ?? '') : undefined
      return seconds === undefined ? [] : [{at, seconds}]
    })
    if (!first || first.seconds === 0 || first.seconds > longest) return []
    return [{at: first.at, values: {seconds: first.seconds}}]
  },
}

/**
 * As HTML reads it ("shared declarative refresh steps"): digits, what follows a dot is dropped, and
 * then nothing, a space, a comma or a semicolon. `undefined` where it is none of that.
 */
function delayOf(content: string): number | undefined {
  const [, digits] = /^\s*(?:(\d+)|(?=\.))[\d.]*(?:$|[\s;,])/.exec(content) ?? []
  return digits === undefined ? undefined : Number(digits)
}
