import type {Page} from './page.ts'
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
    const limit = first ? undefined : limitOf(page)
    if (limit !== undefined) return [{at: page.root, variant: 'script', values: {seconds: limit}}]
    if (!first || first.seconds === 0 || first.seconds > longest) return []
    return [{at: first.at, values: {seconds: first.seconds}}]
  },
}

/** What a script counts down from until it leaves, in seconds, where nothing stops it and no word is said of it. */
function limitOf(page: Page): number | undefined {
  const script = page.tree.scripts.join('\n')
  const isStopped =
    /\bclearTimeout\b/.test(script) ||
    /\b(extend|stay (signed|logged) in|more time|keep working)\b|연장/i.test(
      page.root ? page.words(page.root) : '',
    )
  const [, product = ''] =
    /\bsetTimeout\(\s*(?:function\s*\(\)|\(\)\s*=>)\s*\{?\s*(?:window\.|document\.)?location(?:\.href)?\s*(?:=|\.(?:assign|replace|reload)\()[^;{}]*[;)]?\s*\}?\s*,\s*([\d_]+(?:\s*\*\s*[\d_]+)*)\s*\)/.exec(
      script,
    ) ?? []
  const seconds = product
    .split('*')
    .map((one) => Number(one.replaceAll('_', '')))
    .reduce((all, one) => all * one, 0.001)
  return !isStopped && seconds >= 1 && seconds <= longest ? Math.round(seconds) : undefined
}

/**
 * As HTML reads it ("shared declarative refresh steps"): digits, what follows a dot is dropped, and
 * then nothing, a space, a comma or a semicolon. `undefined` where it is none of that.
 */
function delayOf(content: string): number | undefined {
  const [, digits] = /^\s*(?:(\d+)|(?=\.))[\d.]*(?:$|[\s;,])/.exec(content) ?? []
  return digits === undefined ? undefined : Number(digits)
}
