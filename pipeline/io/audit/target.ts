import {existsSync, statSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {basename, dirname, resolve} from 'node:path'
import type {AuditTarget} from '../../model/audit.ts'
import {decoded} from '../../model/decoded.ts'
import {PipelineError} from '../../model/error.ts'
import type {Preparation} from '../../model/preparation.ts'
import type {Rendition} from '../../model/rendition.ts'
import type {Cache} from '../cache.ts'
import {inAddress, type Site} from '../site.ts'
import {fetchFile, mayReach, plainly} from './fetch.ts'
import {folderSite} from './folder-site.ts'
import {mostOfPage, readSite} from './folder.ts'
import {pageNames} from './page-names.ts'
import {partFinding, partsAmong} from './parts.ts'
import {readRemote} from './remote.ts'
import {parseSitemap} from './sitemap.ts'
import {unread} from './unread.ts'

/** How a target is to be read. */
export interface Reading {
  readonly cwd: string
  /** The folder of results and reports: no part of a site it is in. */
  readonly out: string
  /** Hosts beside this machine that may be asked. */
  readonly hosts: readonly string[]
  /** The address a folder is served at. */
  readonly url: string | undefined
  /** What is found in a sitemap's addresses, each time, and what takes its place. */
  readonly find: RegExp | undefined
  readonly replace: string | undefined
  /** Fits a part of those addresses of a sitemap that are left out. */
  readonly exclude: RegExp | undefined
  /** What is done with a page before it is looked at. */
  readonly preparationOf: (path: string) => Preparation
  /** Called when a page at an address has been read, or could not be. */
  readonly tell: (done: number, of: number) => void
}

/** A target that was read, and what answers to its pages' requests. */
export interface OpenTarget extends AuditTarget {
  readonly siteOf: (renditions: readonly Rendition[], url: string) => Site
  readonly remember: () => Promise<void>
}

/**
 * Reads what `galley audit` is pointed at: one folder or page on disk, one sitemap (a file or an
 * address), or addresses.
 *
 * @throws PipelineError `usage`, `unreadable-file`
 */
export async function openTarget(
  operands: readonly string[],
  reading: Reading,
  cache: Cache,
): Promise<OpenTarget> {
  const [operand = ''] = operands
  const name = operands.join(' ')
  if (operands.every((one) => /^https?:\/\//i.test(one))) {
    const [sitemaps, listed] = [
      operands.filter(isSitemap),
      operands.filter((one) => !isSitemap(one)),
    ]
    const found = await Promise.all(sitemaps.map((one) => readSitemap(one, reading)))
    const urls = found.flatMap(({pages}) => pages).filter((one) => !listed.includes(one))
    return remote(name, [...listed, ...new Set(urls)], reading, cache)
  }
  if (operands.length > 1) {
    throw usage(
      'Several targets must all be addresses.',
      'Name one folder, one sitemap, or addresses that begin with http://.',
    )
  }
  const path = resolve(reading.cwd, operand)
  if (!existsSync(path))
    throw usage(
      `${operand} is not there.`,
      'Name a folder of pages, a page, a sitemap, or addresses that begin with http://.',
    )
  if (statSync(path).isDirectory()) return folder(name, path, undefined, reading)
  if (/\.(html?|xhtml)$/i.test(path)) return folder(name, dirname(path), [basename(path)], reading)
  const {pages} = await readSitemap(path, reading)
  if (pages.every((url) => mayReach(url, reading.hosts))) return remote(name, pages, reading, cache)
  // A sitemap beside the pages it lists: they are read from there, not from where they will be.
  const first = pages.find((url) => /^https?:/i.test(url))
  const isOwn = (url: string) => first !== undefined && siteIn(url) === siteIn(first)
  const paths = pages.filter(isOwn).map((url) => decoded(new URL(url).pathname.slice(1)))
  const origin = first === undefined ? 'http://localhost' : new URL(first).origin
  const own = await folder(name, dirname(path), paths, {
    ...reading,
    url: reading.url ?? `${origin}/`,
  })
  const strange = pages.filter((url) => !isOwn(url))
  return {
    ...own,
    pages: [...own.pages, ...strange].sort(),
    findings: [...own.findings, ...strange.map((url) => unread(url, isElsewhere))],
  }
}

/** Whose pages an address is of: `www.` and the protocol make no other site. */
function siteIn(url: string): string {
  const {protocol, host} = new URL(url)
  return /^https?:$/.test(protocol) ? host.replace(/^www\./, '') : protocol
}

const isElsewhere =
  'it is at another host than the first page of the sitemap, and none of this folder’s'

async function folder(
  name: string,
  path: string,
  only: readonly string[] | undefined,
  reading: Reading,
): Promise<OpenTarget> {
  const {renditions, tooLarge, linksOut} = await readSite(path, reading.out)
  const url = reading.url ?? 'http://localhost/'
  const site = folderSite(renditions, url)
  const asked = only?.map((one) => {
    const found = site.answer(url + inAddress(one))
    return typeof found === 'object' && found.page !== undefined ? found.path : one
  })
  const all = renditions.filter(({page}) => page !== undefined).map((page) => page.path)
  const parts: ReadonlySet<string> = asked
    ? new Set()
    : partsAmong(renditions.filter(({page}) => page !== undefined))
  const whole = all.filter((one) => !parts.has(one))
  const pages = [...new Set(asked ?? [...whole, ...tooLarge, ...linksOut.pages])].sort()
  const isRead = new Set(all)
  const reasonOf = (one: string) => {
    if (tooLarge.includes(one)) return tooLargeWords
    return [linksOut.pages, linksOut.folders].flat().includes(one) ? leadsOut : noSuchPage
  }
  // What is to be judged is read before anything is.
  const wanted = new Set(pages)
  for (const page of renditions) if (wanted.has(page.path)) void page.content
  return {
    name,
    url,
    renditions: renditions.map((one) => (parts.has(one.path) ? {...one, page: undefined} : one)),
    folder: path,
    isPart: false,
    pages,
    findings: [
      ...[...pages.filter((one) => !isRead.has(one)), ...(only ? [] : linksOut.folders)].map(
        (one) => unread(one, reasonOf(one)),
      ),
      ...[...parts].sort().map(partFinding),
    ],
    ends: new Map(),
    siteOf: folderSite,
    remember: () => Promise.resolve(),
  }
}

const noSuchPage = 'there is no such page in the folder'
const leadsOut = 'it is a symbolic link to pages outside of the folder, or hidden in it'
const tooLargeWords = `it is larger than ${mostOfPage / 2 ** 20} MB`

async function remote(
  name: string,
  urls: readonly string[],
  reading: Reading,
  cache: Cache,
): Promise<OpenTarget> {
  const barred = urls.find((url) => !mayReach(url, reading.hosts))
  if (barred !== undefined) {
    const host = URL.canParse(barred) ? new URL(barred).host : barred
    throw usage(
      `${barred} is not on this machine.`,
      `Allow its host with --host ${host}, or serve the pages here.`,
    )
  }
  const read = await readRemote(
    pageNames(urls),
    reading.hosts,
    reading.preparationOf,
    cache,
    reading.tell,
  )
  const origin = urls[0] === undefined ? 'http://localhost' : new URL(urls[0]).origin
  return {...read, name, url: `${origin}/`, folder: undefined, isPart: true}
}

function isSitemap(url: string): boolean {
  return /\.xml(\.gz)?($|[?#])/.test(url)
}

async function readSitemap(
  start: string,
  reading: Reading,
): Promise<{readonly pages: readonly string[]}> {
  const pages = new Set<string>()
  const seen = new Set<string>()
  const queue = [start]
  for (const name of queue) {
    if (seen.has(name)) continue
    seen.add(name)
    if (seen.size > 1000) {
      throw usage(`${start} leads to more than 1000 sitemaps.`, 'Audit them one by one.')
    }
    const found = parseSitemap(await bytesOf(name, reading), name)
    for (const url of found.pages) {
      const {find, replace, exclude} = reading
      if (exclude !== undefined && url.search(exclude) >= 0) continue
      const mapped = find === undefined ? url : url.replaceAll(find, replace ?? '')
      if (!URL.canParse(mapped))
        throw usage(`${name} lists "${mapped}", which is not an address.`, 'Mend the sitemap.')
      pages.add(mapped)
    }
    queue.push(...found.sitemaps.map((one) => beside(name, one, reading)))
  }
  return {pages: [...pages].sort()}
}

/** A sitemap that an index on disk points to lies beside it, by its name. */
function beside(index: string, address: string, {find, replace}: Reading): string {
  const mapped = find === undefined ? address : address.replaceAll(find, replace ?? '')
  if (/^https?:/.test(index)) return mapped
  return resolve(dirname(index), basename(URL.canParse(mapped) ? new URL(mapped).pathname : mapped))
}

async function bytesOf(name: string, {hosts}: Reading): Promise<Uint8Array> {
  try {
    if (!/^https?:/.test(name)) return await readFile(name)
    const {status, bytes} = await fetchFile(name, hosts, plainly)
    if (status >= 400) throw new Error(`the server answered ${status}`)
    return bytes
  } catch (cause) {
    throw new PipelineError(
      'unreadable-file',
      `${name} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`,
      'Check the address, or allow its host with --host.',
      {cause},
    )
  }
}

function usage(message: string, advice: string): PipelineError {
  return new PipelineError('usage', message, advice)
}
