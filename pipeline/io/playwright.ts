import {createRequire} from 'node:module'
import type {BrowserType} from 'playwright-core'

interface Playwright {
  readonly chromium: BrowserType
}

/**
 * Playwright, loaded when it is first asked for: that takes longer than a run in which no page has
 * changed. By `require`, because for `import` Node searches its three megabytes for names first.
 */
export function playwright(): Playwright {
  return createRequire(import.meta.url)('playwright-core') as Playwright
}
