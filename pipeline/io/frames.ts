import type {CDPSession} from 'playwright-core'
import {worldOf, type World} from './world.ts'

/** A frame within a page: the way to it, and a world of its own document. */
export interface Frame {
  /** Selectors of the frames it lies in, outermost first, and its own: joined by ` >>> `. */
  readonly selector: string
  readonly world: World
}

interface Tree {
  readonly frame: {readonly id: string; readonly url: string}
  readonly childFrames?: readonly Tree[]
}

/** Every frame below a page's own document that shows something, in the browser's order. */
export async function framesIn(session: CDPSession): Promise<readonly Frame[]> {
  const {frameTree} = await session.send('Page.getFrameTree')
  return below(session, frameTree, '')
}

/** Every frame below a page's own document, outer ones first, with the element that shows it. */
export async function framesBelow(
  session: CDPSession,
): Promise<readonly {readonly id: string; readonly owner: number}[]> {
  const {frameTree} = await session.send('Page.getFrameTree')
  const within = (tree: Tree): readonly Tree[] =>
    childrenOf(tree).flatMap((child) => [child, ...within(child)])
  return Promise.all(
    within(frameTree).map(async ({frame: {id}}) => {
      const {backendNodeId} = await session.send('DOM.getFrameOwner', {frameId: id})
      return {id, owner: backendNodeId}
    }),
  )
}

/** A frame that was refused shows the browser's own page, which is not the author's. */
function childrenOf({childFrames = []}: Tree): readonly Tree[] {
  return childFrames.filter(({frame}) => !frame.url.startsWith('chrome-error:'))
}

async function below(session: CDPSession, tree: Tree, way: string): Promise<readonly Frame[]> {
  const found: Frame[] = []
  for (const child of childrenOf(tree)) {
    const {id} = child.frame
    const selector = way + (await selectorOf(session, id))
    found.push({selector, world: await worldOf(session, id)})
    found.push(...(await below(session, child, `${selector} >>> `)))
  }
  return found
}

async function selectorOf(session: CDPSession, frameId: string): Promise<string> {
  const {backendNodeId} = await session.send('DOM.getFrameOwner', {frameId})
  const {object} = await session.send('DOM.resolveNode', {backendNodeId})
  const {result} = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration: `function () { return (${String(pathTo)})(this) }`,
    returnByValue: true,
  })
  return String(result.value)
}

/** Runs in the page, on a frame's element. */
function pathTo(element: Element): string {
  const steps: string[] = []
  for (let at: Element | null = element; at; at = at.parentElement) {
    const id = at.getAttribute('id') ?? ''
    if (/^[\w-]+$/.test(id)) {
      steps.unshift(`#${id}`)
      break
    }
    const {localName} = at
    const same = [...(at.parentElement?.querySelectorAll(':scope > *') ?? [])].filter(
      (one) => one.localName === localName,
    )
    steps.unshift(same.length < 2 ? localName : `${localName}:nth-of-type(${same.indexOf(at) + 1})`)
  }
  return steps.join(' > ')
}
