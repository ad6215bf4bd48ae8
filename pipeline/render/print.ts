import type {DrawRequest} from '../model/drawing.ts'
import {drawnWithoutEmoji} from '../words/emoji.ts'
import type {Book} from './book.ts'
import {downloadPath} from './downloads.ts'
import {fontPackages} from './faces.ts'
import {hashOf} from './hash.ts'
import {drawAssets, sumsOf} from './poster.ts'
import type {Site} from './site.ts'

/** What the browser prints: the book's document, in the paper's own faces. */
export function printOf(
  {brief, html: document, images}: Book,
  bytes: ReadonlyMap<string, Uint8Array>,
  {templates: {sheets}, fonts: own}: Site,
): DrawRequest {
  const html = drawnWithoutEmoji(document)
  const made = images.map(({request}) => request.path)
  const faces = [JSON.stringify(fontPackages), ...sumsOf(own)]
  const inputs = [format, ...faces, sheets.paper, ...made, html]
  return {
    path: downloadPath(brief, 'pdf'),
    as: 'print',
    html,
    key: hashOf(inputs.join('\n')),
    date: brief.updated ?? brief.published,
    assets() {
      const {files, fonts} = drawAssets(html, sheets.paper, own)
      const shown = images.map(({name, request}) => ({
        path: name,
        mediaType: request.format === 'svg' ? 'image/svg+xml' : `image/${request.format}`,
        content: bytes.get(name) ?? new Uint8Array(),
      }))
      return {files: [...files, ...shown], fonts}
    },
    locale: brief.locale,
    article: brief.slug,
  }
}

/** Raised when the way prints are made changes. */
const format = 1
