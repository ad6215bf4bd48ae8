import {isDeepStrictEqual} from 'node:util'
import type {CDPSession, Page} from 'playwright-core'
import type {Hands, Handle, Rows, Emulated} from '../model/hands.ts'
import type {Json, Tool} from '../model/tab.ts'
import type {View} from '../model/view.ts'
import {runEngine} from './engines.ts'
import {paint} from './paint.ts'
import {listenersIn} from './listeners.ts'
import {rasterOf} from './pictures.ts'
import {holdStill} from './settle.ts'
import {speechOf} from './speech.ts'
import type {Window} from './window.ts'
import {callOf, heldBy, objectsIn, PageFault, type World} from './world.ts'

/** Hands on a page that is loaded. */
export interface LiveHands extends Hands {
  /** Puts back whatever was changed by them. */
  restore(): Promise<void>
}

/** The page that hands work on, and how to wait for it. */
export interface Ground {
  readonly page: Page
  readonly session: CDPSession
  readonly window: Window
  readonly world: World
  readonly hold: <Result>(work: Promise<Result>, doing: string) => Promise<Result>
  /** For a quarter of the page's time: what is still running there then is stopped. */
  readonly bounded: <Result>(
    work: (hold: <Part>(part: Promise<Part>) => Promise<Part>) => Promise<Result>,
    doing: string,
  ) => Promise<Result>
  readonly ready: () => Promise<void>
  readonly reload: () => Promise<void>
  readonly capture: (rows?: Rows) => Promise<{readonly png: Uint8Array; readonly top: number}>
}

/** @param view how the page was before, and will be again */
export function handsOn(ground: Ground, view: View): LiveHands {
  const {page, session, window, world, hold} = ground
  const before: Emulated = {
    window: {width: view.width, height: view.height},
    media: 'screen',
    scheme: view.scheme,
    motion: 'no-preference',
    forcedColors: 'none',
  }
  const touched = new Set<'pointer' | 'page' | 'styles' | 'load' | 'motion' | 'paint'>()
  let now = before
  const forced = new Map<string, number>()
  let styling: Promise<void> | undefined
  let isWidened = false

  async function emulate(asked: Partial<Emulated>): Promise<void> {
    const {window: wanted, ...others} = {...before, ...asked}
    const {window: size, ...known} = now
    now = {window: wanted, ...others}
    const isSized = size.width === wanted.width && size.height === wanted.height
    if (!isSized) await hold(window.resize(wanted), 'resizing the window')
    isWidened ||= wanted.width > view.width
    if (!isDeepStrictEqual(known, others)) {
      const {media, scheme, motion, forcedColors} = others
      const options = {media, colorScheme: scheme, reducedMotion: motion, forcedColors}
      await hold(page.emulateMedia(options), 'asking for another look')
    }
    await ground.ready()
  }

  async function force(wanted: readonly Handle[], states: readonly string[]): Promise<void> {
    await hold((styling ??= startStyling(session)), 'reading the styles')
    const gone = [...forced.values()]
    forced.clear()
    await hold(Promise.all(gone.map((nodeId) => forcing(nodeId, []))), 'letting go of elements')
    const nodes = await Promise.all(wanted.map(async ({id}) => [id, await nodeOf(id)] as const))
    await hold(Promise.all(nodes.map(([, nodeId]) => forcing(nodeId, states))), 'forcing a state')
    for (const [id, nodeId] of nodes) forced.set(id, nodeId)
  }

  function forcing(nodeId: number, states: readonly string[]): Promise<unknown> {
    const forcedPseudoClasses = [...states]
    const asked = session.send('CSS.forcePseudoState', {nodeId, forcedPseudoClasses})
    return asked.catch((error: unknown) => (isGone(error) ? undefined : fault(error)))
  }

  async function nodeOf(objectId: string): Promise<number> {
    const asked = session.send('DOM.requestNode', {objectId}).catch(fault)
    return (await hold(asked, 'finding an element')).nodeId
  }

  function prepare(tool: Tool): Promise<void> {
    return hold(world.give(callOf(tool, null)), 'preparing a check')
  }

  return {
    evaluate: async (run, argument, tools = []) => {
      for (const tool of tools) await prepare(tool)
      const answer = await hold(world(callOf(run, argument)), 'running a check')
      // The page's answer is what the function gives: it was serialised by the browser.
      return plain(answer) as Awaited<ReturnType<typeof run>>
    },
    prepare,
    async reload() {
      touched.add('load')
      forced.clear()
      styling = undefined
      await ground.reload()
    },
    async unfreeze() {
      touched.add('motion')
      // Pictures move as they are painted.
      await hold(window.paint(true), 'showing the page')
      await hold(world(callOf(holdStill, false)), 'letting the page move')
    },
    emulate,
    async press(key) {
      touched.add('page')
      await hold(page.keyboard.press(key), `pressing ${key}`)
    },
    async point(x, y) {
      touched.add('pointer')
      await hold(window.paint(true), 'showing the page')
      await hold(page.mouse.move(x, y), 'moving the pointer')
    },
    elements: async (run, argument) => {
      const ids = await hold(objectsIn(session, world, callOf(run, argument)), 'finding elements')
      return ids.map((id) => ({id}))
    },
    async force(wanted, states) {
      touched.add('page').add('styles')
      await force(wanted, states)
    },
    async nameOf({id}) {
      const asked = session.send('Accessibility.getPartialAXTree', {
        objectId: id,
        fetchRelatives: false,
      })
      const {nodes} = await hold(asked.catch(fault), 'asking for a name')
      return String(nodes[0]?.name?.value ?? '')
    },
    heard: (events) =>
      hold(listenersIn(session, world, events).catch(fault), 'asking for listeners'),
    async bytesOf(url) {
      const asked = (async () => {
        await session.send('Page.enable')
        const {frameTree} = await session.send('Page.getFrameTree')
        return session.send('Page.getResourceContent', {frameId: frameTree.frame.id, url})
      })()
      const {content, base64Encoded} = await hold(
        asked.catch(() => ({content: '', base64Encoded: false})),
        'reading what was loaded',
      )
      return base64Encoded && content.length < 12_000_000 ? content : undefined
    },
    async contrast() {
      const {issues, isChanged} = await ground.bounded((held) => {
        const bounded = heldBy(held, () => world)
        return runEngine('axe', 'colours', bounded)
      }, 'axe')
      if (isChanged) touched.add('load')
      return issues
    },
    async keepPaint() {
      await prepare(paint)
      touched.add('paint')
      await hold(world('globalThis.galleyPaint?.keep()'), 'looking at colours')
    },
    repainted: async () =>
      Number(await hold(world('globalThis.galleyPaint?.look()'), 'looking at colours')),
    speech: () => hold(speechOf(session), 'listening to the page'),
    draw: async (rows) => {
      const {png, top} = await hold(ground.capture(rows), 'taking a picture')
      return {...(await rasterOf(png)), top}
    },
    async restore() {
      if (forced.size > 0) await force([], [])
      if (touched.has('styles')) await hold(stopStyling(session), 'closing the styles')
      if (touched.has('paint'))
        await hold(world('globalThis.galleyPaint?.forget()'), 'looking away')
      if (touched.has('motion')) await hold(world(callOf(holdStill, true)), 'stopping all motion')
      if (touched.has('pointer')) await hold(page.mouse.move(-1, -1), 'moving the pointer away')
      await hold(window.paint(false), 'looking away')
      if (now !== before) await emulate({})
      // A browser keeps the larger file of an image, which a page loaded in this window never has.
      if (isWidened && (await hold(world(callOf(hasChoices, null)), 'looking at images')) === true)
        touched.add('load')
      if (touched.has('load')) await ground.reload()
      else if (touched.size > 0) await hold(world(callOf(calm, null)), 'letting go of the page')
    },
  }
}

/** Runs in the page: whether a browser chooses among files by the width of the window. */
function hasChoices(): boolean {
  return document.querySelector('img[srcset], source[srcset]') !== null
}

async function startStyling(session: CDPSession): Promise<void> {
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  await session.send('DOM.getDocument', {depth: 0})
}

/** Who listens to styles hears of each media query at each change of the window, ever after. */
async function stopStyling(session: CDPSession): Promise<void> {
  await session.send('CSS.disable')
  await session.send('DOM.disable')
}

/** Runs in the page. */
function calm(): null {
  const active = document.activeElement
  if (active instanceof HTMLElement && active !== document.body) active.blur()
  getSelection()?.removeAllRanges()
  scrollTo(0, 0)
  return null
}

/** What the browser could not do to one element is no reason to give up the tab. */
function fault(error: unknown): never {
  const reason = String(error).split('\n')[0] ?? ''
  throw /closed|crashed/i.test(reason) ? error : new PageFault(reason)
}

function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? null)) as Json
}

/** What was to be told about has left the page. */
function isGone(error: unknown): boolean {
  return String(error).includes('Could not find node')
}
