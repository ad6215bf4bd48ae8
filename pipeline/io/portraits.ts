import type {Picture} from '../model/finding.ts'
import {grouped} from '../model/grouped.ts'
import {portraitKey, type Portrait} from '../model/portrait.ts'
import type {Rendition} from '../model/rendition.ts'
import type {View} from '../model/view.ts'
import {visitOf, type VisitOptions} from './visit.ts'

/** Pictures of elements of one page, by their keys; of one that cannot be seen there is none. */
export async function portraitsOn(
  page: Rendition,
  wanted: readonly Portrait[],
  views: readonly View[],
  options: Omit<VisitOptions, 'compare' | 'masks'>,
): Promise<ReadonlyMap<string, Picture>> {
  const pictures = new Map<string, Picture>()
  for (const [name, own] of grouped(wanted, ({view}) => view)) {
    const view = views.find((one) => one.name === name) ?? views[0]
    if (view === undefined) continue
    const visit = visitOf(page, [view], {...options, masks: [], compare: uncompared})
    for (const portrait of own) {
      const picture = await visit.portray(view, portrait.selector).catch(() => undefined)
      if (picture === undefined) continue
      pictures.set(portraitKey(portrait), {label: 'element', view: view.name, ...picture})
    }
    await visit.keep()
    if (visit.lost() !== undefined) await options.slot.drop()
  }
  return pictures
}

/** Nothing is compared where only elements are shown. */
function uncompared(): never {
  throw new Error('pictures of elements are compared with nothing')
}
