import {existsSync} from 'node:fs'
import {mkdir, readdir, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {deserialize, serialize} from 'node:v8'
import {gunzipSync, gzipSync} from 'node:zlib'
import type {Publication} from '../model/publication.ts'
import {sha256} from './digest.ts'
import {readKept, writeKept} from './kept-data.ts'
import {programName} from './program.ts'
import {folderOf} from './release-folder.ts'
import {lastEntry} from './release-log.ts'
import type {Bundles} from './templates.ts'

/** What a release was made of. */
export interface Sources {
  readonly publication: Publication
  readonly bundles: Bundles
  /** The editions that went out, `editionKey`. */
  readonly editions: readonly string[]
}

/** The same, read back. */
export interface FoundSources extends Sources {
  /** Pictures that are gone from the publication, or are others now. */
  readonly lost: readonly string[]
}

/**
 * Keep what a release was made of for as long as it stands: `OUT/sources/<id>.<program>`. Readers do
 * not come there. Of pictures only their hashes are kept. What is kept already, and made the same
 * release, is not kept again: to hash every picture takes long.
 */
export async function keepSources(out: string, id: string, sources: Sources): Promise<void> {
  const folder = join(out, 'sources')
  const name = nameOf(id)
  if (existsSync(join(folder, name))) return
  await mkdir(folder, {recursive: true})
  const plain = {...sources, publication: plainOf(sources.publication)}
  writeKept(join(folder, name), gzipSync(serialize(plain), {level: 1}))
  const gone = (await readdir(folder)).filter((one) => {
    const [release = ''] = one.split('.')
    return one !== name && (release === id || !existsSync(folderOf(out, release)))
  })
  for (const one of gone) await rm(join(folder, one), {force: true})
}

function nameOf(id: string): string {
  return `${id}.${programName()}`
}

/**
 * What the live release was made of, with the pictures as they are in the publication now. `undefined`
 * where that is not kept, is damaged, or was made by another program; so, too, where a font of its own
 * is no longer the same.
 */
export async function liveSources(
  out: string,
  now: Publication,
): Promise<FoundSources | undefined> {
  const id = (await lastEntry(out))?.release
  const kept = id === undefined ? undefined : readKept(join(out, 'sources', nameOf(id)))
  if (!(kept instanceof Uint8Array)) return undefined
  // It is whole, and this very program wrote it.
  const sources = deserialize(gunzipSync(kept)) as KeptSources
  const {fonts, images} = sources.publication
  const there = new Set(now.fonts.map((font) => font.sha256))
  if (!fonts.every((font) => there.has(font.sha256))) return undefined
  const hashes = new Map(images.map(({path, hash}) => [path, hash]))
  const found = now.images.filter(({path, bytes}) => hashes.get(path) === sha256(bytes))
  const paths = new Set(found.map(({path}) => path))
  return {
    ...sources,
    publication: {...sources.publication, images: found},
    lost: [...hashes.keys()].filter((path) => !paths.has(path)),
  }
}

type KeptSources = Omit<Sources, 'publication'> & {
  readonly publication: ReturnType<typeof plainOf>
}

/** What is read when it is asked for, read. */
function plainOf({articles, catalogs, images, ...rest}: Publication) {
  return {
    ...rest,
    articles: articles.map(({path, text, fault, other}) => ({path, text, fault, other})),
    catalogs: catalogs.map(({slug, locale, texts, units}) => ({slug, locale, texts, units})),
    images: images.map(({path, bytes}) => ({path, hash: sha256(bytes)})),
  }
}
