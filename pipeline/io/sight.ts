import {cssSelector, intoShadow} from '../model/css-selector.ts'
import type {Declaration} from '../model/declaration.ts'
import type {Portrait} from '../model/portrait.ts'
import type {Json, TakenPicture} from '../model/tab.ts'
import {plain} from './answers.ts'
import type {Cache} from './cache.ts'
import type {Deadline} from './deadline.ts'
import {areKept, keepPicture, readPicture} from './kept-picture.ts'
import type {LiveTab} from './live-tab.ts'
import {portray} from './portray.ts'

/** What was seen of an element. */
export interface TakenSight {
  readonly picture: TakenPicture | undefined
  readonly declared: readonly Declaration[]
}

/** An element of the page that is shown, and what gives it its looks, to be remembered. */
export async function describeSight(
  tab: LiveTab,
  {selector, looks}: Pick<Portrait, 'selector' | 'looks'>,
  deadline: Deadline,
  cache: Cache,
): Promise<Json> {
  // What stands in a shadow tree is not to be had by one selector of the browser's.
  const isAsked = looks.length > 0 && !selector.includes(intoShadow)
  const declared = isAsked ? await tab.declared(cssSelector(selector), looks, deadline) : []
  // What shows on the whole page is not shown again.
  const isShown = looks.some((look) => look === 'hiding' || look.startsWith('property '))
  const png = isShown ? undefined : await portray(tab, selector, deadline)
  const picture = png ? await keepPicture(cache, png) : null
  return plain({picture, declared})
}

/** Whether what was remembered is still to be had. */
export async function isSightKept(known: Json, cache: Cache): Promise<boolean> {
  const {picture} = readSight(known)
  return picture === undefined || areKept(cache, [picture.sha256])
}

/** What `describeSight` gave, as it was remembered. */
export function readSight(value: Json): TakenSight {
  const {picture, declared} = Object(value)
  return {
    picture: picture === null ? undefined : readPicture(picture),
    // Only what was written here is read: a memory of another program has other names.
    declared: declared as readonly Declaration[],
  }
}
