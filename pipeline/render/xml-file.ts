import type {x} from 'xastscript'
import type {Text} from '../model/memory.ts'
import type {Sheet} from './page.ts'
import {writeXml} from './write-xml.ts'

/** The names that sitemaps are written in. */
export const sitemapNames = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** A whole document. */
export function xml(tree: ReturnType<typeof x>): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${writeXml(tree)}\n`
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
