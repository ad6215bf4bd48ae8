import {createHash} from 'node:crypto'
import {basename} from 'node:path/posix'
import type {Rendition} from '../model/rendition.ts'

/** What answers to a URL: a file, nothing (below the site's root), or not ours to answer. */
export type Answered = Rendition | 'missing' | 'foreign'

/** What the browser is shown: pages, and what answers to their requests. */
export interface Site {
  answer(url: string): Answered | Promise<Answered>
  urlOf(page: Rendition): string
  /** SHA-256 (hex) of the page and of every file it can reach: what all evidence about it depends on. */
  hashOf(page: Rendition): string
}

/** A site of which every file is in memory. */
export interface SiteInMemory extends Site {
  answer(url: string): Answered
}

/**
 * The renditions as a site in memory.
 *
 * @param root absolute URL of the site's root, with a trailing slash
 */
export function siteOf(renditions: readonly Rendition[], root: string): SiteInMemory {
  const files = new Map(renditions.map((file) => [file.path, file]))
  const assets = renditions
    .filter(({page}) => page === undefined)
    .map((file) => ({file, name: basename(file.path), hash: digest(file.content)}))

  // A file is reached when its name is written in the page or in a file that is reached. Names
  // that might be written in more than one way count as reached.
  function reach(text: string, found: Map<string, string>): void {
    for (const {file, name, hash} of assets) {
      if (found.has(file.path) || (/^[\w.-]+$/.test(name) && !text.includes(name))) continue
      found.set(file.path, hash)
      if (typeof file.content === 'string') reach(file.content, found)
    }
  }

  return {
    answer(url) {
      if (!url.startsWith(root)) {
        return sameOrigin(url, root) ? 'missing' : 'foreign'
      }
      const path = pathIn(url.slice(root.length))
      return (path === undefined ? undefined : files.get(path)) ?? 'missing'
    },
    urlOf: ({path}) => root + encodeURI(path.replace(/(^|\/)index\.html$/, '$1')),
    hashOf(page) {
      const found = new Map([[page.path, digest(page.content)]])
      reach(
        typeof page.content === 'string' ? page.content : new TextDecoder().decode(page.content),
        found,
      )
      return digest(JSON.stringify([...found].sort(([a], [b]) => (a < b ? -1 : 1))))
    },
  }
}

function sameOrigin(url: string, root: string): boolean {
  return URL.canParse(url) && new URL(url).origin === new URL(root).origin
}

function pathIn(rest: string): string | undefined {
  const path = rest.replace(/[?#].*$/s, '')
  try {
    return decodeURIComponent(path === '' || path.endsWith('/') ? `${path}index.html` : path)
  } catch {
    return undefined
  }
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
