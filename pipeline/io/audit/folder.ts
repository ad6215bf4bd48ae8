import {readdir, readFile} from 'node:fs/promises'
import {join, relative} from 'node:path'
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

/** A file by its bytes: text where it is UTF-8, so that it is served and hashed as such. */
export function fileOf(path: string, bytes: Uint8Array, mediaType?: string): Rendition {
  const type = mediaType ?? mime.getType(path) ?? 'application/octet-stream'
  const text = /^text\/|json|xml|javascript/.test(type) ? decoded(bytes) : undefined
  const named = mediaType !== undefined || text === undefined ? type : `${type}; charset=utf-8`
  return {
    path,
    mediaType: named,
    content: text ?? bytes,
    locale: undefined,
    article: undefined,
    page:
      isPage.test(path) || /^(text\/html|application\/xhtml)/.test(type) ? 'audited' : undefined,
  }
}

/** Text in another encoding stays bytes: the browser reads what the page says of itself. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch {
    return undefined
  }
}
