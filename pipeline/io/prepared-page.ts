import type {PreparedPage, Preparation} from '../model/preparation.ts'
import type {Json} from '../model/tab.ts'
import {plain} from './answers.ts'
import type {Cache} from './cache.ts'
import type {Deadline} from './deadline.ts'
import {areKept} from './kept-picture.ts'
import {describePage} from './scope.ts'
import type {LiveTab} from './live-tab.ts'
import {callOf} from './world.ts'

/** A page that was got to, and the pictures that were asked for on the way. */
export interface PicturedPage extends PreparedPage {
  readonly pictures: readonly {readonly path: string; readonly sha256: string}[]
}

/** What is asked of a page that was prepared. */
export function preparedQuestion({root, hidden, picture}: Preparation): Json {
  return ['prepare', partsOf({root, hidden}), picture?.text ?? null]
}

/** What the page that is shown is like when all that was asked for has been done, to be remembered. */
export async function describePrepared(
  tab: LiveTab,
  deadline: Deadline,
  {root, hidden, picture}: Preparation,
  cache: Cache,
): Promise<Json> {
  const seen = await tab.world(deadline)(callOf(describePage, partsOf({root, hidden})))
  const taken = [...tab.taken()]
  if (picture) taken.push({path: picture.text, png: await tab.screenshot([], deadline)})
  const pictures = taken.map(async ({path, png}) => [path, await cache.putBytes(png)])
  return plain({...Object(seen), pictures: await Promise.all(pictures)})
}

/** Whether what was remembered is still to be had. */
export async function isPreparedKept(known: Json, cache: Cache): Promise<boolean> {
  return areKept(
    cache,
    readPrepared(known).pictures.map(({sha256}) => sha256),
  )
}

/** What `describePrepared` gave, as it was remembered. */
export function readPrepared(value: Json): Omit<PicturedPage, 'isOther'> {
  const {html, url, root, hidden, pictures} = Object(value)
  return {
    html: String(html),
    url: String(url),
    root: Array.isArray(root) && root.length > 0 ? String(root[0]) : undefined,
    hidden: Array.isArray(hidden) ? hidden.map(String) : [],
    pictures: Array.isArray(pictures)
      ? pictures.map((one: readonly unknown[]) => ({path: String(one[0]), sha256: String(one[1])}))
      : [],
  }
}

function partsOf({root, hidden}: Pick<Preparation, 'root' | 'hidden'>) {
  return {root: root?.text ?? null, hidden: hidden?.text ?? null}
}
