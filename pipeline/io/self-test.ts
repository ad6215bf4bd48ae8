import type {SelfTest} from '../check/self-test.ts'
import {PipelineError} from '../model/error.ts'
import type {Rendition} from '../model/rendition.ts'
import {opinionEngines, type Tab} from '../model/tab.ts'
import {installing} from './opinions.ts'
import {ownSiteOf} from './site.ts'
import {openTries} from './tries.ts'
import {visitOf, type VisitOptions} from './visit.ts'

/** A page that is wrong in known ways, and what each engine has to find on it. */
export interface SelfTesting {
  readonly page: string
  readonly tests: readonly SelfTest[]
}

/** Engines and checks whose word does not count here, with why. */
export type Distrusted = ReadonlyMap<string, string>

/** What the engines’ test came to. */
export interface Proof {
  readonly distrusted: Distrusted
  /** Whether the page was loaded for it, and not only remembered. */
  readonly loaded: boolean
}

// The page is ours, and every page under check depends on it: no kill can be its fault.
const kills = 40
const view = {name: 'self-test', width: 1280, height: 900, scheme: 'light'} as const

/**
 * Puts every engine to its test in this browser. What they found is remembered as on any other
 * page, for as long as browser and engine stay the same: then no page is loaded for it.
 */
export async function prove(
  {page, tests}: SelfTesting,
  url: string,
  visiting: Pick<VisitOptions, 'slot' | 'cache' | 'timeLimit' | 'environment'>,
): Promise<Proof> {
  const rendition: Rendition = {
    path: 'self-test.html',
    mediaType: 'text/html; charset=utf-8',
    content: page,
    locale: undefined,
    article: undefined,
    page: 'front',
  }
  const compare = () => Promise.reject(new Error('there is no picture of a self-test'))
  const options = {...visiting, site: ownSiteOf([rendition], url), masks: [], compare}
  const distrusted = new Map<string, string>()
  let loaded = false
  let visit = visitOf(rendition, [view], options)
  for (const test of tests) {
    for (const tries = openTries(kills); ;) {
      const reason = await failureOf(test, visit.tab(view))
      const lost = visit.lost()
      if (lost !== undefined) {
        await leave()
        visit = visitOf(rendition, [view], options)
        if (tries.again(lost.reason)) continue
      }
      if (reason !== undefined) distrusted.set(test.of, reason + remedyFor(test))
      break
    }
  }
  await leave()
  return {distrusted, loaded}

  async function leave() {
    await visit.keep()
    loaded ||= visit.loaded()
    if (visit.learned()) visiting.slot.worked()
    if (visit.lost() !== undefined) await visiting.slot.drop()
  }
}

/** What of an engine that was installed beside Galley is in another version, or in two. */
function remedyFor({of}: SelfTest): string {
  const engine = opinionEngines.find((one) => of === `browser/${one}`)
  return engine === undefined
    ? ''
    : ` (its parts may be of several versions: ${installing(engine)})`
}

async function failureOf(test: SelfTest, tab: Tab): Promise<string | undefined> {
  try {
    const found = await test.find(tab)
    const missed = test.expected.filter((id) => !found.includes(id))
    if (missed.length === 0) return undefined
    return `it failed its self-test: it does not find ${missed.join(', ')} on a page that has it`
  } catch (error) {
    if (error instanceof PipelineError) throw error
    return `it failed its self-test: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** The tab as it answers where some engines are not to be believed. */
export function without(tab: Tab, reasons: Distrusted): Tab {
  if (reasons.size === 0) return tab
  return {
    ...tab,
    engine(name) {
      const reason = reasons.get(name)
      return reason === undefined ? tab.engine(name) : Promise.reject(new Error(reason))
    },
  }
}
