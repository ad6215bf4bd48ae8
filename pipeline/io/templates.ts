import {readFileSync} from 'node:fs'
import {SourceMap} from 'node:module'
import {join, resolve} from 'node:path'
import type {Finding} from '../model/finding.ts'
import type {Scripts, Templates} from '../render/template.ts'
import {sumsOf} from './built.ts'
import {digestOf, sha256} from './digest.ts'
import {entriesOf} from './known-files.ts'
import {programName} from './program.ts'
import {filesIn} from './sources.ts'
import {broken} from './template-files.ts'
import {writeBeside} from './write-beside.ts'

/** Templates and styles of a publication, ready to use. */
export interface LoadedTemplates {
  readonly templates: Templates
  /** All styles in one, without fonts. */
  readonly styles: string
  /** SHA-256 (hex) of everything the templates and styles were made of. */
  readonly hash: string
  /** Files they import from elsewhere than `templates/` and the package, absolute, sorted. */
  readonly outside: readonly string[]
  /** What they were loaded from. */
  readonly bundles: Bundles
}

/** Templates, styles and scripts, each with all it imports in one text. */
export interface Bundles extends Pick<LoadedTemplates, 'styles' | 'outside'> {
  readonly script: string
  /** Where in the templates a place in the script comes from: a source map. */
  readonly map: string
  readonly sheets: Templates['sheets']
  readonly scripts: Scripts
  readonly findings: readonly Finding[]
}

/**
 * Load `templates/index.tsx`, `templates/styles/` and `templates/scripts/`. Each file is taken from the first
 * of the folders that has it, so that a publication's own file takes the place of the package's.
 *
 * @param roots folders that may have a `templates/` folder, the publication's first
 * @param store where bundles are kept for as long as no file changes; `undefined`: nowhere
 * @throws PipelineError `broken-template`, with file, line, column and the compiler's own words
 */
export async function loadTemplates(
  roots: readonly string[],
  store: string | undefined,
): Promise<LoadedTemplates> {
  const folders = foldersOf(roots)
  return templatesOf(await bundlesOf(folders, store))
}

/** The templates that were bundled so. */
export async function templatesOf(bundles: Bundles): Promise<LoadedTemplates> {
  const {script, map, styles, sheets, scripts, findings, outside} = bundles
  const all = JSON.stringify([script, styles, sheets, scripts])
  return {
    templates: {...(await load({script, map})), sheets, scripts, findings},
    styles,
    hash: sha256(all),
    outside,
    bundles,
  }
}

/**
 * The same templates, but each element says in `data-galley-source` where it is written:
 * `templates/article.tsx:24:11`. For looking up, never for readers.
 *
 * @throws PipelineError `broken-template`
 */
export async function loadMarked(
  roots: readonly string[],
  {sheets, scripts, findings}: Templates,
): Promise<Templates> {
  const {bundleMarked} = await import('./template-bundles.ts')
  return {...(await load(await bundleMarked(foldersOf(roots)))), sheets, scripts, findings}
}

/** The `templates/` of each root. */
export function foldersOf(roots: readonly string[]): readonly string[] {
  return [...new Set(roots.map((root) => join(resolve(root), 'templates')))]
}

/** Kept, or made. What imports from elsewhere is made each time: who knows what decides on that. */
async function bundlesOf(folders: readonly string[], store: string | undefined): Promise<Bundles> {
  const name = store === undefined ? '' : nameOfFolders(folders)
  const kept = store === undefined ? undefined : readBundles(store, name)
  if (kept !== undefined) return kept
  // What bundles is not even loaded where there is nothing to bundle.
  const bundles = await (await import('./template-bundles.ts')).bundleTemplates(folders)
  if (store !== undefined && bundles.outside.length === 0) {
    const body = JSON.stringify(bundles)
    // Unless somebody has edited them meanwhile.
    if (nameOfFolders(folders) === name) writeBeside(store, `${name}\n${sha256(body)}\n${body}`)
  }
  return bundles
}

function nameOfFolders(folders: readonly string[]): string {
  const files = folders.map((folder) => {
    const paths = filesIn('', (path) => entriesOf(join(folder, path)))
    return Object.entries(sumsOf(paths.map((path) => join(folder, path))))
  })
  return digestOf([programName(), folders, files])
}

function readBundles(store: string, name: string): Bundles | undefined {
  try {
    const [of, sum, body = ''] = readFileSync(store, 'utf8').split('\n')
    return of === name && sum === sha256(body) ? JSON.parse(body) : undefined
  } catch {
    return undefined
  }
}

async function load({
  script,
  map,
}: Pick<Bundles, 'script' | 'map'>): Promise<Omit<Templates, 'sheets' | 'scripts' | 'findings'>> {
  let module: unknown
  try {
    module = await import(`data:text/javascript;base64,${Buffer.from(script).toString('base64')}`)
  } catch (error) {
    throw broken(`templates/index.tsx cannot be run: ${String(error)}`, error)
  }
  const found = isRecord(module) ? module['templates'] : undefined
  if (!isRecord(found)) throw broken('templates/index.tsx does not export `templates`.', undefined)
  const page = (name: string): ((view: unknown) => string) => {
    const template = found[name]
    if (typeof template !== 'function') {
      throw broken(`templates/index.tsx has no template \`${name}\`.`, undefined)
    }
    return (view) => {
      try {
        return String(template(view))
      } catch (error) {
        const place = placeIn(error, map)
        const which = place === undefined ? 'The' : `${place}: the`
        throw broken(`${which} template \`${name}\` failed: ${String(error)}`, error)
      }
    }
  }
  return {
    article: page('article'),
    front: page('front'),
    list: page('list'),
    archive: page('archive'),
    statement: page('statement'),
    gone: page('gone'),
    root: page('root'),
    notFound: page('notFound'),
    parallel: page('parallel'),
    search: page('search'),
    showcase: page('showcase'),
    hash: sha256(script),
    book: page('book'),
    poster: page('poster'),
    icon: typeof found['icon'] === 'string' ? found['icon'] : '',
  }
}

/** The line of a template that an error comes from, `templates/front.tsx:3:9`. */
function placeIn(error: unknown, map: string): string | undefined {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const source = new SourceMap(JSON.parse(map))
  for (const [, line, column] of stack.matchAll(/data:text\/javascript[^\s:)]*:(\d+):(\d+)/g)) {
    const found = source.findEntry(Number(line) - 1, Number(column) - 1)
    if (!('originalSource' in found)) continue
    const {originalSource: file, originalLine, originalColumn} = found
    // Preact says where it was when something of ours failed.
    if (!file.includes('node_modules')) return `${file}:${originalLine + 1}:${originalColumn + 1}`
  }
  return undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
