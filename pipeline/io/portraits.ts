import type {Declaration} from '../model/declaration.ts'
import {decoded} from '../model/decoded.ts'
import {grouped} from '../model/grouped.ts'
import {portraitKey, type Portrait, type Sight} from '../model/portrait.ts'
import type {Rendition} from '../model/rendition.ts'
import type {View} from '../model/view.ts'
import {openTries} from './tries.ts'
import {visitOf, type VisitOptions} from './visit.ts'

/** Elements of one page, by their keys; of one that cannot be asked for there is nothing. */
export async function portraitsOn(
  page: Rendition,
  wanted: readonly Portrait[],
  views: readonly View[],
  options: Omit<VisitOptions, 'compare' | 'masks'>,
): Promise<ReadonlyMap<string, Sight>> {
  const sights = new Map<string, Sight>()
  const root = options.site.urlOf({...page, path: ''})
  for (const [name, own] of grouped(wanted, ({view}) => view)) {
    const view = views.find((one) => one.name === name) ?? views[0]
    if (view === undefined) continue
    for (const tries = openTries(); ;) {
      const visit = visitOf(page, [view], {...options, masks: [], compare: uncompared})
      for (const portrait of own) {
        const seen = await visit.portray(view, portrait).catch(() => undefined)
        if (seen === undefined) continue
        options.slot.worked()
        const {picture, declared} = seen
        sights.set(portraitKey(portrait), {
          picture: picture && {label: 'element', view: view.name, ...picture},
          declared: declared.map((one) => named(one, root)),
        })
      }
      await visit.keep()
      const lost = visit.lost()?.reason
      if (lost === undefined) break
      await options.slot.drop()
      if (!tries.again(lost)) break
    }
  }
  return sights
}

/** A sheet of the site's own is named by its path. */
function named(declaration: Declaration, root: string): Declaration {
  const {file, line, column} = declaration.place
  const path = file.startsWith(root) ? file.slice(root.length) || 'index.html' : file
  return {...declaration, place: {file: decoded(path), line, column}}
}

/** Nothing is compared where only elements are shown. */
function uncompared(): never {
  throw new Error('pictures of elements are compared with nothing')
}
