import {isOpinionEngine, type Engine, type EngineIssue} from '../model/tab.ts'
import {OutOfTime, type Deadline} from './deadline.ts'
import {runEngine, Spoilt, type Said, type Scope} from './engines.ts'
import type {LiveTab} from './live-tab.ts'

/** Asks an engine about the page that is shown. */
export type Hear = (name: Engine, scope: Scope, tab: LiveTab, deadline: Deadline) => Promise<Said>

/**
 * Engines that are heard on one page: each has its share of the time, and is not asked again once that
 * was not enough, or once it left the page other than it was.
 *
 * @param timeLimit milliseconds that a page of usual size may take
 */
export function hearing(timeLimit: number): Hear {
  const failed = new Map<Engine, Error>()
  return async (name, scope, tab, deadline) => {
    const before = failed.get(name)
    if (before !== undefined) throw before
    const most = isOpinionEngine(name) ? timeLimit / 4 : deadline.whole / 2
    try {
      return await tab.bounded((clock) => everywhere(name, scope, tab, clock), most, name)
    } catch (error) {
      if (isItsDoing(error)) failed.set(name, error)
      throw error
    }
  }
}

/** Whether an engine, by hanging or by what it left behind, has spoilt the page for who comes after. */
export function isItsDoing(error: unknown): error is Error {
  return error instanceof OutOfTime || error instanceof Spoilt
}

/** What an engine says of the page, and of every frame in it (HTML_CodeSniffer does not enter any). */
async function everywhere(
  name: Engine,
  scope: Scope,
  tab: LiveTab,
  deadline: Deadline,
): Promise<Said> {
  const {issues, isChanged} = await runEngine(name, scope, tab.world(deadline))
  const frames = name === 'htmlcs' ? [] : await tab.frames(deadline)
  const framed: Said[] = []
  for (const {selector, world} of frames) {
    const said = await runEngine(name, scope, world).catch((error: unknown) => {
      if (error instanceof Spoilt) throw error
      const reason = error instanceof Error ? error.message : String(error)
      return {issues: [unseen(name, reason)], isChanged: false}
    })
    const placed = said.issues.map((one) => ({...one, selector: `${selector} >>> ${one.selector}`}))
    framed.push({...said, issues: placed})
  }
  return {
    issues: [...issues, ...framed.flatMap((one) => one.issues)],
    isChanged: isChanged || framed.some((one) => one.isChanged),
  }
}

/** A frame that no engine could look into: a person has to. */
function unseen(engine: Engine, reason: string): EngineIssue {
  return {
    engine,
    code: 'frame-tested',
    severity: 'warning',
    needsReview: true,
    message: `This frame could not be examined: ${reason}`,
    selector: 'html',
    context: '<iframe>',
    url: undefined,
    criteria: [],
  }
}
