import type {CDPSession} from 'playwright-core'
import {framesBelow} from './frames.ts'
import type {HeardNode} from './heard-tree.ts'

/** Frames whose words are told, at most: a page may make frames without end. */
const MOST = 50

/**
 * Every node of the page's accessibility tree, and of its frames' trees, each below the element that shows
 * the frame. What a frame from another process shows is not known, and not told.
 */
export async function nodesWithFrames(session: CDPSession): Promise<readonly HeardNode[]> {
  const {nodes} = await session.send('Accessibility.getFullAXTree')
  const own: readonly HeardNode[] = nodes
  if (!own.some(isFrame)) return own
  const all = [...own]
  for (const {id, owner} of (await framesBelow(session)).slice(0, MOST)) {
    const within = await nodesIn(session, id)
    const at = all.findIndex((node) => isFrame(node) && node.backendDOMNodeId === owner)
    const [frame, root] = [all[at], within[0]]
    if (frame === undefined || root === undefined) continue
    all[at] = {...frame, childIds: [root.nodeId]}
    all.push(...within)
  }
  return all
}

function isFrame({role}: HeardNode): boolean {
  return /^iframe/i.test(String(role?.value))
}

/** Ids are told apart: each document counts its own. */
async function nodesIn(session: CDPSession, frameId: string): Promise<readonly HeardNode[]> {
  const {nodes} = await session
    .send('Accessibility.getFullAXTree', {frameId})
    .catch(() => ({nodes: []}))
  const idOf = (id: string) => `${frameId} ${id}`
  return nodes.map((node) => ({
    ...node,
    nodeId: idOf(node.nodeId),
    childIds: (node.childIds ?? []).map(idOf),
  }))
}
