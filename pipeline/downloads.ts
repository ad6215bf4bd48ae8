import type {Filed} from './model/brief.ts'
import type {DownloadFormat} from './model/publication.ts'
import type {Rendition} from './model/rendition.ts'
import {articlePath} from './render/addresses.ts'
import {bookOf, type Book} from './render/book.ts'
import {downloadPath, downloadTypes, type MadeDownload} from './render/downloads.ts'
import {bookFonts, epubOf} from './render/epub.ts'
import {isFallback} from './render/fallback.ts'
import {printOf} from './render/print.ts'
import type {RenderContext} from './render/render.ts'
import {site, type Site} from './render/site.ts'
import type {Developed, Host} from './host.ts'

/** The files that editions can be taken along as. */
export interface Taken extends Developed {
  /** Edition (`ko/slug/`) → its files, for the pages that offer them. */
  readonly downloads: ReadonlyMap<string, readonly MadeDownload[]>
}

/**
 * Make an EPUB and a print of each edition, as the publication wants. They know of no other
 * edition: what is held or released beside them does not change their bytes.
 */
export async function makeDownloads(
  editions: readonly Filed[],
  context: RenderContext,
  host: Pick<Host, 'develop' | 'draw' | 'subset'>,
): Promise<Taken> {
  const wanted = context.config.downloads ?? []
  if (wanted.length === 0) return {renditions: [], findings: [], downloads: new Map()}
  const place = site(
    editions.map(({brief}) => brief),
    context,
  )
  // Where nothing is translated there is nothing of its own to take along.
  const books = editions.filter(({brief}) => !isFallback(brief)).map((one) => bookOf(one, place))
  const developed = await host.develop(books.flatMap(({images}) => images.map(requestOf)))
  const bytes = new Map(developed.renditions.map(({path, content}) => [path, bytesOf(content)]))
  // An image that could not be made is found on the page; a book without it is none.
  const whole = books.filter(({images}) => images.every(({request}) => bytes.has(request.path)))
  const imagesOf = ({images}: Book) =>
    new Map(
      images.map(({name, request}) => [name, bytes.get(request.path) ?? new Uint8Array()] as const),
    )
  const toBind = wanted.includes('epub') ? whole : []
  const fontsOf = await cutFor(toBind, place, host)
  const epubs = toBind.map((book) =>
    fileOf(book, 'epub', epubOf(book, imagesOf(book), fontsOf(book), place)),
  )
  const prints = await host.draw(
    wanted.includes('pdf') ? whole.map((book) => printOf(book, imagesOf(book), place)) : [],
  )
  const renditions = [...epubs, ...prints.renditions]
  return {renditions, findings: prints.findings, downloads: offered(whole, renditions, place)}
}

/** The fonts of each book, by their paths in it. */
async function cutFor(
  books: readonly Book[],
  place: Site,
  {subset}: Pick<Host, 'subset'>,
): Promise<(book: Book) => ReadonlyMap<string, Uint8Array>> {
  const wanted = new Map(books.map((book) => [book, bookFonts(book, place).requests]))
  const requests = new Map([...wanted.values()].flat().map((one) => [one.path, one]))
  if (requests.size === 0) return () => new Map()
  const cut = await subset([...requests.values()])
  const bytes = new Map(cut.map(({path, content}) => [path, bytesOf(content)]))
  return (book) =>
    new Map(
      (wanted.get(book) ?? []).map(
        ({path}) => [path, bytes.get(path) ?? new Uint8Array()] as const,
      ),
    )
}

function offered(books: readonly Book[], renditions: readonly Rendition[], {config}: Site) {
  const sizes = new Map(renditions.map(({path, content}) => [path, bytesOf(content).length]))
  return new Map(
    books.map(({brief}) => [
      articlePath(brief),
      (config.downloads ?? []).flatMap((format) => {
        const path = downloadPath(brief, format)
        const size = sizes.get(path)
        return size === undefined ? [] : [{format, path, bytes: size}]
      }),
    ]),
  )
}

function requestOf({request}: Book['images'][number]) {
  return request
}

function fileOf({brief}: Book, format: DownloadFormat, content: Uint8Array): Rendition {
  return {
    path: downloadPath(brief, format),
    mediaType: downloadTypes[format],
    content,
    locale: brief.locale,
    article: brief.slug,
    page: undefined,
  }
}

function bytesOf(content: Rendition['content']): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}
