import type {CDPSession, Page} from 'playwright-core'
import type {Size} from '../model/hands.ts'

/** The window that a tab's page is in: how large the page takes it to be, and whether it is painted. */
export interface Window {
  /** CSS pixels. */
  size(): Size
  resize(size: Size): Promise<void>
  /** Paints what the page shows from now on, or leaves that: for a picture, for a pointer. */
  paint(isPainted: boolean): Promise<void>
}

/**
 * A window is not painted unless somebody asks for it: a fifth of what a page costs is the painting of
 * frames that nobody sees. The page learns nothing of that: it is laid out and scrolled as ever, and has
 * its frames.
 */
export function windowOf(page: Page, session: CDPSession): Window {
  let painted = false
  const size = () => page.viewportSize() ?? {width: 0, height: 0}

  /** The same window, of which a corner is shown that lies beyond every page. */
  async function show(): Promise<void> {
    const {width, height} = size()
    await session.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      screenWidth: width,
      screenHeight: height,
      deviceScaleFactor: 1,
      mobile: false,
      screenOrientation: {angle: 0, type: 'landscapePrimary'},
      ...(!painted && {viewport: {x: BEYOND, y: BEYOND, width: 16, height: 16, scale: 1}}),
    })
  }

  return {
    size,
    async resize(wanted) {
      // Playwright's own word on the window comes first: it is said again where a page gets a new process.
      await page.setViewportSize(wanted)
      if (!painted) await show()
    },
    async paint(isPainted) {
      if (painted === isPainted) return
      painted = isPainted
      await show()
    },
  }
}

const BEYOND = 1_000_000
