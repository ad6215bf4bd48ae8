import type {Brief} from '../model/brief.ts'
import type {DownloadFormat} from '../model/publication.ts'
import {articlePath, type Addresses} from './addresses.ts'
import type {Download} from './view.ts'

/** A file that an edition can be taken along as, and how large it is. */
export interface MadeDownload {
  readonly format: DownloadFormat
  readonly path: string
  readonly bytes: number
}

/** Edition (`ko/slug/`) → its files. */
export type Downloads = ReadonlyMap<string, readonly MadeDownload[]>

/** Media types of downloads. */
export const downloadTypes: Readonly<Record<DownloadFormat, string>> = {
  epub: 'application/epub+zip',
  pdf: 'application/pdf',
}

/** Where a download lies: beside the page, under the article's name. */
export function downloadPath(
  edition: Pick<Brief, 'locale' | 'slug'>,
  format: DownloadFormat,
): string {
  return `${articlePath(edition)}${edition.slug}.${format}`
}

/** How a page offers its downloads. */
export function downloadLinks(
  edition: Brief,
  downloads: Downloads,
  to: Addresses,
): readonly Download[] {
  return (downloads.get(articlePath(edition)) ?? []).map(({format, path, bytes}) => ({
    format: format === 'epub' ? 'EPUB' : 'PDF',
    mediaType: downloadTypes[format],
    href: to.link(path),
    size: sizeIn(edition.locale, bytes),
  }))
}

/** A size in bytes as readers of the language write it. */
export function sizeIn(tag: string, bytes: number): string {
  const isLarge = bytes >= 1e6
  return new Intl.NumberFormat(tag, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    unitDisplay: 'short',
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(Math.max(1, bytes / (isLarge ? 1e6 : 1e3)))
}
