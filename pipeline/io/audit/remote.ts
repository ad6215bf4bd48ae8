import type {Finding} from '../../model/finding.ts'
import type {Rendition} from '../../model/rendition.ts'
import type {Cache} from '../cache.ts'
import type {Site} from '../site.ts'
import {fetchFile, mayReach} from './fetch.ts'
import {fileOf} from './folder.ts'
import {unread} from './unread.ts'
import {sha256} from '../digest.ts'

/** Pages at addresses, fetched, and what they load. */
export interface RemoteSite {
  readonly renditions: readonly Rendition[]
  readonly pages: readonly string[]
  readonly findings: readonly Finding[]
  readonly siteOf: () => Site
  /** Remembers what the pages' scripts asked for, so that the next run knows what they depend on. */
  readonly remember: () => Promise<void>
}

type Known = Rendition | 'missing' | 'foreign'

/** Fetches the pages and every file that their markup and style sheets name, on allowed hosts. */
export async function readRemote(
  urls: readonly string[],
  hosts: readonly string[],
  cache: Cache,
): Promise<RemoteSite> {
  const known = new Map<string, Known>()
  const asked = new Set<string>()
  const origins = new Set(urls.map((url) => new URL(url).origin))
  const pathOf = (url: string) => pathIn(url, origins.size > 1)
  const pages: {readonly path: string; readonly url: string; readonly page: Rendition}[] = []
  const findings: Finding[] = []

  async function get(url: string): Promise<Known> {
    const bare = url.replace(/#.*$/s, '')
    const found = known.get(bare)
    if (found !== undefined) return found
    const answer = await ask(bare)
    known.set(bare, answer)
    return answer
  }
  async function ask(url: string): Promise<Known> {
    if (!mayReach(url, hosts)) return 'foreign'
    try {
      const {status, mediaType, bytes} = await fetchFile(url, hosts)
      return status < 400 ? {...fileOf(pathOf(url), bytes, mediaType), page: undefined} : 'missing'
    } catch {
      return 'missing'
    }
  }
  async function gather(file: Known, base: string): Promise<void> {
    if (typeof file !== 'object' || typeof file.content !== 'string') return
    for (const url of namesIn(file, base)) {
      const isNew = !known.has(url)
      const next = await get(url)
      if (isNew) await gather(next, url)
    }
  }

  for (const address of [...new Set(urls)].sort()) {
    const path = pathOf(address)
    try {
      const {url, status, mediaType, bytes} = await fetchFile(address, hosts)
      if (status >= 400) throw new Error(`the server answered ${status}`)
      const page = {...fileOf(path, bytes, mediaType), page: 'audited' as const}
      if (!/html|xml/.test(mediaType)) throw new Error(`it is ${mediaType}, not a page`)
      known.set(url.replace(/#.*$/s, ''), page)
      pages.push({path, url, page})
      await gather(page, url)
    } catch (error) {
      findings.push(unread(path, reasonOf(error)))
    }
  }
  const memory = `audit ${[...origins].sort().join(' ')}`
  const before = await cache.get(memory)
  for (const url of Array.isArray(before) ? before.map(String) : []) await get(url)

  const files = () =>
    [...known].flatMap(([url, file]) => (typeof file === 'object' ? [{url, file}] : []))
  const everything = sha256(
    JSON.stringify(
      files()
        .filter(({file}) => file.page === undefined)
        .map(({url, file}) => `${url} ${sha256(file.content)}`)
        .sort(),
    ),
  )
  return {
    renditions: pages.map(({page}) => page),
    pages: [...new Set(urls.map(pathOf))].sort(),
    findings,
    siteOf: () => ({
      async answer(url) {
        const bare = url.replace(/#.*$/s, '')
        if (!known.has(bare) && mayReach(bare, hosts)) asked.add(bare)
        return get(url)
      },
      urlOf: ({path}) => pages.find((one) => one.path === path)?.url ?? 'about:blank',
      hashOf: (page) => sha256(JSON.stringify([page.path, sha256(page.content), everything])),
    }),
    async remember() {
      const all = [...new Set([...(Array.isArray(before) ? before.map(String) : []), ...asked])]
      if (asked.size > 0) await cache.put(memory, all.sort().slice(0, 2000))
    },
  }
}

/** "fetch failed" says nothing; what it failed for stands behind it. */
function reasonOf(error: unknown): string {
  const {message, cause} = Object(error)
  const {message: deeper, code} = Object(cause)
  return String(deeper || code || message || error)
}

/** `http://localhost:8080/a/b.html?c` → `a/b.html?c`, with the host where there are several. */
function pathIn(url: string, several: boolean): string {
  const {host, pathname, search} = new URL(url)
  const path = pathname.slice(1) + (pathname.endsWith('/') ? 'index.html' : '') + search
  return several ? `${host}/${path}` : path
}

/** Addresses that a page or a style sheet names to be loaded: for the key, not for the browser. */
function namesIn({content, mediaType}: Rendition, base: string): readonly string[] {
  const text = String(content)
  const loads =
    /<(?:link|script|img|source|iframe|frame|embed|object|video|audio|track|input|image|use)\b[^>]*>/gi
  const attribute = /\b(?:src|href|data|poster|srcset)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi
  const fromTags = (text.match(loads) ?? []).flatMap((tag) =>
    [...tag.matchAll(attribute)].flatMap(([name, value = '']) => {
      const bare = value.replace(/^["']|["']$/g, '').trim()
      return /srcset/i.test(name)
        ? bare.split(/,\s+/).map((one) => one.split(/\s+/)[0] ?? '')
        : bare
    }),
  )
  const isStyled = /css|html/.test(mediaType)
  const fromStyles = isStyled
    ? [...text.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/gi)].map(
        ([, one, other]) => one ?? other ?? '',
      )
    : []
  return [...fromTags, ...fromStyles]
    .filter((address) => address !== '' && URL.canParse(address, base))
    .map((address) => new URL(address, base).href.replace(/#.*$/s, ''))
    .filter((url) => /^https?:/.test(url))
}
