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
    const isStyle = headers['content-type']?.startsWith('text/css') === true
    const given = isStyle ? {...headers, ...keepable} : headers
    return route.fulfill({status, headers: given, body: Buffer.from(body)})
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
        ...(answer.mediaType.startsWith('text/css') && keepable),
        ...(policy !== undefined && {'content-security-policy': policy}),
      },
      body: typeof answer.content === 'string' ? answer.content : Buffer.from(answer.content),
    })
  }
}

/**
 * A style sheet that may be kept is not fetched again where its text is asked for, past everything that
 * answers here. Pages do not get it from there: a tab whose requests are answered has no cache.
 */
const keepable = {'cache-control': 'max-age=3600'}
