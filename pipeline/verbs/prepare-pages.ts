import {mkdir} from 'node:fs/promises'
import {dirname} from 'node:path'
import type {CheckingBrowser} from '../io/checking-browser.ts'
import type {Cache} from '../io/cache.ts'
import {writeAtomic} from '../io/files.ts'
import {pathWithin} from '../io/path-within.ts'
import type {PicturedPage} from '../io/prepared-page.ts'
import {needsPreparing, type PreparedPages, type Preparation} from '../model/preparation.ts'
import type {Rendition} from '../model/rendition.ts'

/**
 * Prepares the pages of which something is asked before they are judged, and puts the pictures that
 * were asked for into a folder.
 */
export async function preparePages(
  browser: CheckingBrowser,
  renditions: readonly Rendition[],
  preparationOf: (path: string) => Preparation,
  folder: string,
  cache: Cache,
): Promise<PreparedPages> {
  const due = renditions.filter(({page, path}) => page && needsPreparing(preparationOf(path)))
  const came = await browser.prepare(renditions, new Set(due.map(({path}) => path)))
  const prepared = new Map([...came].flatMap(([path, one]) => ('html' in one ? [[path, one]] : [])))
  const unprepared = new Map(
    [...came].flatMap(([path, one]) => ('html' in one ? [] : [[path, one]])),
  )
  for (const {pictures} of prepared.values()) await keep(pictures, folder, cache)
  return {prepared, unprepared}
}

async function keep(
  pictures: PicturedPage['pictures'],
  folder: string,
  cache: Cache,
): Promise<void> {
  for (const {path, sha256} of pictures) {
    const png = await cache.getBytes(sha256)
    if (png === undefined) continue
    await mkdir(folder, {recursive: true})
    const file = await pathWithin(folder, path.replace(/^(\.\/)+/, ''))
    await mkdir(dirname(file), {recursive: true})
    await writeAtomic(file, png)
  }
}
