import type {CDPSession} from 'playwright-core'

/** What a page before has kept in the browser (a theme, a menu that was closed) is not this page's. */
export async function forgetSite(session: CDPSession, url: string): Promise<void> {
  const {origin} = new URL(url)
  await session.send('Storage.clearDataForOrigin', {origin, storageTypes: 'all'})
}

/** Runs in each document before its own scripts: what a tab keeps, no command takes away. */
export function forget(): void {
  if (top !== window) return
  try {
    sessionStorage.clear()
    localStorage.clear()
  } catch {
    // A document that may keep nothing.
  }
}
