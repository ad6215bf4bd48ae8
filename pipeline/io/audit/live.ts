import type {Request} from '../../model/preparation.ts'
import type {Answered, Asked, Reply} from '../site.ts'
import {fetchFile, leadTo, mayReach, type Fetched} from './fetch.ts'
import {headersAt} from './own-headers.ts'

/**
 * Asks a server what a page asks, for pages on which something is done: forms are sent, cookies come
 * and go. Everything else is served from memory.
 */
export async function askNow(
  url: string,
  asked: Asked,
  {request, page, hosts}: {request: Request; page: string; hosts: readonly string[]},
): Promise<Answered | Reply> {
  if (!mayReach(url, hosts)) return 'foreign'
  const isFirst = asked.goes === 'open'
  const method = isFirst ? request.method : asked.method
  const body = isFirst ? request.body : asked.body
  const own = Object.fromEntries(
    Object.entries(asked.headers).filter(([name]) => !leftOut.test(name)),
  )
  try {
    const answer = await fetchFile(url, hosts, {
      method,
      body: /^(GET|HEAD)$/.test(method) ? undefined : body,
      follows: asked.goes !== 'lead',
      headersFor: async (to) => {
        const cookie = await asked.cookiesFor(to)
        return {...own, ...headersAt(to, request, page, hosts), ...(cookie !== '' && {cookie})}
      },
    })
    return replyOf(answer)
  } catch {
    return 'missing'
  }
}

/** What Node says itself, and what is about the connection. */
const leftOut = /^(:.*|accept-encoding|connection|content-length|cookie|host|user-agent)$/i

function replyOf({url, status, headers, cookies, mediaType, bytes}: Fetched): Reply {
  const given = {
    ...Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-'))),
    ...(cookies.length > 0 && {'set-cookie': cookies.join('\n')}),
    'x-content-type-options': 'nosniff',
  }
  const to = leadTo(url, {status, headers})
  if (to === undefined) return {status, headers: {...given, 'content-type': mediaType}, body: bytes}
  // The browser would follow a redirect by itself, past everybody; this it asks for anew.
  return {
    status: 200,
    headers: {
      ...given,
      'content-type': 'text/html; charset=utf-8',
      refresh: `0; url=${to}`,
    },
    body: Buffer.from('<!doctype html><title>…</title>'),
  }
}
