import {toXml} from 'xast-util-to-xml'
import type {x} from 'xastscript'
import type {Text} from '../model/memory.ts'
import type {Sheet} from './page.ts'

/** The names that sitemaps are written in. */
export const sitemapNames = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** A whole document. */
export function xml(tree: ReturnType<typeof x>): string {
  // The serialiser leaves `]]>` in text, which XML forbids (2.4); we write no CDATA section ourselves.
  const body = toXml(tree).replaceAll(']]>', ']]&gt;')
  return `<?xml version="1.0" encoding="utf-8"?>\n${body}\n`
}

/** A file that is about the publication as a whole. */
export function xmlFile(path: string, write: () => Text): Sheet {
  return {
    path,
    mediaType: 'application/xml',
    write,
    locale: undefined,
    article: undefined,
    page: undefined,
  }
}
