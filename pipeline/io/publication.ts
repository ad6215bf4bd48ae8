import {mkdir, readdir, readFile} from 'node:fs/promises'
import {existsSync, statSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {CatalogFiles} from '../model/catalog.ts'
import {PipelineError} from '../model/error.ts'
import type {
  BinaryFile,
  Publication,
  PublicationConfig,
  TextFile,
  WordFile,
  Words,
} from '../model/publication.ts'
import {parseConfig} from './config.ts'
import {writeIfUnchanged} from './files.ts'
import {pathWithin} from './path-within.ts'

/** The package's own folder, whose templates and words stand in where a publication has none. */
export const packageRoot =
  nearestWith('package.json', dirname(fileURLToPath(import.meta.url))) ?? ''

/**
 * The publication that `start` lies in: the nearest folder upwards that has a `publication.json`.
 *
 * @throws PipelineError `no-publication`
 */
export function findPublication(start: string): string {
  if (existsSync(start) && !statSync(start).isDirectory()) {
    throw new PipelineError(
      'no-publication',
      `${start} is not a folder.`,
      'Name the folder that holds publication.json.',
    )
  }
  const root = nearestWith('publication.json', resolve(start))
  if (root !== undefined) return root
  throw new PipelineError(
    'no-publication',
    `There is no publication here: no publication.json in ${resolve(start)} or above it.`,
    'Change into the folder of a publication, or name it with --publication FOLDER.',
  )
}

/**
 * Read `publication.json`.
 *
 * @throws PipelineError `bad-policy`, `unreadable-file`
 */
export async function readConfig(root: string): Promise<PublicationConfig> {
  return parseConfig(await readText(root, 'publication.json'), 'publication.json')
}

/**
 * Read a publication's folder into memory. Nothing else of it is read while publishing.
 *
 * @throws PipelineError `bad-policy`, `unreadable-file`
 */
export async function readPublication(root: string): Promise<Publication> {
  const config = await readConfig(root)
  const tags = config.locales.map(({tag}) => tag)
  const spoken = [...new Set([...tags, 'en'])]
  const {articles, images} = await readArticles(root)
  return {
    config,
    articles,
    images,
    catalogs: (await Promise.all(tags.map((tag) => readCatalogs(root, tag)))).flat(),
    terms: await readTerms(root),
    words: await readWords([packageRoot, root], spoken),
    packageWords: await readWords([packageRoot], spoken),
    wordFiles: (await Promise.all(tags.map((tag) => readWordFiles(root, tag)))).flat(),
  }
}

/** Namespaces in `locales/<tag>/` that are words of templates and reports, not articles. */
const namespaces = ['site', 'topics', 'findings', 'report'] as const

/** What an article's own file may be called. */
const articleFiles = ['article.md', 'article.mdx'] as const

async function readArticles(
  root: string,
): Promise<{readonly articles: readonly TextFile[]; readonly images: readonly BinaryFile[]}> {
  const articles: TextFile[] = []
  const images: BinaryFile[] = []
  for (const slug of await names(join(root, 'articles'), 'folder')) {
    const folder = `articles/${slug}`
    const files = await names(join(root, folder), 'file')
    const [own, other] = articleFiles.filter((one) => files.includes(one))
    if (own === undefined || other !== undefined) {
      throw new PipelineError(
        'unreadable-file',
        own === undefined
          ? `${folder} has no article.md.`
          : `${folder} has both ${own} and ${other}.`,
        own === undefined
          ? 'Make one with `galley ingest FILE`, or remove the folder.'
          : 'Keep one of them.',
      )
    }
    articles.push({path: `${folder}/${own}`, text: await readText(root, `${folder}/${own}`)})
    for (const file of files.filter((name) => /\.(avif|gif|jpe?g|png|svg|webp)$/i.test(name))) {
      images.push({path: `${folder}/${file}`, bytes: await readFile(join(root, folder, file))})
    }
  }
  return {articles, images}
}

async function readCatalogs(root: string, tag: string): Promise<readonly CatalogFiles[]> {
  const folder = `locales/${tag}`
  const files = new Set(await names(join(root, folder), 'file'))
  const slugs = new Set(
    [...files]
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.replace(/(\.units)?\.json$/, ''))
      .filter((name) => !namespaces.some((namespace) => namespace === name)),
  )
  const read = (name: string) =>
    files.has(name) ? readText(root, `${folder}/${name}`) : Promise.resolve(undefined)
  return Promise.all(
    [...slugs].sort().map(async (slug) => ({
      slug,
      locale: tag,
      texts: await read(`${slug}.json`),
      units: await read(`${slug}.units.json`),
    })),
  )
}

async function readTerms(root: string): Promise<TextFile | undefined> {
  const path = 'locales/terms.json'
  return existsSync(join(root, path)) ? {path, text: await readText(root, path)} : undefined
}

/** Words of every namespace in every locale; a later root's words win, key by key. */
export async function readWords(roots: readonly string[], tags: readonly string[]): Promise<Words> {
  const words: Record<string, Record<string, Record<string, string>>> = {}
  for (const tag of tags) {
    for (const namespace of namespaces) {
      for (const root of new Set(roots)) {
        const path = `locales/${tag}/${namespace}.json`
        if (!existsSync(join(root, path))) continue
        const own = parseWords(await readText(root, path), path)
        const inLocale = (words[tag] ??= {})
        inLocale[namespace] = {...inLocale[namespace], ...own}
      }
    }
  }
  return words
}

async function readWordFiles(root: string, locale: string): Promise<readonly WordFile[]> {
  const files: WordFile[] = []
  for (const namespace of ['site', 'topics'] as const) {
    const path = `locales/${locale}/${namespace}.json`
    if (!existsSync(join(root, path))) continue
    const text = await readText(root, path)
    files.push({path, text, locale, namespace, words: parseWords(text, path)})
  }
  return files
}

function parseWords(text: string, path: string): Readonly<Record<string, string>> {
  const refuse = (what: string, cause?: unknown) =>
    new PipelineError(
      'unreadable-file',
      `${path}: ${what}`,
      'Mend the file; it is a flat list of "key": "text".',
      {cause},
    )
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw refuse(
      `this is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`,
      cause,
    )
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refuse('this is not a list of keys and texts.')
  }
  const entries = Object.entries(value)
  const wrong = entries.find(([, one]) => typeof one !== 'string')
  if (wrong !== undefined) throw refuse(`the text of "${wrong[0]}" is not a string.`)
  return Object.fromEntries(entries.map(([key, one]) => [key, String(one)]))
}

async function readText(root: string, path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(await readFile(join(root, path)))
  } catch (cause) {
    const encoding = cause instanceof TypeError
    throw new PipelineError(
      'unreadable-file',
      encoding ? `${path} is not UTF-8 text.` : `${path} cannot be read: ${reason(cause)}.`,
      encoding
        ? 'Save it as UTF-8 in your editor.'
        : 'Check that the file is there and yours to read.',
      {cause},
    )
  }
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message.replace(/,? ?'[^']*'$/, '') : String(cause)
}

/** Names in a folder, sorted; none where there is no such folder. Symbolic links are left out. */
async function names(folder: string, kind: 'file' | 'folder'): Promise<readonly string[]> {
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, {withFileTypes: true})
  return entries
    .filter((entry) => (kind === 'file' ? entry.isFile() : entry.isDirectory()))
    .map(({name}) => name)
    .filter((name) => !name.startsWith('.'))
    .sort()
}

function nearestWith(file: string, start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, file))) return folder
    if (folder === dirname(folder)) return undefined
  }
}

/**
 * Write locale files, each only if it is still as it was read: another's edit is never overwritten.
 *
 * @throws PipelineError `would-overwrite`, `unwritable-file`
 */
export async function saveCatalogs(
  root: string,
  stored: readonly CatalogFiles[],
  files: readonly CatalogFiles[],
): Promise<void> {
  for (const {slug, locale, texts, units} of files) {
    const before = stored.find((one) => one.slug === slug && one.locale === locale)
    // The sidecar first: it holds the texts of retired units, which leave the other file.
    const parts = [
      [`locales/${locale}/${slug}.units.json`, before?.units, units],
      [`locales/${locale}/${slug}.json`, before?.texts, texts],
    ] as const
    for (const [path, was, now] of parts) {
      if (now === undefined || now === was) continue
      const target = await pathWithin(root, path)
      await mkdir(dirname(target), {recursive: true})
      if (await writeIfUnchanged(target, was, now)) continue
      throw new PipelineError(
        'would-overwrite',
        `${path} was edited while Galley was running; that edit was kept and nothing was written over it.`,
        'Run the command again: it takes the edit along.',
      )
    }
  }
}
