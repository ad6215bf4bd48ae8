import {readdir, readFile} from 'node:fs/promises'
import {join, relative} from 'node:path'
import sniffEncoding from 'html-encoding-sniffer'
import mime from 'mime'
import {PipelineError} from '../../model/error.ts'
import type {Rendition} from '../../model/rendition.ts'

const isPage = /\.(html?|xhtml|xht)$/i

/**
 * Every file of a folder that somebody else built, as it would be served. Hidden files, packages
 * and symbolic links (which lead out of the folder) are left out.
 *
 * @throws PipelineError `unreadable-file`
 */
export async function readSite(folder: string): Promise<readonly Rendition[]> {
  try {
    const entries = await readdir(folder, {recursive: true, withFileTypes: true})
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .filter((path) => !/(^|\/)(\.|node_modules\/)/.test(path))
      .sort()
    return await Promise.all(
      paths.map(async (path) => fileOf(path, await readFile(join(folder, path)))),
    )
  } catch (cause) {
    throw new PipelineError(
      'unreadable-file',
      `${folder} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`,
      'Check that the folder is there and yours to read.',
      {cause},
    )
  }
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
  const utf8 = decodedAs('utf-8', bytes)
  if (utf8 !== undefined || !isHtml) return utf8
  const encoding = sniffEncoding(bytes, {
    ...(label !== undefined && {transportLayerEncodingLabel: label}),
    defaultEncoding: 'UTF-8',
  })
  return decodedAs(encoding, bytes)
}

function decodedAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch {
    return undefined
  }
}
