import {statSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import type {NamedFont, OwnFont} from '../model/font.ts'
import {sha256} from './digest.ts'
import {readOrdinary} from './ordinary-file.ts'
import {refused} from './placed-json.ts'

/**
 * Find the fonts that a publication names: files below its `fonts/`, or of packages that are installed
 * where it is.
 *
 * @throws PipelineError `bad-policy`, with the line that names it, where one is not there or is no font
 */
export function findFonts(root: string, named: readonly NamedFont[]): readonly OwnFont[] {
  return named.map((font) => {
    const path = isBeside(font.file) ? join(root, font.file) : installed(root, font)
    const bytes = bytesOf(path, font)
    if (signatures.has(bytes.subarray(0, 4).toString('hex'))) {
      return {...font, path, sha256: sha256(bytes)}
    }
    throw refused(
      `${font.at}: "${font.file}" is no font that pages can be set in.`,
      'Name a WOFF2, WOFF, TTF or OTF file; take one font out of a collection (TTC).',
    )
  })
}

/** The first bytes of WOFF2, of WOFF, and of TrueType and OpenType in their three forms. */
const signatures: ReadonlySet<string> = new Set([
  '774f4632',
  '774f4646',
  '00010000',
  '74727565',
  '4f54544f',
])

/** Whether a file is the publication's own; else it is a package's. */
function isBeside(file: string): boolean {
  return file.startsWith('fonts/') && !file.split('/').includes('..')
}

function installed(root: string, {file, at}: NamedFont): string {
  if (!/^(@[\w.-]+\/)?[\w-][\w.-]*\/./.test(file) || file.startsWith('fonts/')) {
    throw refused(
      `${at}: the font "${file}" is neither below fonts/ of the publication nor in a package.`,
      'For example: "fonts/Sarabun-Regular.woff2", or "@fontsource/sarabun/files/sarabun-thai-400-normal.woff2".',
    )
  }
  try {
    return createRequire(join(root, 'publication.json')).resolve(file)
  } catch (cause) {
    const name = file.split('/', file.startsWith('@') ? 2 : 1).join('/')
    throw refused(
      `${at}: no package that is installed has the font "${file}".`,
      `Install it beside publication.json (npm install ${name}), see what its files are called in node_modules/${name}, or put the file below fonts/ of the publication and name that.`,
      cause,
    )
  }
}

function bytesOf(path: string, {file, at}: NamedFont): Buffer {
  try {
    const stats = statSync(path, {throwIfNoEntry: false})
    if (stats !== undefined) return readOrdinary(path, stats)
  } catch (cause) {
    throw refused(
      `${at}: the font "${file}" cannot be read.`,
      'See what it is, and whether you may read it.',
      cause,
    )
  }
  throw refused(`${at}: the font "${file}" is not there.`, 'Put the file there, or name another.')
}
