import type {CDPSession} from 'playwright-core'

/** Runs JavaScript beside a page: the same document, another global object, plain data back. */
export type World = (expression: string) => Promise<unknown>

/** Code that ran in a page threw; the page itself is as it was. */
export class PageFault extends Error {}

/**
 * An isolated world of the page that a tab shows now. What the page's scripts do to their own
 * globals (a getter for `axe` that lies) does not exist in it.
 */
export async function openWorld(session: CDPSession): Promise<World> {
  const {frameTree} = await session.send('Page.getFrameTree')
  const {executionContextId: contextId} = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'galley',
  })
  return async (expression) => {
    const {result, exceptionDetails} = await session.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails === undefined) return result.value
    const {text, exception} = exceptionDetails
    throw new PageFault(exception?.description?.split('\n')[0] ?? text)
  }
}

/** The expression that calls a self-contained function with plain data. */
export function callOf(run: (argument: never) => unknown, argument: unknown): string {
  // Some compilers wrap nested functions in a call of __name, which a page does not have.
  return `(() => {const __name = (given) => given; return (${String(run)})(${JSON.stringify(argument)})})()`
}
