import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname} from 'node:path'
import {PipelineError} from '../model/error.ts'
import type {OpinionEngine} from '../model/tab.ts'

const require = createRequire(import.meta.url)

/** The package of each engine, in the version that its vetted rules were measured with. */
const packages = {
  alfa: {named: '@siteimprove/alfa-rules@0.114.0', module: '@siteimprove/alfa-rules'},
  accesslint: {named: '@accesslint/core@0.21.0', module: '@accesslint/core/iife'},
  ibm: {named: 'accessibility-checker-engine@4.0.34', module: 'accessibility-checker-engine'},
}

const programs = new Map<OpinionEngine, Promise<string>>()

/**
 * The script that is an engine for second opinions, once it has run in a page.
 *
 * @throws PipelineError `engine-missing` where its package is not installed
 */
export function programOf(engine: OpinionEngine): Promise<string> {
  const program = programs.get(engine) ?? programFrom(engine, require.resolve)
  programs.set(engine, program)
  return program
}

/** What brings an engine and all its parts in one version. */
export function installing(engine: OpinionEngine): string {
  return `npm install ${packages[engine].named}`
}

/** @param find gives the file that a module is in, and throws where there is none */
export async function programFrom(
  engine: OpinionEngine,
  find: (module: string) => string,
): Promise<string> {
  const {module} = packages[engine]
  try {
    const file = find(module)
    if (engine === 'alfa') return await bundleAlfa(dirname(file))
    const name = engine === 'ibm' ? 'ace' : 'AccessLint'
    return `${readFileSync(file, 'utf8')};globalThis.${name} = ${name}`
  } catch (cause) {
    throw new PipelineError(
      'engine-missing',
      `A second opinion is asked of ${engine}, whose package is not installed or damaged.`,
      `${installing(engine)}, or leave "${engine}" out of "secondOpinions".`,
      {cause},
    )
  }
}

/**
 * Alfa runs in Node, on data about a page, and takes a second there that nobody could interrupt. In
 * the page it is bounded as every engine is, and sees every frame as they do. All its parts are
 * those that its rules find: two versions side by side know nothing of each other's pages.
 */
async function bundleAlfa(folder: string): Promise<string> {
  const {build} = await import('esbuild')
  const {outputFiles} = await build({
    stdin: {contents: alfa, resolveDir: folder},
    bundle: true,
    minify: true,
    format: 'iife',
    write: false,
    logLevel: 'silent',
  })
  return outputFiles.map(({text}) => text).join('')
}

const alfa = `
import {Audit} from '@siteimprove/alfa-act'
import {Device, Display, Viewport} from '@siteimprove/alfa-device'
import {Node} from '@siteimprove/alfa-dom'
import {Native} from '@siteimprove/alfa-dom/native'
import {Request, Response} from '@siteimprove/alfa-http'
import rules from '@siteimprove/alfa-rules'
import {Page} from '@siteimprove/alfa-web'

// Frames are looked at one by one.
const withoutFrames = (node) => ({
  ...node,
  ...('content' in node && {content: null}),
  ...(node.shadow && {shadow: withoutFrames(node.shadow)}),
  ...(node.children && {children: node.children.map(withoutFrames)}),
})

globalThis.alfa = async () => {
  const {Landscape, Portrait} = Viewport.Orientation
  const device = Device.of(
    Device.Type.Screen,
    Viewport.of(innerWidth, innerHeight, innerWidth > innerHeight ? Landscape : Portrait),
    Display.of(devicePixelRatio),
  )
  const document = Node.from(withoutFrames(await Native.fromNode()), device)
  return [...(await Audit.of(Page.of(Request.empty(), Response.empty(), document, device), rules).evaluate())]
}
`
