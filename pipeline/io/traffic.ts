import type {BrowserContext, Page} from 'playwright-core'
import type {LoadListener} from './load-log.ts'
import {respond} from './respond.ts'
import type {Answered, Asked, Reply} from './site.ts'

/** What answers to a page's requests. */
export type Answer = (url: string, asked: Asked) => Answered | Reply | Promise<Answered | Reply>

/** What a tab's page may ask for, and where it may go. */
export interface Traffic {
  /** Who answers from now on. */
  answeredBy(answer: Answer): void
  /** A page is about to be opened: its first request for a document is its own. */
  opens(): void
  /** While something is done in a page, it may go elsewhere. */
  acts(isActing: boolean): void
  /** What checks try on a page that somebody is logged in to must change nothing there. */
  onlyReads(): void
}

/** @param policy the Content-Security-Policy of our own pages; a stranger's page has none, and stays in its place */
export async function trafficOf(
  page: Page,
  context: BrowserContext,
  policy: string | undefined,
  listener: LoadListener,
): Promise<Traffic> {
  let answer: Answer = () => 'foreign'
  let isOpen = false
  let isActing = false
  let isReading = false

  await page.route('**/*', async (route) => {
    const request = route.request()
    if (isReading && !/^(GET|HEAD|OPTIONS)$/.test(request.method())) {
      return route.abort('blockedbyclient').catch(noop)
    }
    let goes: Asked['goes']
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
      // A stranger's refresh or redirect is not followed: what is examined is the page itself.
      if (policy === undefined && isOpen && !isActing) {
        listener.leads(request.url())
        return route.abort('aborted').catch(noop)
      }
      goes = isOpen ? 'lead' : 'open'
      isOpen = true
    }
    const asked = {
      method: request.method(),
      headers: request.headers(),
      body: request.postDataBuffer() ?? undefined,
      goes,
      cookiesFor: async (url: string) =>
        (await context.cookies(url)).map(({name, value}) => `${name}=${value}`).join('; '),
    }
    await respond(route, policy, listener, await answer(request.url(), asked)).catch(noop)
  })

  return {
    answeredBy(answers) {
      answer = answers
    },
    opens() {
      isOpen = isReading = false
    },
    acts(now) {
      isActing = now
    },
    onlyReads() {
      isReading = true
    },
  }
}

function noop(): void {}
