/** A file as a server gave it. */
export interface Fetched {
  /** Where it lies after redirects. */
  readonly url: string
  readonly status: number
  readonly mediaType: string
  readonly bytes: Uint8Array
}

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
export async function fetchFile(address: string, hosts: readonly string[]): Promise<Fetched> {
  let url = address
  for (let hops = 0; hops <= most.redirects; hops++) {
    if (!mayReach(url, hosts)) throw new Error(`${url} is not on a host that may be asked`)
    const response = await fetch(url, {
      redirect: 'manual',
      // Node 20 must not decode Brotli that comes from outside.
      headers: {'accept-encoding': 'identity', 'user-agent': 'galley-audit'},
      signal: AbortSignal.timeout(most.milliseconds),
    })
    const to = response.headers.get('location')
    if (response.status >= 300 && response.status < 400 && to !== null) {
      await response.body?.cancel()
      url = new URL(to, url).href
      continue
    }
    if (/\bbr\b/.test(response.headers.get('content-encoding') ?? '')) {
      await response.body?.cancel()
      throw new Error(`${url} was sent in an encoding that was not asked for`)
    }
    return {
      url,
      status: response.status,
      mediaType: response.headers.get('content-type') ?? 'application/octet-stream',
      bytes: await bodyOf(response),
    }
  }
  throw new Error(`${address} redirects more than ${most.redirects} times`)
}

async function bodyOf(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    const bytes = part as Uint8Array
    size += bytes.length
    if (size > most.bytes) throw new Error(`${response.url} is larger than ${most.bytes} bytes`)
    parts.push(bytes)
  }
  return Buffer.concat(parts)
}
