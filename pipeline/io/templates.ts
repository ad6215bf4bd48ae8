import {createHash} from 'node:crypto'
import {existsSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build, version as esbuildVersion, type Message, type Plugin} from 'esbuild'
import type {Templates} from '../render/template.ts'
import {broken, find, nameOf, within} from './template-files.ts'
import {bundleScripts} from './template-scripts.ts'
import {bundleStyles} from './template-styles.ts'

/** Templates and styles of a publication, ready to use. */
export interface LoadedTemplates {
  readonly templates: Templates
  /** All styles in one, without fonts. */
  readonly styles: string
  /** SHA-256 (hex) of everything the templates and styles were made of. */
  readonly hash: string
  /** Files they import from elsewhere than `templates/` and the package, absolute, sorted. */
  readonly outside: readonly string[]
}

/**
 * Bundle `templates/index.tsx` `templates/styles/site.css` and `templates/scripts/`. Each file is taken from the first
 * of the folders that has it, so that a publication's own file takes the place of the package's.
 *
 * @param roots Folders that may have a `templates/` folder, the publication's first.
 * @throws PipelineError `broken-template`, with file, line, column and the compiler's own words
 */
export async function loadTemplates(roots: readonly string[]): Promise<LoadedTemplates> {
  const folders = [...new Set(roots.map((root) => join(resolve(root), 'templates')))]
  const read = new Set<string>()
  const plugin = ownFileFirst(folders, read)
  const sheet = (name: string) => bundleStyles(folders, `styles/${name}.css`, read)
  const [script, styles, poster, book, paper, scripts] = await Promise.all([
    bundleScript(folders, plugin),
    sheet('site'),
    sheet('poster'),
    sheet('book'),
    sheet('paper'),
    explained(folders, () => bundleScripts(folders, {plugin, folder: workingFolder(folders)})),
  ])
  const sheets = {poster, book, paper}
  const all = JSON.stringify([script, styles, sheets, scripts])
  return {
    templates: {...(await load(script)), sheets, scripts},
    styles,
    hash: createHash('sha256').update(all).digest('hex'),
    outside: [...read]
      .filter((path) => !isPreact.test(path) && !folders.some((folder) => within(folder, path)))
      .toSorted(),
  }
}

/** The package's own, which belongs to the program. */
const isPreact = /[\\/]node_modules[\\/]preact/

/** Where esbuild and the templates find preact: beside this file. */
const here = dirname(fileURLToPath(import.meta.url))

async function bundleScript(folders: readonly string[], plugin: Plugin): Promise<string> {
  return explained(folders, async () => {
    const {outputFiles} = await build({
      entryPoints: [find(folders, 'index.tsx')],
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      loader: {'.svg': 'text'},
      charset: 'utf8',
      logLevel: 'silent',
      absWorkingDir: workingFolder(folders),
      banner: {js: `// esbuild ${esbuildVersion}`},
      minifyWhitespace: true,
      plugins: [plugin],
    })
    return outputFiles[0]?.text ?? ''
  })
}

/** What esbuild makes; where it fails, its words with the place as the publication names it. */
async function explained<Made>(
  folders: readonly string[],
  make: () => Promise<Made>,
): Promise<Made> {
  try {
    return await make()
  } catch (error) {
    const [message] = messagesOf(error)
    throw broken(message === undefined ? String(error) : describe(message, folders), error)
  }
}

function workingFolder(folders: readonly string[]): string {
  return dirname(folders.at(-1) ?? here)
}

/**
 * Resolves an import of one template by another, file by file, and preact from the package.
 *
 * @param read takes the path of every file that is read
 */
function ownFileFirst(folders: readonly string[], read: Set<string>): Plugin {
  return {
    name: 'own-file-first',
    setup(esbuild) {
      esbuild.onLoad({filter: /./, namespace: 'file'}, ({path}) => {
        read.add(path)
        return undefined
      })
      // What scripts share with the pipeline lies beside this file, wherever the templates are.
      esbuild.onResolve({filter: /\/pipeline\/words\/search-words\.ts$/}, () => {
        const source = join(here, '../words/search-words.ts')
        return {path: existsSync(source) ? source : source.replace(/ts$/, 'js')}
      })
      esbuild.onResolve({filter: /^\.\.?\//}, ({path, resolveDir}) => {
        const wanted = resolve(resolveDir, path)
        const folder = folders.find((one) => within(one, wanted))
        if (folder === undefined) return undefined
        const found = find(folders, relative(folder, wanted))
        return existsSync(found) ? {path: found} : undefined
      })
      esbuild.onResolve({filter: /^preact(?:\/|$|-render-to-string$)/}, async (args) => {
        if (args.pluginData === 'resolving') return undefined
        const {path, kind} = args
        return esbuild.resolve(path, {kind, resolveDir: here, pluginData: 'resolving'})
      })
    },
  }
}

async function load(script: string): Promise<Omit<Templates, 'sheets' | 'scripts'>> {
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
        throw broken(`The template \`${name}\` failed: ${String(error)}`, error)
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
    hash: createHash('sha256').update(script).digest('hex'),
    book: page('book'),
    poster: page('poster'),
    icon: typeof found['icon'] === 'string' ? found['icon'] : '',
  }
}

function messagesOf(error: unknown): readonly Message[] {
  return isRecord(error) && Array.isArray(error['errors']) ? error['errors'] : []
}

function describe({text, location}: Message, folders: readonly string[]): string {
  if (location === null) return text
  const file = nameOf(resolve(workingFolder(folders), location.file), folders)
  return `${file}:${location.line}:${location.column + 1}: ${text}\n    ${location.lineText.trim()}`
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
