import {onTheWall} from '../deadline.ts'
import {openJar} from './jar.ts'

/** A file as a server gave it. */
export interface Fetched {
  /** Where it lies after redirects. */
  readonly url: string
  readonly status: number
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly headers: Headers
  /** `Set-Cookie` of every answer on the way from the same host. */
  readonly cookies: readonly string[]
}

/** How a file is asked for. */
export interface Manner {
  readonly method: string
  readonly body: Uint8Array | string | undefined
  /** What is sent to an address beside what is always sent. */
  headersFor(url: string): Promise<Readonly<Record<string, string>>>
  /** Whether redirects are followed; else the first one is the answer. */
  readonly follows: boolean
}

/** Reads an address as anybody would: nothing is sent along, redirects are followed. */
export const plainly: Manner = {
  method: 'GET',
  body: undefined,
  headersFor: () => Promise.resolve({}),
  follows: true,
}

/** What is sent without a `Content-Type` may be anything (RFC 9110, 8.3). */
export const unnamedType = 'application/octet-stream'

const most = {bytes: 64 * 2 ** 20, redirects: 10, milliseconds: 30_000}

/** Whether an address may be asked: this machine's own, and hosts that the person listed. */
export function mayReach(url: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(url)) return false
  const {protocol, hostname, host} = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:') return false
  const isLoopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)
  return isLoopback || hosts.includes(hostname) || hosts.includes(host)
}

/** Asks for a file; every redirect is held to the same hosts. Rejects with the reason in words. */
export async function fetchFile(
  address: string,
  hosts: readonly string[],
  manner: Manner,
): Promise<Fetched> {
  let url = address
  let {method, body} = manner
  const jar = openJar()
  for (let hops = 0; hops <= most.redirects; hops++) {
    if (!mayReach(url, hosts)) throw new Error(`${url} is not on a host that may be asked`)
    const {cookie, ...headers} = await manner.headersFor(url)
    const cookies = [cookie ?? [], jar.pairs(url)].flat()
    const response = await fetch(url, {
      method,
      body: typeof body === 'object' ? new Uint8Array(body) : (body ?? null),
      redirect: 'manual',
      headers: {
        'user-agent': 'galley-audit',
        ...headers,
        ...(cookies.length > 0 && {cookie: cookies.join('; ')}),
        // Node 20 must not decode Brotli that comes from outside.
        'accept-encoding': 'identity',
      },
      // Later than what gives up waiting for it, however busy the machine is.
      signal: AbortSignal.timeout(Math.ceil(onTheWall(most.milliseconds))),
    })
    jar.put(url, response.headers.getSetCookie())
    const to = leadTo(url, response)
    if (manner.follows && to !== undefined) {
      await response.body?.cancel()
      url = to
      if (response.status < 307 && method !== 'HEAD') [method, body] = ['GET', undefined]
      continue
    }
    if (/\bbr\b/.test(response.headers.get('content-encoding') ?? '')) {
      await response.body?.cancel()
      throw new Error(`${url} was sent in an encoding that was not asked for`)
    }
    return {
      url,
      status: response.status,
      mediaType: response.headers.get('content-type') ?? unnamedType,
      bytes: await bodyOf(response),
      headers: response.headers,
      cookies: jar.lines(address),
    }
  }
  throw new Error(`${address} redirects more than ${most.redirects} times`)
}

/** Where an answer sends whoever asked, at once: by `Location`, or by `Refresh` as browsers heed it. */
export function leadTo(
  url: string,
  {status, headers}: Pick<Response, 'status' | 'headers'>,
): string | undefined {
  const to = headers.get('location')
  if (status >= 300 && status < 400) {
    if (to === null) return undefined
    if (!URL.canParse(to, url)) throw new Error(`it leads to "${to}", which is not an address`)
    return new URL(to, url).href
  }
  const isPage = /html/i.test(headers.get('content-type') ?? '')
  const refresh = /^\s*0*(?:\.0*)?\s*[;,]\s*(?:url\s*=)?\s*(.+)$/is.exec(
    headers.get('refresh') ?? '',
  )
  const address = refresh?.[1]?.trim().replace(/^(["'])(.*?)\1.*$/s, '$2') ?? ''
  if (!isPage || address === '' || !URL.canParse(address, url)) return undefined
  const {href} = new URL(address, url)
  return href === url ? undefined : href
}

async function bodyOf(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    const bytes = part as Uint8Array
    size += bytes.length
    if (size > most.bytes) throw new Error(`it is larger than ${most.bytes / 2 ** 20} MB`)
    parts.push(bytes)
  }
  return Buffer.concat(parts)
}
