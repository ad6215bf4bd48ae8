import {Buffer} from 'node:buffer'
import type {CDPSession} from 'playwright-core'
import type {Rows} from '../model/hands.ts'
import {pose, relax} from './settle.ts'
import type {Window} from './window.ts'
import {callOf, PageFault, type World} from './world.ts'

/** Takes pictures of the page that a tab shows, however long it is. */
export interface Camera {
  /** The whole page, posed, without what these selectors cover. */
  wholePage(masks: readonly string[]): Promise<Buffer>
  /**
   * These rows, else all of them, as they stand, and a few around them; where the picture begins.
   *
   * @throws PageFault where the browser has no frame to give yet
   */
  capture(rows?: Rows): Promise<{readonly png: Buffer; readonly top: number}>
}

/**
 * @param world the page's world as it is when a picture is taken
 * @param window is painted from the first picture on
 */
export function cameraOn(session: CDPSession, world: World, window: Window): Camera {
  async function capture(rows?: Rows): Promise<{readonly png: Buffer; readonly top: number}> {
    await window.paint(true)
    const size = await world(callOf(hold, null))
    const {width, height: whole} = Object(size)
    const top = Math.max(0, Math.floor((rows?.top ?? 0) - AROUND))
    const bottom = Math.min(whole, Math.ceil((rows?.bottom ?? whole) + AROUND))
    const height = Math.max(1, bottom - top)
    try {
      const {data} = await session.send('Page.captureScreenshot', {
        format: 'png',
        optimizeForSpeed: true,
        captureBeyondViewport: true,
        clip: {x: 0, y: top, width, height, scale: 1},
      })
      return {png: Buffer.from(data, 'base64'), top}
    } catch (error) {
      const reason = String(error)
      throw reason.includes('Unable to capture') ? new PageFault(reason) : error
    } finally {
      await world(callOf(letGo, null)).catch(() => undefined)
    }
  }

  return {
    capture,
    async wholePage(masks) {
      await world(callOf(pose, masks))
      try {
        return (await capture()).png
      } finally {
        await world(callOf(relax, null))
      }
    },
  }
}

/** Rows around those asked for, for edges and grounds. */
const AROUND = 20

declare global {
  /** In a world of the checks: the window as the page knows it, and whether a picture is taken. */
  var galleyHeld: {isOn: boolean; width: number; height: number} | undefined
}

/**
 * Runs in each document before its own scripts. A picture of more than the window is taken in a larger
 * one, and the page is told so: a menu that is built anew for each size would lose the focus that the
 * picture is taken for. As nobody has changed the window, nobody is told, then or when it is as before.
 */
export function holdWindow(): null {
  addEventListener('resize', (event) => {
    const held = globalThis.galleyHeld
    if (held === undefined || !event.isTrusted) return
    const [width, height] = [innerWidth, innerHeight]
    const isKnown = width === held.width && height === held.height
    if (held.isOn || isKnown) event.stopImmediatePropagation()
    else Object.assign(held, {width, height})
  })
  return null
}

/** Runs in the page. */
function hold() {
  scrollTo(0, 0)
  globalThis.galleyHeld ??= {isOn: false, width: innerWidth, height: innerHeight}
  globalThis.galleyHeld.isOn = true
  const {clientWidth, scrollHeight} = document.documentElement
  return {width: clientWidth, height: scrollHeight}
}

/** Runs in the page. */
function letGo() {
  if (globalThis.galleyHeld !== undefined) globalThis.galleyHeld.isOn = false
}
