import {mkdtemp} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {dueOn} from '../../pipeline/check/due.ts'
import type {BrowserOptions} from '../../pipeline/io/checking-browser.ts'
import {openBrowser} from '../../pipeline/io/browser.ts'
import {contentSecurityPolicy} from '../../pipeline/model/csp.ts'
import type {Rendition} from '../../pipeline/model/rendition.ts'
import type {View} from '../../pipeline/model/view.ts'

/** The views the fixtures are seen in. */
export const views: readonly View[] = [
  {name: 'phone-light', width: 375, height: 812, scheme: 'light'},
  {name: 'phone-dark', width: 375, height: 812, scheme: 'dark'},
  {name: 'desktop-light', width: 1280, height: 900, scheme: 'light'},
]

export const strict = contentSecurityPolicy

/** For pages that carry their styles and scripts with them, as fixtures do. */
export const lax = "default-src 'self' data: https: 'unsafe-inline' 'unsafe-eval'"

/** A browser whose caches and baselines are new, unless told otherwise. */
export async function open(options: Partial<BrowserOptions>) {
  const folder = await mkdtemp(join(tmpdir(), 'galley-test-'))
  return openBrowser({
    url: 'https://news.example/paper/',
    views,
    timeLimit: 20_000,
    tolerance: {channel: 0, pixels: 0},
    masks: [],
    policy: lax,
    cache: join(folder, 'cache'),
    baselines: join(folder, 'baselines'),
    probes: [],
    selfTest: {page: '', tests: []},
    due: dueOn,
    tell: () => {},
    ...options,
  })
}

export function page(path: string, content: string): Rendition {
  const mediaType = 'text/html; charset=utf-8'
  return {path, mediaType, content, locale: 'en', article: undefined, page: 'front'}
}

export function asset(path: string, mediaType: string, content: string | Uint8Array): Rendition {
  return {path, mediaType, content, locale: undefined, article: undefined, page: undefined}
}

/** A whole page around some markup. */
export function html(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${head}</head><body><main><h1>A page</h1>${body}</main></body></html>`
}
