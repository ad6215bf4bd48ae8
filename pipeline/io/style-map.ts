import {SourceMap} from 'node:module'
import type {Declaration} from '../model/declaration.ts'
import {nameOf} from './template-files.ts'
import {bundleStyles, compileStyles} from './template-styles.ts'
import {foldersOf} from './templates.ts'

/** Where a place in the bundled style sheet is from; `undefined` where nobody knows for sure. 1-based. */
export type StyleMap = (line: number, column: number) => Declaration['place'] | undefined

/**
 * Where the rules of these styles are from. Each file is compiled by itself, and a rule of the bundle
 * looked for in what came of each. (Lightning CSS reads the files of a bundle at the same time, and its
 * own map of it now and then names one for the other.)
 *
 * @param bundled one line, as `loadTemplates` gives it
 */
export async function loadStyleMap(roots: readonly string[], bundled: string): Promise<StyleMap> {
  const folders = foldersOf(roots)
  const paths = new Set<string>()
  await bundleStyles(folders, 'styles/site.css', paths)
  const files = await Promise.all(
    [...paths].map(async (path) => {
      const {styles, map} = await compileStyles(path)
      return {file: nameOf(path, folders), styles, map: new SourceMap(JSON.parse(map))}
    }),
  )
  return (line, column) => {
    const at = column - 1
    const start = bundled.lastIndexOf('}', at) + 1
    const end = bundled.indexOf('}', at)
    const rule = bundled.slice(start, end)
    const [own, ...others] = files.filter(({styles}) => styles.includes(rule))
    if (line !== 1 || end < 0 || own === undefined || others.length > 0) return undefined
    const found = own.map.findEntry(0, own.styles.indexOf(rule) + at - start)
    return 'originalLine' in found
      ? {file: own.file, line: found.originalLine + 1, column: found.originalColumn + 1}
      : undefined
  }
}
