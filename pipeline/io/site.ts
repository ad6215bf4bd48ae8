import {basename} from 'node:path/posix'
import {grouped} from '../model/grouped.ts'
import type {Preparation} from '../model/preparation.ts'
import type {Rendition} from '../model/rendition.ts'
import {sha256} from './digest.ts'

/** What answers to a URL: a file, nothing (below the site's root), or not ours to answer. */
export type Answered = Rendition | 'missing' | 'foreign'

/** What a server said just now. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** A request as a page makes it. */
export interface Asked {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | undefined
  /** `open`: for the page itself; `lead`: it goes on to another because of what was done there. */
  readonly goes: 'open' | 'lead' | undefined
  /** What the browser would send there as `Cookie`. */
  cookiesFor(url: string): Promise<string>
}

/** What the browser is shown: pages, and what answers to their requests. */
export interface Site {
  /** @param page who asks */
  answer(url: string, page: Rendition, asked: Asked): Answered | Reply | Promise<Answered | Reply>
  /** What is done with a page before it is looked at; nothing where this is left out. */
  preparationOf?(page: Rendition): Preparation
  /** Whether a page is another one each time, so that nothing about it is remembered. */
  isLive?(page: Rendition): boolean
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
 * @param fetched media types of files that pages may name and never load
 */
export function siteOf(
  renditions: readonly Rendition[],
  root: string,
  fetched: ReadonlySet<string>,
): SiteInMemory {
  const files = new Map(renditions.map((file) => [file.path, file]))
  // The type of a page may not be known before it is read.
  const assets = renditions.filter(
    (file) => file.page === undefined && !fetched.has(file.mediaType),
  )
  const isWord = ({path}: Rendition) => /^[\w.-]+$/.test(basename(path))
  const byName = grouped(assets.filter(isWord), ({path}) => basename(path))
  const always = assets.filter((file) => !isWord(file))

  // A file is reached when its name is written in the page or in a file that is reached. Names
  // that might be written in more than one way count as reached.
  const namedIn = (text: string) => [
    ...[...new Set(text.split(between))].flatMap((name) => byName.get(name) ?? []),
    ...always,
  ]
  const read = remember((file: Rendition) => ({
    hash: sha256(file.content),
    named: typeof file.content === 'string' ? namedIn(file.content) : [],
  }))
  function reach(named: readonly Rendition[], found: Map<string, string>): void {
    for (const file of named) {
      if (found.has(file.path)) continue
      const {hash, named: further} = read(file)
      found.set(file.path, hash)
      reach(further, found)
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
    urlOf: ({path}) => root + inAddress(path.replace(/(^|\/)index\.html$/, '$1')),
    hashOf: remember((page) => {
      const {content, path} = page
      const found = new Map([[path, sha256(content)]])
      reach(
        namedIn(typeof content === 'string' ? content : new TextDecoder().decode(content)),
        found,
      )
      return sha256(JSON.stringify([...found].sort(([a], [b]) => (a < b ? -1 : 1))))
    }),
  }
}

/**
 * The same for a publication of ours, whose policy lets pages load no feed and no file to take along:
 * a new article in a feed changes no page that names the feed.
 */
export function ownSiteOf(renditions: readonly Rendition[], root: string): SiteInMemory {
  return siteOf(renditions, root, takenAlong)
}

const takenAlong: ReadonlySet<string> = new Set([
  'application/atom+xml',
  'application/rss+xml',
  'application/feed+json',
  'application/epub+zip',
  'application/pdf',
])

/** What does not belong to a name that is a word; of an escaped character nothing does. */
const between = /%[\da-f]{2}|[^\w.-]+/i

function remember<Value>(find: (file: Rendition) => Value): (file: Rendition) => Value {
  const known = new Map<Rendition, Value>()
  return (file) => {
    const value = known.get(file) ?? find(file)
    known.set(file, value)
    return value
  }
}

function sameOrigin(url: string, root: string): boolean {
  return URL.canParse(url) && new URL(url).origin === new URL(root).origin
}

/** A path as an address has it: a file may be named by signs that mean something there. */
export function inAddress(path: string): string {
  return encodeURI(path).replace(/[?#]/g, encodeURIComponent)
}

function pathIn(rest: string): string | undefined {
  const path = rest.replace(/[?#].*$/s, '')
  try {
    return decodeURIComponent(path === '' || path.endsWith('/') ? `${path}index.html` : path)
  } catch {
    return undefined
  }
}
