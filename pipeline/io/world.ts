import type {CDPSession} from 'playwright-core'
import {sha256} from './digest.ts'

const worldName = 'galley'

/** Runs JavaScript beside a page: the same document, another global object, plain data back. */
export type Evaluate = (expression: string) => Promise<unknown>

/** The same, and objects that stay in the page. */
export interface World extends Evaluate {
  /** The object that an expression gives, by an id that other commands of the browser know. */
  object(expression: string): Promise<string | undefined>
  /** The same of a node that the browser knows. */
  adopt(backendNodeId: number): Promise<string>
  /** Runs a script, unless this document has it: those after it in its tab have it from the start. */
  give(script: string): Promise<void>
}

const refuse = () => Promise.reject(new Error('no page is loaded'))
/** Where nothing runs, for as long as no page is loaded. */
export const nowhere: World = Object.assign(refuse, {
  object: refuse,
  adopt: refuse,
  give: refuse,
})

/** Code that ran in a page threw; the page itself is as it was. */
export class PageFault extends Error {}

/**
 * An isolated world of the page that a tab shows now. What the page's scripts do to their own
 * globals (a getter for `axe` that lies) does not exist in it.
 */
export async function openWorld(session: CDPSession): Promise<World> {
  const {frameTree} = await session.send('Page.getFrameTree')
  return worldOf(session, frameTree.frame.id)
}

/** The same of one frame's document. */
export async function worldOf(session: CDPSession, frameId: string): Promise<World> {
  const {executionContextId: contextId} = await session.send('Page.createIsolatedWorld', {
    frameId,
    worldName,
  })
  const evaluate = async (expression: string, returnByValue: boolean) => {
    const {result, exceptionDetails} = await session
      .send('Runtime.evaluate', {expression, contextId, awaitPromise: true, returnByValue})
      .catch((error: unknown) => {
        const reason = String(error)
        if (/was terminated/.test(reason)) throw new PageFault('it was stopped')
        if (/Promise was collected/.test(reason))
          throw new PageFault('it stopped without an answer')
        throw error
      })
    if (exceptionDetails === undefined) return result
    const {text, exception} = exceptionDetails
    throw new PageFault(exception?.description?.split('\n')[0] ?? text)
  }
  const had = new Set<string>()
  const valueOf = async (expression: string) => (await evaluate(expression, true)).value
  return Object.assign(valueOf, {
    object: async (expression: string) => (await evaluate(expression, false)).objectId,
    async adopt(backendNodeId: number) {
      const {object} = await session.send('DOM.resolveNode', {
        backendNodeId,
        executionContextId: contextId,
      })
      return object.objectId ?? ''
    },
    async give(script: string) {
      if (had.has(script)) return
      had.add(script)
      const name = JSON.stringify(`galley ${sha256(script)}`)
      if ((await valueOf(`globalThis[${name}] === true`)) === true) return
      const marked = `${script};globalThis[${name}] = true`
      await valueOf(marked)
      await plant(session, name, marked)
    },
  })
}

const planted = new WeakMap<CDPSession, Set<string>>()

/** Has a script run in each document to come, before its own: it is sent once, and compiled once. */
export async function plant(session: CDPSession, name: string, script: string): Promise<void> {
  const known = planted.get(session) ?? new Set()
  planted.set(session, known)
  if (known.has(name)) return
  known.add(name)
  await session.send('Page.enable')
  // The blank page between two others has no use for it.
  const source = `if (location.href !== 'about:blank') {${script}}`
  await session.send('Page.addScriptToEvaluateOnNewDocument', {source, worldName})
}

/** The same world, whose answers are waited for in another way. */
export function heldBy(
  hold: <Result>(work: Promise<Result>) => Promise<Result>,
  world: () => World,
): World {
  return Object.assign((expression: string) => hold(world()(expression)), {
    object: (expression: string) => hold(world().object(expression)),
    adopt: (node: number) => hold(world().adopt(node)),
    give: (script: string) => hold(world().give(script)),
  })
}

/** The members of the array that an expression gives, each by an id that the browser knows. */
export async function objectsIn(
  session: CDPSession,
  world: World,
  expression: string,
): Promise<readonly string[]> {
  const objectId = await world.object(expression)
  if (objectId === undefined) return []
  const {result} = await session.send('Runtime.getProperties', {objectId, ownProperties: true})
  return result.flatMap(({name, value}) => (/^\d+$/.test(name) ? (value?.objectId ?? []) : []))
}

/** The expression that calls a self-contained function with plain data, after its tools. */
export function callOf(
  run: (argument: never) => unknown,
  argument: unknown,
  tools: readonly (() => null)[] = [],
): string {
  const install = tools.map((tool) => `(${String(tool)})();`).join('')
  // Some compilers wrap nested functions in a call of __name, which a page does not have.
  return `(() => {const __name = (given) => given; ${install}return (${String(run)})(${JSON.stringify(argument)})})()`
}
