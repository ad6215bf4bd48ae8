import type {Rendition} from '../../model/rendition.ts'
import type {Json} from '../../model/tab.ts'
import {keyOf, type Cache} from '../cache.ts'
import type {Site} from '../site.ts'

/** Pages that passed, by all they depend on: what has not changed since passes again. */
export interface Passes {
  has(page: Rendition): Promise<boolean>
  add(page: Rendition): Promise<void>
}

/** @param rules all else a pass depends on: checks, policy, views, browser, version */
export function openPasses(cache: Cache, site: Site, rules: Json): Passes {
  const key = (page: Rendition) => keyOf(['audit passed', page.path, site.hashOf(page), rules])
  return {
    // Nobody knows without looking what a page is today on which something is done.
    has: async (page) => site.isLive?.(page) !== true && (await cache.get(key(page))) === true,
    add: (page) => cache.put(key(page), true),
  }
}
