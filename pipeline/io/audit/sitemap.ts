import {gunzipSync} from 'node:zlib'
import {XMLParser} from 'fast-xml-parser'
import {PipelineError} from '../../model/error.ts'

/** The addresses in a sitemap, and the sitemaps that an index points to. */
export interface Sitemap {
  readonly pages: readonly string[]
  readonly sitemaps: readonly string[]
}

const parser = new XMLParser({processEntities: true, ignoreAttributes: true, removeNSPrefix: true})

/**
 * Parses a sitemap or an index of sitemaps (https://www.sitemaps.org/protocol.html), plain or
 * packed by gzip. No entity but XML's own five is expanded.
 *
 * @throws PipelineError `unreadable-file`
 */
export function parseSitemap(bytes: Uint8Array, name: string): Sitemap {
  const text = new TextDecoder().decode(unpacked(bytes, name))
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw refuse(name, 'it declares a document type')
  let tree: unknown
  try {
    tree = parser.parse(text, true)
  } catch (cause) {
    throw refuse(name, cause instanceof Error ? cause.message : String(cause))
  }
  const {urlset, sitemapindex} = Object(tree)
  if (urlset === undefined && sitemapindex === undefined) {
    throw refuse(name, 'it has neither a urlset nor a sitemapindex')
  }
  return {pages: locations(Object(urlset).url), sitemaps: locations(Object(sitemapindex).sitemap)}
}

function unpacked(bytes: Uint8Array, name: string): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, {maxOutputLength: 64 * 2 ** 20})
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw refuse(name, `it cannot be unpacked (${reason})`)
  }
}

function locations(entries: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(entries) ? entries : [entries]
  return list.map((entry) => String(Object(entry).loc ?? '').trim()).filter((loc) => loc !== '')
}

function refuse(name: string, reason: string): PipelineError {
  return new PipelineError(
    'unreadable-file',
    `${name} is not a sitemap: ${reason}.`,
    'Name a sitemap.xml, a folder of pages, or addresses.',
  )
}
