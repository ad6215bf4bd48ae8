import {existsSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {
  build,
  version as esbuildVersion,
  type BuildOptions,
  type Message,
  type Plugin,
} from 'esbuild'
import {PipelineError} from '../model/error.ts'
import {markSources, sourceAttribute} from './mark-sources.ts'
import {broken, find, nameOf, within} from './template-files.ts'
import {bundleScripts} from './template-scripts.ts'
import {bundleStyles, faultsOfStyles} from './template-styles.ts'
import type {Bundles} from './templates.ts'

/**
 * Bundle `index.tsx`, the style sheets and the scripts of templates.
 *
 * @param folders each file is taken from the first that has it
 * @throws PipelineError `broken-template`, with file, line, column and the compiler's own words
 */
export async function bundleTemplates(folders: readonly string[]): Promise<Bundles> {
  const read = new Set<string>()
  const plugin = ownFileFirst(folders, read)
  const sheet = (name: string) => bundleStyles(folders, `styles/${name}.css`, read)
  const [{script, map}, styles, poster, book, paper, scripts] = await Promise.all([
    bundleScript(folders, plugin, {entryPoints: [find(folders, 'index.tsx')]}),
    sheet('site'),
    sheet('poster'),
    sheet('book'),
    sheet('paper'),
    explained(folders, () => bundleScripts(folders, {plugin, folder: workingFolder(folders)})),
  ])
  return {
    script,
    map,
    styles,
    sheets: {poster, book, paper},
    scripts,
    findings: await faultsOfStyles([...read], folders),
    outside: [...read]
      .filter((path) => !isOurs(path) && !folders.some((folder) => within(folder, path)))
      .toSorted(),
  }
}

/**
 * Bundle `index.tsx` so that each element says where it is written.
 *
 * @throws PipelineError `broken-template`, as above
 */
export async function bundleMarked(
  folders: readonly string[],
): Promise<Pick<Bundles, 'script' | 'map'>> {
  const roots = folders.map((folder) => relative(workingFolder(folders), dirname(folder)))
  const prefixes = roots.map((root) => (root === '' ? '' : `${root.replaceAll('\\', '/')}/`))
  const marking = JSON.stringify([sourceAttribute, prefixes.filter((one) => one !== '')])
  return bundleScript(folders, ownFileFirst(folders, new Set()), {
    stdin: {
      contents: `import {options} from 'preact'
        export {templates} from ${JSON.stringify(find(folders, 'index.tsx'))}
        const __name = (given) => given
        ;(${String(markSources)})(options, ${marking})`,
      resolveDir: here,
      loader: 'js',
    },
    jsxDev: true,
  })
}

/** The package's own, which belongs to the program. */
function isOurs(path: string): boolean {
  return /[\\/]node_modules[\\/]preact/.test(path) || within(join(here, '../words'), path)
}

/** Where esbuild and the templates find preact: beside this file. */
const here = dirname(fileURLToPath(import.meta.url))

async function bundleScript(
  folders: readonly string[],
  plugin: Plugin,
  entry: Pick<BuildOptions, 'entryPoints' | 'stdin' | 'jsxDev'>,
): Promise<Pick<Bundles, 'script' | 'map'>> {
  return explained(folders, async () => {
    const {outputFiles} = await build({
      ...entry,
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      // What lies around a publication has no say in it.
      tsconfigRaw: {},
      loader: {'.svg': 'text'},
      charset: 'utf8',
      logLevel: 'silent',
      absWorkingDir: workingFolder(folders),
      outfile: bundleName,
      sourcemap: 'external',
      sourcesContent: false,
      banner: {js: `// esbuild ${esbuildVersion}`},
      minifyWhitespace: true,
      plugins: [plugin],
    })
    const textOf = (name: string) => outputFiles.find(({path}) => path.endsWith(name))?.text ?? ''
    return {script: textOf(bundleName), map: named(textOf(`${bundleName}.map`), folders)}
  })
}

/** What esbuild calls a bundle that is written nowhere. */
const bundleName = 'bundled-templates.js'

/** A source map that names files as the publication does. */
function named(map: string, folders: readonly string[]): string {
  const {sources, ...rest}: {readonly sources: readonly string[]} = JSON.parse(map)
  const names = sources.map((path) => nameOf(resolve(workingFolder(folders), path), folders))
  return JSON.stringify({...rest, sources: names})
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
    // What `find` said: esbuild has put its own stack around it.
    const own: unknown = message?.detail ?? error
    if (own instanceof PipelineError) throw own
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

function messagesOf(error: unknown): readonly Message[] {
  return isRecord(error) && Array.isArray(error['errors']) ? error['errors'] : []
}

function describe({text, location}: Message, folders: readonly string[]): string {
  if (location === null) return text
  const file = nameOf(resolve(workingFolder(folders), location.file), folders)
  const line = location.lineText.trim()
  const said = `${file}:${location.line}:${location.column + 1}: ${text}`
  return line === '' ? said : `${said}\n    ${line}`
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
