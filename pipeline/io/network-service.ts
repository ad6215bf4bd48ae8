import type {Browser, Page} from 'playwright-core'

/** Tells when what a page asked for went astray because the browser's network process died. */
export interface NetworkService {
  /** Rejects when that has happened. */
  readonly died: Promise<never>
  /** Comes back when it is known of every request that failed till now. */
  known(): Promise<void>
}

/**
 * Watches the process that a page's requests go through. When that dies the browser starts another, and
 * all that a page was waiting for ends as if the page had called it off itself: only then it is asked
 * whether it is still the same.
 */
export async function networkServiceOf(
  browser: Browser | null,
  page: Page,
): Promise<NetworkService> {
  const session = await browser?.newBrowserCDPSession()
  const processNow = async () => {
    const info = await session?.send('SystemInfo.getProcessInfo')
    return info?.processInfo.find(({type}) => type.startsWith('network.'))?.id
  }
  const before = await processNow()
  let asked: Promise<void> | undefined
  const died = new Promise<never>((_, reject) => {
    const ask = async () => {
      const now = await processNow().catch(() => undefined)
      if (now === before) asked = undefined
      else reject(new Error("the browser's network service was closed"))
    }
    page.on('requestfailed', (request) => {
      if (request.failure()?.errorText !== 'net::ERR_BLOCKED_BY_CLIENT') asked ??= ask()
    })
  })
  died.catch(() => {})
  page.once('close', () => void session?.detach().catch(() => {}))
  return {died, known: async () => asked}
}
