import type {CDPSession} from 'playwright-core'
import type {Heard} from '../model/hands.ts'
import {PageFault, type World} from './world.ts'

const most = 400

/**
 * What the page's scripts listen to. The elements are left in the world of the checks as
 * `galleyHeard`, in the order of the answer.
 */
export async function listenersIn(
  session: CDPSession,
  world: World,
  events: readonly string[],
): Promise<Heard> {
  const isAsked = ({type}: {readonly type: string}) => events.includes(type)
  // Listeners are told of only in the world the objects are from: the page's own.
  const everywhere = new Set<string>()
  const byNode = new Map<number, Set<string>>()
  for (const root of ['window', 'document']) {
    const {result} = await session.send('Runtime.evaluate', {expression: root})
    const {objectId} = result
    if (objectId === undefined) continue
    const {listeners} = await session.send('DOMDebugger.getEventListeners', {objectId, depth: -1})
    const {node} =
      root === 'document'
        ? await session.send('DOM.describeNode', {objectId})
        : {node: {backendNodeId: undefined}}
    for (const {type, backendNodeId} of listeners.filter(isAsked)) {
      if (backendNodeId === undefined || backendNodeId === node.backendNodeId) everywhere.add(type)
      else byNode.set(backendNodeId, (byNode.get(backendNodeId) ?? new Set()).add(type))
    }
  }
  const nodes = [...byNode].slice(0, most)
  const objects = await Promise.all(nodes.map(([id]) => world.adopt(id)))
  const [first] = objects
  if (first === undefined) {
    await world('globalThis.galleyHeard = []; null')
    return {everywhere: [...everywhere], elements: []}
  }
  const {exceptionDetails} = await session.send('Runtime.callFunctionOn', {
    objectId: first,
    functionDeclaration: 'function (...all) { globalThis.galleyHeard = all }',
    arguments: objects.map((objectId) => ({objectId})),
  })
  if (exceptionDetails) throw new PageFault(exceptionDetails.text)
  return {everywhere: [...everywhere], elements: nodes.map(([, types]) => [...types])}
}
