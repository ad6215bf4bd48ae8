import {Buffer} from 'node:buffer'
import type {Route} from 'playwright-core'
import type {Answered, Reply} from './site.ts'

/** Answers to a page's request, and notes what nothing answers to. */
export async function respond(
  route: Route,
  policy: string | undefined,
  listener: {missing(url: string): void; foreign(url: string): void},
  answer: Answered | Reply,
): Promise<void> {
  const url = route.request().url()
  if (typeof answer === 'object' && 'status' in answer) {
    const {status, headers, body} = answer
    if (status >= 400) listener.missing(url)
    return route.fulfill({status, headers, body: Buffer.from(body)})
  }
  if (answer === 'foreign') {
    listener.foreign(url)
    await route.abort('blockedbyclient')
  } else if (answer === 'missing') {
    listener.missing(url)
    await route.fulfill({status: 404, body: ''})
  } else {
    await route.fulfill({
      status: 200,
      contentType: answer.mediaType,
      headers: {
        'x-content-type-options': 'nosniff',
        ...(policy !== undefined && {'content-security-policy': policy}),
      },
      body: typeof answer.content === 'string' ? answer.content : Buffer.from(answer.content),
    })
  }
}
