import {Buffer} from 'node:buffer'
import type {CDPSession} from 'playwright-core'
import type {Rows} from '../model/hands.ts'
import {pose, relax} from './settle.ts'
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

/** @param world the page's world as it is when a picture is taken */
export function cameraOn(session: CDPSession, world: World): Camera {
  async function capture(rows?: Rows): Promise<{readonly png: Buffer; readonly top: number}> {
    const size = await world(callOf(sizeOf, null))
    const {width, height: whole} = Object(size)
    const top = Math.max(0, Math.floor((rows?.top ?? 0) - AROUND))
    const bottom = Math.min(whole, Math.ceil((rows?.bottom ?? whole) + AROUND))
    const height = Math.max(1, bottom - top)
    const {data} = await session
      .send('Page.captureScreenshot', {
        format: 'png',
        optimizeForSpeed: true,
        captureBeyondViewport: true,
        clip: {x: 0, y: top, width, height, scale: 1},
      })
      .catch((error: unknown) => {
        const reason = String(error)
        throw reason.includes('Unable to capture') ? new PageFault(reason) : error
      })
    return {png: Buffer.from(data, 'base64'), top}
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

/** Runs in the page. */
function sizeOf() {
  scrollTo(0, 0)
  const {clientWidth, scrollHeight} = document.documentElement
  return {width: clientWidth, height: scrollHeight}
}
