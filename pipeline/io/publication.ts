import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {CatalogFiles} from '../model/catalog.ts'
import {PipelineError} from '../model/error.ts'
import {forgetful, type Memory} from '../model/memory.ts'
import type {
  ArticleFile,
  BinaryFile,
  Publication,
  PublicationConfig,
  TextFile,
} from '../model/publication.ts'
import {grouped} from '../model/grouped.ts'
import {unreadBinary, unreadFile} from '../model/unread.ts'
import {parseConfig} from './config.ts'
import {digestOf, nameLater} from './digest.ts'
import {packageRoot} from './find-publication.ts'
import {knownFiles, type KnownFiles, type Look} from './known-files.ts'
import {findFonts} from './own-fonts.ts'
import {isNamespace, namespaces, printed} from './namespaces.ts'
import {decodeLoosely, readText} from './text-file.ts'
import {readWordFiles, readWords} from './words.ts'

export {findPublication, packageRoot} from './find-publication.ts'

/**
 * Read `publication.json`.
 *
 * @throws PipelineError `bad-policy`, `unreadable-file`
 */
export async function readConfig(
  root: string,
  memory: Memory = forgetful,
): Promise<PublicationConfig> {
  const text = readText(root, 'publication.json')
  return memory.recall('config', text, () => parseConfig(text, 'publication.json'))
}

/**
 * Read a publication's folder. Nothing else of it is read while publishing; what has not been touched
 * since it was last read may be read once more, where somebody wants to see it.
 *
 * @param reading how its many files are read
 * @param memory what was made of them in an earlier run
 * @throws PipelineError `bad-policy`, `unreadable-file`; later, from a file's content,
 *   `changed-meanwhile`
 */
export async function readPublication(
  root: string,
  reading: Reading = {known: knownFiles(root, undefined), held: true, reports: true},
  memory: Memory = forgetful,
): Promise<Publication> {
  const config = await readConfig(root, memory)
  const tags = config.locales.map(({tag}) => tag)
  const spoken = [...new Set([...tags, 'en'])]
  const {articles, images} = readArticles(root, reading)
  return {
    config,
    articles,
    images,
    fonts: findFonts(root, config.fonts ?? []),
    catalogs: tags.flatMap((tag) => readCatalogs(root, tag, reading)),
    terms: readTerms(root),
    words: readWords([packageRoot, root], spoken, reading.reports ? namespaces : printed),
    packageWords: readWords([packageRoot], spoken, printed),
    wordFiles: tags.flatMap((tag) => readWordFiles(root, tag)),
  }
}

/** How articles, images and locale files are read. */
export interface Reading {
  /** What is known of them from an earlier run. */
  readonly known: KnownFiles
  /** Whether what was read is held; else it is read each time that somebody wants to see it. */
  readonly held: boolean
  /** Whether somebody will be told what was found, which takes most words. */
  readonly reports: boolean
}

/** What an article's own file may be called. */
const articleFiles = ['article.md', 'article.mdx'] as const

function readArticles(
  root: string,
  reading: Reading,
): {readonly articles: readonly ArticleFile[]; readonly images: readonly BinaryFile[]} {
  const articles: ArticleFile[] = []
  const images: BinaryFile[] = []
  const {known} = reading
  const slugs = names('articles', 'folder', known).filter(
    (slug) => known.list(`articles/${slug}`).length > 0,
  )
  const alike = grouped(slugs, nameElsewhere)
  for (const slug of slugs) {
    const folder = `articles/${slug}`
    const files = names(folder, 'file', known)
    const other = alike.get(nameElsewhere(slug))?.find((one) => one !== slug)
    articles.push(articleIn(root, {folder, files, other: other && `articles/${other}`}, reading))
    for (const file of files.filter((name) => /\.(avif|gif|jpe?g|png|svg|webp)$/i.test(name))) {
      images.push(imageOf(root, `${folder}/${file}`, reading))
    }
  }
  return {articles, images}
}

/** What a folder is called where case and the way accents are written make no difference, as on macOS. */
function nameElsewhere(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

/** An article's folder: the names of its files, and another folder that elsewhere would be the same. */
interface Folder {
  readonly folder: string
  readonly files: readonly string[]
  readonly other: string | undefined
}

/** What is wrong with one article is told where articles are read, and stops no other. */
function articleIn(root: string, {folder, files, other}: Folder, reading: Reading): ArticleFile {
  const [own, second] = articleFiles.filter((one) => files.includes(one))
  if (own === undefined || second !== undefined || other !== undefined) {
    const path = `${folder}/${own ?? 'article.md'}`
    const fault = own === undefined ? 'missing' : second === undefined ? 'alike' : 'twice'
    return named({path, text: '', fault, other}, () => [path, fault, other])
  }
  const article = textOf(root, `${folder}/${own}`, reading)
  return named(
    {
      path: article.path,
      get text() {
        return article.read()
      },
    },
    () => [article.path, article.sha256()],
  )
}

function readCatalogs(root: string, tag: string, reading: Reading): readonly CatalogFiles[] {
  const folder = `locales/${tag}`
  const files = new Set(names(folder, 'file', reading.known))
  const slugs = new Set(
    [...files]
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.replace(/(\.units)?\.json$/, ''))
      .filter((name) => !isNamespace(name)),
  )
  const find = (name: string) =>
    files.has(name) ? textOf(root, `${folder}/${name}`, reading) : undefined
  return [...slugs].sort().map((slug) => {
    const [texts, units] = [find(`${slug}.json`), find(`${slug}.units.json`)]
    const catalog = {
      slug,
      locale: tag,
      get texts() {
        return texts?.read()
      },
      get units() {
        return units?.read()
      },
    }
    return named(catalog, () => [slug, tag, texts?.sha256(), units?.sha256()])
  })
}

interface KnownText {
  readonly path: string
  readonly sha256: () => string
  readonly read: () => string
}

/** A text file that is read when somebody wants to see it. */
function textOf(root: string, path: string, reading: Reading): KnownText {
  const {sha256, atHand, bytes} = fileOf(root, path, reading)
  const textIn = (found: Uint8Array | undefined) => (found ? decodeLoosely(found) : unreadFile)
  let text = atHand && decodeLoosely(atHand)
  return {
    path,
    sha256,
    read() {
      const found = text ?? textIn(bytes())
      if (reading.held) text = found
      return found
    },
  }
}

function imageOf(root: string, path: string, reading: Reading): BinaryFile {
  const {sha256, atHand, bytes} = fileOf(root, path, reading)
  let content: Uint8Array | undefined = atHand
  const image = {
    path,
    get bytes() {
      const found = content ?? bytes() ?? unreadBinary
      if (reading.held) content = found
      return found
    },
  }
  return named(image, () => [path, sha256()])
}

/**
 * A file that is looked at when somebody asks for it, and read then for whoever wants to see it next;
 * where all is held it is looked at now.
 */
function fileOf(root: string, path: string, {known, held}: Reading) {
  // One that could not be read once is taken for such to the end of the run.
  let isUnread = false
  const look = () => {
    const seen = isUnread ? undefined : lookAt(path, known)
    isUnread = seen === undefined
    return seen
  }
  return {
    atHand: held ? look()?.bytes : undefined,
    sha256: () => look()?.sha256 ?? 'unread',
    bytes: () => {
      const seen = look()
      return seen && (seen.bytes ?? again(root, path, seen.sha256))
    },
  }
}

/** What is remembered of a file is told by its path and by what it holds. */
function named<File extends object>(file: File, name: () => readonly (string | undefined)[]): File {
  nameLater(file, () => digestOf(name().join('\n')))
  return file
}

/** `undefined` where it cannot be read: whoever wants to see it tells of that, and it stops no other. */
function lookAt(path: string, known: KnownFiles): Look | undefined {
  try {
    return known.look(path)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return undefined
    throw cause
  }
}

/** The bytes of a file of which only the hash was known. */
function again(root: string, path: string, sha256: string): Buffer {
  const seen = lookAt(path, knownFiles(root, undefined))
  if (seen?.bytes !== undefined && seen.sha256 === sha256) return seen.bytes
  throw new PipelineError(
    'changed-meanwhile',
    `${path} was edited while Galley was running.`,
    'Run the command again: it takes the edit along.',
  )
}

function readTerms(root: string): TextFile | undefined {
  const path = 'locales/terms.json'
  return existsSync(join(root, path)) ? {path, text: readText(root, path)} : undefined
}

/** Names in a folder, sorted; none where there is no such folder. Symbolic links are left out. */
function names(folder: string, kind: 'file' | 'folder', known: KnownFiles): readonly string[] {
  return known
    .list(folder)
    .filter((entry) => entry.kind === kind)
    .map(({name}) => name)
}
