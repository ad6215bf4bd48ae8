import type {Rendition} from '../../model/rendition.ts'
import type {Json} from '../../model/tab.ts'
import {keyOf, type Cache} from '../cache.ts'
import type {Site} from '../site.ts'

/** Pages that passed, by all they depend on: what has not changed since passes again. */
export interface Passes {
  has(page: Rendition): Promise<boolean>
  add(page: Rendition): Promise<void>
}

/**
 * @param rules all else a pass depends on: checks, policy, views, browser, version
 * @param bearers paths of the pages that answer for their kind, and are asked more than others
 */
export function openPasses(
  cache: Cache,
  site: Site,
  rules: Json,
  bearers: () => ReadonlySet<string>,
): Passes {
  const key = (page: Rendition, bears: boolean) =>
    keyOf(['audit passed', page.path, site.hashOf(page), rules, bears])
  const passed = async (page: Rendition, bears: boolean) =>
    (await cache.get(key(page, bears))) === true
  return {
    async has(page) {
      // Nobody knows without looking what a page is today on which something is done.
      if (site.isLive?.(page) === true) return false
      // A page that now stands in for one that has changed was never asked what that one was.
      return (await passed(page, true)) || (!bearers().has(page.path) && passed(page, false))
    },
    add: (page) => cache.put(key(page, bearers().has(page.path)), true),
  }
}
