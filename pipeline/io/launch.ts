import type {Browser} from 'playwright-core'
import {PipelineError} from '../model/error.ts'
import type {FoundBrowser} from './chromium.ts'
import {inSweptFolder} from './in-swept-folder.ts'
import {playwright} from './playwright.ts'

/** A browser that has started. */
export interface Launched {
  readonly browser: Browser
  /** Whether its sandbox is on. */
  readonly sandboxed: boolean
}

/**
 * Starts the browser, with its sandbox on unless the user is root or the system denies it: our own
 * pages' policy allows no script, and an audit of strangers' pages says so.
 */
export async function launch(found: FoundBrowser): Promise<Launched> {
  const {chromium} = playwright()
  const start = async (sandboxed: boolean) => {
    const browser = await inSweptFolder(() =>
      chromium.launch({
        executablePath: found.path,
        args: [...found.args],
        env: {...found.env},
        chromiumSandbox: sandboxed,
        // Whoever stops us stops the browser: its pipe closes.
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
        timeout: 60_000,
      }),
    )
    return {browser, sandboxed}
  }
  try {
    if (process.getuid?.() === 0) return await start(false)
    return await start(true).catch((error: unknown) => {
      if (/sandbox/i.test(String(error))) return start(false)
      throw error
    })
  } catch (error) {
    throw new PipelineError(
      'browser-failed',
      `The browser does not start: ${found.name} (${found.path}): ${reasonOf(error)}`,
      'Set GALLEY_BROWSER to the path of another Chromium or Chrome.',
      {cause: error},
    )
  }
}

/** Playwright's message ends in the whole command line and log; its first lines say enough. */
function reasonOf(error: unknown): string {
  return String(error).split('\n').slice(0, 2).join(' ')
}
