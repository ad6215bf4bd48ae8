import {mkdir} from 'node:fs/promises'
import {dirname} from 'node:path'
import type {CheckingBrowser} from '../io/checking-browser.ts'
import type {Cache} from '../io/cache.ts'
import {writeAtomic} from '../io/files.ts'
import {pathWithin} from '../io/path-within.ts'
import type {Arrived} from '../io/arrived.ts'
import {needsArrival, type Approach, type Preparation} from '../model/preparation.ts'
import type {Rendition} from '../model/rendition.ts'

/**
 * Goes to the pages on which something is asked for before they are judged, and puts the pictures that
 * were asked for into a folder.
 */
export async function approach(
  browser: CheckingBrowser,
  renditions: readonly Rendition[],
  preparationOf: (path: string) => Preparation,
  folder: string,
  cache: Cache,
): Promise<Approach> {
  const due = renditions.filter(({page, path}) => page && needsArrival(preparationOf(path)))
  const came = await browser.arrive(renditions, new Set(due.map(({path}) => path)))
  const arrivals = new Map([...came].flatMap(([path, one]) => ('html' in one ? [[path, one]] : [])))
  const strandings = new Map(
    [...came].flatMap(([path, one]) => ('html' in one ? [] : [[path, one]])),
  )
  for (const {pictures} of arrivals.values()) await keep(pictures, folder, cache)
  return {arrivals, strandings}
}

async function keep(pictures: Arrived['pictures'], folder: string, cache: Cache): Promise<void> {
  for (const {path, sha256} of pictures) {
    const png = await cache.getBytes(sha256)
    if (png === undefined) continue
    await mkdir(folder, {recursive: true})
    const file = await pathWithin(folder, path.replace(/^(\.\/)+/, ''))
    await mkdir(dirname(file), {recursive: true})
    await writeAtomic(file, png)
  }
}
