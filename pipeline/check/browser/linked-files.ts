import type {PageTree} from '../../model/page-tree.ts'
import type {ReadNodes} from './read-nodes.ts'

declare global {
  /** What files tell that a page leads to, or that its tracks are. */
  var galleyLinked: (read: ReadNodes) => Promise<Pick<PageTree, 'alike' | 'wordless'>>
}

/** Runs in the page, by itself: a tool for others. */
export function linkedFiles(): null {
  globalThis.galleyLinked = async (read) => ({
    alike: await alike(read),
    wordless: await wordlessTracks(read),
  })
  return null

  /** Tracks whose file holds no line of speech, or is not there. */
  async function wordlessTracks({indexes}: ReadNodes): Promise<readonly number[]> {
    const tracks = [...indexes].filter(([element]) => element instanceof HTMLTrackElement)
    const found = await Promise.all(
      tracks.slice(0, 20).map(async ([element, index]) => {
        const {src} = element as HTMLTrackElement
        // Of a film that is not there itself, nobody knows.
        const isPlayed = ((element.parentElement as HTMLMediaElement | null)?.readyState ?? 0) > 0
        const text = src === '' ? '' : await textAt(src)
        const isUnknown = text === undefined || (text === '' && src !== '' && !isPlayed)
        return isUnknown || text.includes('-->') ? [] : [index]
      }),
    )
    return found.flat()
  }

  /** Pairs of addresses of one site, linked by one name, whose files are the same. */
  async function alike({nodes}: ReadNodes): Promise<readonly string[]> {
    const byName = new Map<string, Set<string>>()
    for (const {role, name, attributes} of nodes) {
      const href = attributes['href']
      if (role !== 'link' || !name || !href || !URL.canParse(href, document.baseURI)) continue
      const url = new URL(href, document.baseURI)
      if (url.origin !== location.origin) continue
      const key = name.toLowerCase()
      byName.set(key, (byName.get(key) ?? new Set()).add(url.href))
    }
    const pairs: string[] = []
    let asked = 0
    for (const urls of byName.values()) {
      if (urls.size < 2 || (asked += urls.size) > 40) continue
      const texts = await Promise.all(
        [...urls].map(async (url) => [url, await textAt(url)] as const),
      )
      for (const [one, a] of texts) {
        for (const [other, b] of texts) {
          if (one < other && a && a === b) pairs.push(`${one}\n${other}`)
        }
      }
    }
    return pairs
  }

  /** Empty where it is not there, `undefined` where it could not be read. */
  async function textAt(url: string): Promise<string | undefined> {
    try {
      const response = await fetch(url)
      if (response.status === 404 || response.status === 410) return ''
      return response.ok ? await response.text() : undefined
    } catch {
      return undefined
    }
  }
}
