import {readFileSync, type Dirent} from 'node:fs'
import {opendir, readdir, readFile, realpath, stat} from 'node:fs/promises'
import {join, relative} from 'node:path'
import sniffEncoding from 'html-encoding-sniffer'
import mime from 'mime'
import {PipelineError} from '../../model/error.ts'
import type {Rendition} from '../../model/rendition.ts'
import {severally} from '../severally.ts'

const isPage = /\.(html?|xhtml|xht)$/i

/** Fewer files than a system lets a program open, 256 at the least. */
const atOnce = 100

/** Bytes: the largest pages that there are have 13 MB (the HTML standard). Its tree takes fifty times as much. */
export const mostOfPage = 16 * 2 ** 20

/** Bytes: pages show videos and offer archives, which nobody looks into. */
const mostOfFile = 512 * 2 ** 20

/** Entries of a folder that a link leads to: what holds more may hold a page. */
const mostSought = 20_000

/** The files of a folder, and the paths of what else a server may show as pages. */
export interface SiteFiles {
  readonly renditions: readonly Rendition[]
  readonly tooLarge: readonly string[]
  /** Symbolic links out of the folder, or to what is hidden in it: those that are pages, and those to folders of pages. */
  readonly linksOut: {readonly pages: readonly string[]; readonly folders: readonly string[]}
}

const isLeftOut = /(^|\/)(\.|node_modules\/)/

/**
 * Every file of a folder that somebody else built, as it would be served. Hidden files, packages
 * and symbolic links to folders or out of the folder are left out; where pages are behind such a link
 * out, which a server may show and nobody here looks at, it is named. Pages are read when somebody asks
 * for what they hold: of a large folder few may be wanted. A page too large to be looked at is there for
 * those who link to it, and no page; so is any other file that no program could hold, without its bytes.
 *
 * @param reports where an audit writes what it found: no part of the site, unless it is the target
 * @throws PipelineError `unreadable-file`
 */
export async function readSite(folder: string, reports: string): Promise<SiteFiles> {
  try {
    const root = await realpath(folder)
    const ours = within(root, await realpath(reports).catch(() => root))
    const isOurs = (path: string) => ours !== '' && path.startsWith(`${ours}/`)
    const entries = await readdir(root, {recursive: true, withFileTypes: true})
    const files = await Promise.all(
      entries.map(async (entry) => {
        const path = within(root, join(entry.parentPath, entry.name))
        if (isLeftOut.test(path) || isOurs(path)) return []
        return [{path, ...(await behind(entry, root))}]
      }),
    )
    const all = files.flat().sort((one, other) => (one.path < other.path ? -1 : 1))
    const sorted = all.flatMap(({path, file}) => (file === undefined ? [] : [{path, file}]))
    const unread = all.filter(({out}) => out !== undefined)
    const renditions = await severally(sorted, atOnce, async ({path, file}) => {
      const {size} = await stat(file)
      const isWanted = isPage.test(path)
      if (size > (isWanted ? mostOfPage : mostOfFile)) return withoutBytes(path, size)
      return isWanted ? pageLater(path, file) : fileOf(path, await readFile(file))
    })
    const tooLarge = renditions.filter(({path, page}) => isPage.test(path) && page === undefined)
    const linksTo = (kind: 'page' | 'folder') =>
      unread.flatMap(({path, out}) => (out === kind ? [path] : []))
    return {
      renditions,
      tooLarge: tooLarge.map(({path}) => path),
      linksOut: {pages: linksTo('page'), folders: linksTo('folder')},
    }
  } catch (cause) {
    throw unreadable(folder, cause)
  }
}

/** That a folder, or something in it, cannot be read. */
function unreadable(folder: string, cause: unknown): PipelineError {
  return new PipelineError(
    'unreadable-file',
    `${folder} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`,
    'Check that it is there and yours to read, and that nobody builds the site meanwhile.',
    {cause},
  )
}

/** What an entry is: a file, by where its bytes are; a way out to pages that are not read; or nothing. */
interface Behind {
  readonly file?: string
  readonly out?: 'page' | 'folder'
}

/** What is behind an entry: a file, a link to one that is served here itself, or a link out of the folder. */
async function behind(entry: Dirent, root: string): Promise<Behind> {
  const path = join(entry.parentPath, entry.name)
  if (entry.isFile()) return {file: path}
  if (!entry.isSymbolicLink()) return {}
  const real = await realpath(path).catch(() => undefined)
  if (real === undefined) return {}
  const isFile = (await stat(real)).isFile()
  // A path that leads out of the folder begins with two dots.
  if (!isLeftOut.test(within(root, real))) return isFile ? {file: real} : {}
  if (isFile) return isPage.test(path) ? {out: 'page'} : {}
  return (await holdsPages(real)) ? {out: 'folder'} : {}
}

/** Whether a page is in a folder, packages apart; of one that nobody may look through, nobody knows. */
async function holdsPages(folder: string): Promise<boolean> {
  if (/(^|\/)node_modules(\/|$)/.test(folder)) return false
  let seen = 0
  try {
    for await (const {name} of await opendir(folder, {recursive: true})) {
      if (isPage.test(name) || ++seen > mostSought) return true
    }
    return false
  } catch {
    return true
  }
}

function within(root: string, path: string): string {
  return relative(root, path).replaceAll('\\', '/')
}

/**
 * A page that is read once, by whoever asks first for what it holds. One that is gone by then, as when
 * the site is built anew, ends the run.
 */
function pageLater(path: string, file: string): Rendition {
  let whole: Rendition | undefined
  const read = () => (whole ??= fileOf(path, bytesOf(file)))
  return {
    path,
    locale: undefined,
    article: undefined,
    page: 'audited',
    get mediaType() {
      return read().mediaType
    },
    get content() {
      return read().content
    },
  }
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (cause) {
    throw unreadable(file, cause)
  }
}

/** A file that is there; another size is another file. */
function withoutBytes(path: string, size: number): Rendition {
  const content = Buffer.from(`${size} bytes`)
  const mediaType = mime.getType(path) ?? 'application/octet-stream'
  return {path, mediaType, content, locale: undefined, article: undefined, page: undefined}
}

/** A file by its bytes: text where its encoding is known, so that it is served and hashed as such. */
export function fileOf(path: string, bytes: Uint8Array, mediaType?: string): Rendition {
  const type = mediaType ?? mime.getType(path) ?? 'application/octet-stream'
  const isHtml = /^(text\/html|application\/xhtml)/.test(type)
  const text = /^text\/|json|xml|javascript/.test(type) ? decoded(bytes, type, isHtml) : undefined
  return {
    path,
    mediaType: text === undefined ? type : `${type.replace(/;.*$/s, '')}; charset=utf-8`,
    content: text ?? bytes,
    locale: undefined,
    article: undefined,
    page: isPage.test(path) || isHtml ? 'audited' : undefined,
  }
}

/** What is neither UTF-8 nor says what else it is stays bytes, for the browser to guess at. */
function decoded(bytes: Uint8Array, type: string, isHtml: boolean): string | undefined {
  const [, label] = /;\s*charset="?([^";\s]+)/i.exec(type) ?? []
  const utf8 = decodedAs('utf-8', bytes, isHtml)
  if (utf8 !== undefined || !isHtml) return utf8
  const encoding = sniffEncoding(bytes, {
    ...(label !== undefined && {transportLayerEncodingLabel: label}),
    defaultEncoding: 'UTF-8',
  })
  return decodedAs(encoding, bytes, isHtml)
}

/** A page's byte order mark is not of its text; in other files it is part of what `integrity` names. */
function decodedAs(encoding: string, bytes: Uint8Array, isHtml: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, {fatal: true, ignoreBOM: !isHtml}).decode(bytes)
  } catch {
    return undefined
  }
}
