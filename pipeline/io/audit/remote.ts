import type {End} from '../../model/audit.ts'
import type {Finding} from '../../model/finding.ts'
import type {Preparation, Request} from '../../model/preparation.ts'
import type {Rendition} from '../../model/rendition.ts'
import type {Cache} from '../cache.ts'
import type {Site} from '../site.ts'
import {fetchFile, mayReach, plainly, unnamedType, type Manner} from './fetch.ts'
import {severally} from '../severally.ts'
import {fileOf, mostOfPage} from './folder.ts'
import {askNow} from './live.ts'
import {headersAt} from './own-headers.ts'
import type {NamedPage} from './page-names.ts'
import {sha256} from '../digest.ts'
import {unread} from './unread.ts'

/** Pages at addresses, fetched, and what they load. */
export interface RemoteSite {
  readonly renditions: readonly Rendition[]
  readonly pages: readonly string[]
  readonly findings: readonly Finding[]
  readonly ends: ReadonlyMap<string, End>
  readonly siteOf: () => Site
  /** Remembers what the pages' scripts asked for, so that the next run knows what they depend on. */
  readonly remember: () => Promise<void>
}

type Known = Rendition | 'missing' | 'foreign'

/**
 * Fetches the pages and every file that their markup and style sheets name, on allowed hosts. What is
 * asked for with headers of its own is told apart from what is not.
 */
export async function readRemote(
  named: readonly NamedPage[],
  hosts: readonly string[],
  preparationOf: (path: string) => Preparation,
  cache: Cache,
  tell: (done: number, of: number) => void,
): Promise<RemoteSite> {
  const asked = new Set<string>()
  const origins = new Set(named.map(({url}) => new URL(url).origin))
  const addresses = new Map(named.map(({path, url}) => [path, url]))
  const pages = new Map<string, {readonly url: string; readonly page: Rendition}>()
  const findings: Finding[] = []
  const ends = new Map<string, End>()
  const shelves = new Map<string, Shelf>()
  const shelfOf = (path: string): Shelf => {
    const {request} = preparationOf(path)
    const url = addresses.get(path) ?? ''
    const isPlain = Object.keys(request.headers).length === 0
    const key = isPlain ? '' : JSON.stringify([request.headers, new URL(url).host])
    const shelf = shelves.get(key) ?? openShelf(request, url, hosts)
    shelves.set(key, shelf)
    return shelf
  }

  let done = 0
  const inOrder = named.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const answers = await severally(inOrder, atOnce, async (page) => {
    const answer = await readPage(page, preparationOf(page.path).request, shelfOf(page.path), hosts)
    tell(++done, named.length)
    return {...page, answer}
  })
  for (const {url: address, path, answer} of answers) {
    if (typeof answer === 'string') {
      findings.push(unread(path, answer))
      continue
    }
    const {url, page} = answer
    const shelf = shelfOf(path)
    ends.set(path, {asked: bare(address), end: bare(url)})
    // What is done on the page begins where it was asked for.
    const hash = new URL(address).hash
    pages.set(path, {url: hash === '' ? url : bare(url) + hash, page})
    if (!shelf.known.has(bare(url))) shelf.known.set(bare(url), page)
    await shelf.gather(page, url)
  }
  const memory = `audit ${[...origins].sort().join(' ')}`
  const before = await cache.get(memory)
  const remembered = Array.isArray(before) ? [...new Set(before.map(String))] : []
  for (const shelf of shelves.values()) await severally(remembered, atOnce, (url) => shelf.get(url))

  const everything = sha256(
    JSON.stringify(
      [...shelves].map(([key, {known}]) => [
        key,
        [...known]
          .flatMap(([url, file]) =>
            typeof file === 'object' && file.page === undefined
              ? `${url} ${sha256(file.content)}`
              : [],
          )
          .sort(),
      ]),
    ),
  )
  const isLive = ({path}: Rendition) => preparationOf(path).actions.length > 0
  return {
    renditions: [...pages.values()].map(({page}) => page),
    pages: named.map(({path}) => path).sort(),
    findings,
    ends,
    siteOf: () => ({
      isLive,
      async answer(url, page, request) {
        const own = pages.get(page.path)
        const about = {...preparationOf(page.path), page: own?.url ?? '', hosts}
        if (isLive(page)) return askNow(url, request, about)
        // Of two pages at one address each is its own.
        if (request.goes === 'open' && own !== undefined) return own.page
        const shelf = shelfOf(page.path)
        if (!shelf.known.has(bare(url)) && mayReach(url, hosts)) asked.add(bare(url))
        return shelf.get(url)
      },
      urlOf: ({path}) => pages.get(path)?.url ?? 'about:blank',
      hashOf: (page) => sha256(JSON.stringify([page.path, sha256(page.content), everything])),
    }),
    async remember() {
      const all = [...new Set([...remembered, ...asked])]
      if (asked.size > 0) await cache.put(memory, all.sort().slice(0, 2000))
    },
  }
}

/** A page as it was found, or in words why there is none. */
async function readPage(
  {url: address, path}: NamedPage,
  {method, body}: Request,
  {manner}: Shelf,
  hosts: readonly string[],
): Promise<{readonly url: string; readonly page: Rendition} | string> {
  try {
    const {url, status, mediaType, bytes} = await fetchFile(address, hosts, {
      ...manner,
      method,
      body: /^(GET|HEAD)$/.test(method) ? undefined : body,
    })
    if (status >= 400) throw new Error(`the server answered ${status}`)
    if (bytes.length > mostOfPage) throw new Error(`it is larger than ${mostOfPage / 2 ** 20} MB`)
    const page = {...fileOf(path, bytes, mediaType), page: 'audited' as const}
    if (status === 204 || status === 205 || status === 304)
      throw new Error(`the server answered ${status}, without a page`)
    if (mediaType === unnamedType)
      throw new Error('the server does not say what it is (its answer has no Content-Type)')
    if (!/^(text\/html|application\/xhtml\+xml)\b/i.test(mediaType))
      throw new Error(`it is ${mediaType}, not a page`)
    return {url, page}
  } catch (error) {
    return reasonOf(error)
  }
}

/** Files that were asked for in one manner, by their addresses. */
interface Shelf {
  readonly manner: Manner
  readonly known: Map<string, Known>
  get(url: string): Promise<Known>
  /** Fetches what a file names, and what that names, up to a limit. */
  gather(file: Known, base: string): Promise<void>
}

/** Frames may lead from one to the next without end; what is asked for later is remembered. */
const mostGathered = 1000

function openShelf(request: Request, page: string, hosts: readonly string[]): Shelf {
  const known = new Map<string, Known>()
  const headersFor = (url: string) => Promise.resolve(headersAt(url, request, page, hosts))
  const manner = {...plainly, headersFor}

  async function get(url: string): Promise<Known> {
    const found = known.get(bare(url))
    if (found !== undefined) return found
    const answer = await ask(bare(url))
    known.set(bare(url), answer)
    return answer
  }
  async function ask(url: string): Promise<Known> {
    if (!mayReach(url, hosts)) return 'foreign'
    try {
      const {status, mediaType, bytes} = await fetchFile(url, hosts, manner)
      return status < 400 ? {...fileOf(url, bytes, mediaType), page: undefined} : 'missing'
    } catch {
      return 'missing'
    }
  }
  async function gather(first: Known, start: string): Promise<void> {
    let count = 0
    let wave = [{file: first, base: start}]
    while (wave.length > 0) {
      const named = new Set(wave.flatMap(({file, base}) => namesIn(file, base)))
      const urls = [...named].filter((url) => !known.has(url)).slice(0, mostGathered - count)
      count += urls.length
      wave = await severally(urls, atOnce, async (url) => ({file: await get(url), base: url}))
    }
  }
  return {manner, known, get, gather}
}

/** How many files a server is asked for at once: as many as a browser would, and no more than it bears. */
const atOnce = 6

function bare(url: string): string {
  return url.replace(/#.*$/s, '')
}

/** "fetch failed" says nothing; what it failed for stands behind it. */
function reasonOf(error: unknown): string {
  const {message, cause, name} = Object(error)
  if (name === 'TimeoutError') return 'the server did not finish its answer within half a minute'
  const {message: deeper, code} = Object(cause)
  return String(deeper || code || message || error)
}

/** Addresses that a page or a style sheet names to be loaded: for the key, not for the browser. */
function namesIn(file: Known, base: string): readonly string[] {
  if (typeof file !== 'object' || typeof file.content !== 'string') return []
  const {content: text, mediaType} = file
  const loads =
    /<(?:link(?=[^>]*\brel\s*=\s*["']?[^"'>]*\b(?:stylesheet|icon|preload|modulepreload|manifest)\b)|script|img|source|iframe|frame|embed|object|video|audio|track|input|image|use)\b[^>]*>/gi
  const attribute = /\b(?:src|href|data|poster|srcset)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi
  const fromTags = (text.match(loads) ?? []).flatMap((tag) =>
    [...tag.matchAll(attribute)].flatMap(([kind, value = '']) => {
      const name = value.replace(/^["']|["']$/g, '').trim()
      return /srcset/i.test(kind)
        ? name.split(/,\s+/).map((one) => one.split(/\s+/)[0] ?? '')
        : name
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
