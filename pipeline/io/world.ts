import type {CDPSession} from 'playwright-core'

/** Runs JavaScript beside a page: the same document, another global object, plain data back. */
export type Evaluate = (expression: string) => Promise<unknown>

/** The same, and objects that stay in the page. */
export interface World extends Evaluate {
  /** The object that an expression gives, by an id that other commands of the browser know. */
  object(expression: string): Promise<string | undefined>
  /** The same of a node that the browser knows. */
  adopt(backendNodeId: number): Promise<string>
}

/** Where nothing runs, for as long as no page is loaded. */
const refuse = () => Promise.reject(new Error('no page is loaded'))
export const nowhere: World = Object.assign(refuse, {object: refuse, adopt: refuse})

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
    worldName: 'galley',
  })
  const evaluate = async (expression: string, returnByValue: boolean) => {
    const {result, exceptionDetails} = await session
      .send('Runtime.evaluate', {expression, contextId, awaitPromise: true, returnByValue})
      .catch((error: unknown) => {
        // What it waited for is gone when a script was stopped.
        const isStopped = /was terminated|Promise was collected/.test(String(error))
        throw isStopped ? new PageFault('it was stopped') : error
      })
    if (exceptionDetails === undefined) return result
    const {text, exception} = exceptionDetails
    throw new PageFault(exception?.description?.split('\n')[0] ?? text)
  }
  return Object.assign(async (expression: string) => (await evaluate(expression, true)).value, {
    object: async (expression: string) => (await evaluate(expression, false)).objectId,
    async adopt(backendNodeId: number) {
      const {object} = await session.send('DOM.resolveNode', {
        backendNodeId,
        executionContextId: contextId,
      })
      return object.objectId ?? ''
    },
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

/** The expression that calls a self-contained function with plain data. */
export function callOf(run: (argument: never) => unknown, argument: unknown): string {
  // Some compilers wrap nested functions in a call of __name, which a page does not have.
  return `(() => {const __name = (given) => given; return (${String(run)})(${JSON.stringify(argument)})})()`
}
