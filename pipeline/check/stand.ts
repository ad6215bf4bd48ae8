import type {Element, Root} from 'hast'
import {askedOnce} from '../model/asked-once.ts'
import {fits} from '../model/fits.ts'
import {termsOf} from '../model/of-pages.ts'
import type {PreparedPage} from '../model/preparation.ts'
import type {PublicationConfig} from '../model/publication.ts'
import type {Rendition} from '../model/rendition.ts'
import {partOf} from './scope.ts'

/** For whom a page answers where a kind of page is asked once. */
export interface Stand {
  /** Pages of which it differs do not answer for each other. */
  readonly apart: string
  /** What of the page counts; `undefined` where all of it does. */
  readonly part: {readonly tree: Root; readonly counts: (element: Element) => boolean} | undefined
}

interface Terms extends Pick<PublicationConfig, 'ofPages'> {
  readonly policy: Pick<PublicationConfig['policy'], 'waivers'>
  readonly prepared: ReadonlyMap<string, PreparedPage>
  /** How many errors a page may have. */
  readonly threshold: (path: string) => number
}

export type StandOf = (page: Pick<Rendition, 'path'>) => Stand

const forAll: Stand = {apart: '', part: undefined}

/** Every page answers for those that are like it. */
export const standForAll: StandOf = () => forAll

/**
 * A page of which a part does not count, on which something is waived, or which may have errors,
 * answers only for pages of which the same is true: what does not hold there might hold elsewhere.
 * So does one that is seen in views of its own.
 */
export function standBy({prepared, threshold, policy, ofPages}: Terms): StandOf {
  const excusing = policy.waivers.filter(({check}) =>
    askedOnce.has(check.split('/').slice(0, 2).join('/')),
  )
  const known = new Map<string, Stand>()
  const read = (path: string): Stand => {
    const page = prepared.get(path)
    const isPart = page !== undefined && (page.root !== undefined || page.hidden.length > 0)
    const scope = isPart ? [alike(page.root ?? ''), ...new Set(page.hidden.map(alike).sort())] : []
    const excuses = excusing.flatMap((waiver, index) => {
      if (!fits(waiver.file, path)) return []
      // Which page it names, its fingerprint alone says.
      return waiver.fingerprint === undefined ? [index] : [index, path]
    })
    const most = threshold(path)
    const views = termsOf(ofPages, path)?.views ?? []
    const isForAll = !isPart && [...excuses, ...views].length === 0 && most === 0
    if (isForAll) return forAll
    return {
      apart: JSON.stringify([scope, excuses, most, views]),
      part: isPart ? partOf(page) : undefined,
    }
  }
  return ({path}) => {
    const stand = known.get(path) ?? read(path)
    known.set(path, stand)
    return stand
  }
}

/** A selector without numbers: the same part stands elsewhere on each page. */
function alike(selector: string): string {
  return selector.replace(/\d+/g, '')
}
