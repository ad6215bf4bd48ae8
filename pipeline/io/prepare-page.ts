import type {UnpreparedPage} from '../model/preparation.ts'
import type {Rendition} from '../model/rendition.ts'
import type {View} from '../model/view.ts'
import {NotPrepared} from './act.ts'
import type {Cache} from './cache.ts'
import type {PicturedPage} from './prepared-page.ts'
import {openTries} from './tries.ts'
import {visitOf, type VisitOptions} from './visit.ts'

/** Does what is asked for on a page, and tells what it is like then; or what could not be done. */
export async function preparePage(
  page: Rendition,
  view: View,
  options: Omit<VisitOptions, 'compare' | 'masks'>,
): Promise<PicturedPage | UnpreparedPage> {
  const preparation = options.site.preparationOf?.(page)
  for (const tries = openTries(); ;) {
    const visit = visitOf(page, [view], {...options, masks: [], compare: uncompared})
    try {
      if (preparation === undefined) throw new Error('nothing is asked for')
      return await visit.prepare(view, preparation)
    } catch (error) {
      const lost = visit.lost()?.reason
      const isAsked = error instanceof NotPrepared
      // What was asked for and cannot be done is not done the next time either.
      if (lost !== undefined && !isAsked && tries.again(lost)) continue
      const reason = error instanceof Error ? error.message : String(error)
      return {asked: isAsked ? error.asked : undefined, reason}
    } finally {
      await visit.keep()
      if (visit.lost() !== undefined) await options.slot.drop()
    }
  }
}

/** The cache for a page that is another one each time: its pictures are kept, and nothing else. */
export function rememberingNothing(cache: Cache): Cache {
  return {...cache, get: () => Promise.resolve(undefined), put: () => Promise.resolve()}
}

function uncompared(): never {
  throw new Error('pictures of a page on its way are compared with nothing')
}
