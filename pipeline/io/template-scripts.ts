import {build, type Plugin} from 'esbuild'
import type {Scripts} from '../render/template.ts'
import {find} from './template-files.ts'

/** The scripts of a publication's pages, each in one file for the browser. */
export async function bundleScripts(
  folders: readonly string[],
  options: {readonly plugin: Plugin; readonly folder: string},
): Promise<Scripts> {
  const bundle = async (name: string): Promise<string> => {
    const {outputFiles} = await build({
      entryPoints: [find(folders, `scripts/${name}.ts`)],
      bundle: true,
      write: false,
      format: 'iife',
      platform: 'browser',
      target: ['chrome109', 'firefox115', 'safari16.4'],
      minify: true,
      // What lies around a publication has no say in it.
      tsconfigRaw: {},
      charset: 'utf8',
      logLevel: 'silent',
      absWorkingDir: options.folder,
      plugins: [options.plugin],
    })
    return outputFiles[0]?.text ?? ''
  }
  const [keepPlace, search] = await Promise.all([bundle('keep-place'), bundle('search')])
  return {keepPlace, search}
}
