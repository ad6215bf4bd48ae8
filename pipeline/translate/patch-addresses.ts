import type {PhrasingContent} from 'mdast'
import {isBare, parseUnit} from './change.ts'

/**
 * Change a translation's addresses as those of its source have changed. `undefined` where that is
 * not certain: the translation has another address there, or one address became two.
 */
export function patchAddresses(before: string, now: string, target: string): string | undefined {
  const changes = changesOf(addressesIn(before), addressesIn(now))
  if (changes === undefined || labelsIn(before) !== labelsIn(now)) return undefined
  const places = addressesIn(target)
  if ([...changes.keys()].some((old) => !places.some(({url}) => url === old))) return undefined
  let patched = target
  for (const {url, start, end, bare} of places.toReversed()) {
    const fresh = changes.get(url)
    if (fresh === undefined) continue
    const written = patched.slice(start, end)
    // The address stands after the text, which may have it too; a bare one is all there is.
    const at = written.lastIndexOf(url)
    if (at < 0) return undefined
    const changed = bare
      ? written.replaceAll(url, () => fresh)
      : written.slice(0, at) + fresh + written.slice(at + url.length)
    patched = patched.slice(0, start) + changed + patched.slice(end)
  }
  const expected = places.map(({url}) => changes.get(url) ?? url)
  const found = addressesIn(patched).map(({url}) => url)
  return expected.join('\n') === found.join('\n') ? patched : undefined
}

interface Address {
  readonly url: string
  /** Where the link or the image stands in the text. */
  readonly start: number
  readonly end: number
  /** It is its own text. */
  readonly bare: boolean
}

function addressesIn(text: string): readonly Address[] {
  return parseUnit(text).flatMap(addressesOf)
}

/** Inner ones, such as the picture in a link, come first. */
function addressesOf(node: PhrasingContent): readonly Address[] {
  const inner = 'children' in node ? node.children.flatMap(addressesOf) : []
  if (!('url' in node)) return inner
  const {start, end} = node.position ?? {}
  const bare = node.type === 'link' && isBare(node)
  return [...inner, {url: node.url, start: start?.offset ?? 0, end: end?.offset ?? 0, bare}]
}

/** What the text's references refer to: their addresses stand elsewhere. */
function labelsIn(text: string): string {
  const labels = (node: PhrasingContent): readonly string[] => [
    ...('identifier' in node ? [node.identifier] : []),
    ...('children' in node ? node.children.flatMap(labels) : []),
  ]
  return parseUnit(text).flatMap(labels).join('\n')
}

/** What each address became; `undefined` where one became two, or where their number has changed. */
function changesOf(
  before: readonly Address[],
  now: readonly Address[],
): ReadonlyMap<string, string> | undefined {
  if (before.length !== now.length) return undefined
  const became = new Map<string, string>()
  for (const [index, {url}] of before.entries()) {
    const fresh = now[index]?.url ?? url
    if ((became.get(url) ?? fresh) !== fresh) return undefined
    became.set(url, fresh)
  }
  return new Map([...became].filter(([old, fresh]) => old !== fresh))
}
