import type {IncomingMessage, ServerResponse} from 'node:http'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import mime from 'mime'
import {contentSecurityPolicy} from '../model/csp.ts'
import {chooseEncoding, compress, isCompressible, type Encoding} from './compress.ts'
import {sha256} from './digest.ts'
import type {StandingRelease} from './release.ts'

/** What every answer carries, also those that say no. */
export const securityHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
}

/**
 * Answer one request from the newest of the releases. Files are found by looking them up in its
 * manifest, never by joining what was asked for to a path; each is read back against its digest.
 *
 * @param releases newest first; the older ones answer for assets only, whose names are hashed
 */
export async function answer(
  releases: readonly StandingRelease[],
  request: IncomingMessage,
  response: ServerResponse,
  base: string,
): Promise<void> {
  if (!isOurs(request)) return say(response, 421, 'This server answers to localhost only.')
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    return say(response, 405, 'Only GET and HEAD.')
  }
  const asked = pathOf(request.url ?? '/')
  if (asked === undefined) return say(response, 400, 'Not a path.')
  if (!`/${asked}`.startsWith(base)) {
    if (asked !== '') return say(response, 404, 'Not found.')
    response.setHeader('Location', base)
    return say(response, 307, base)
  }
  const path = asked.slice(base.length - 1)
  const [live] = releases
  if (live === undefined) return say(response, 503, 'No release is live, or it is damaged.')
  const old = path.startsWith('assets/') ? releases.find((one) => has(one, path)) : undefined
  const release = old ?? live
  const found = find(release, path, base)
  if (found.redirect !== undefined) {
    response.setHeader('Location', found.redirect.to)
    return say(response, found.redirect.status, found.redirect.to)
  }
  if (found.file === undefined) return say(response, 404, 'Not found.')
  await send(release, found.file, found.status, request, response)
}

/** DNS rebinding: a page elsewhere may reach us under its own name, never under ours. */
export function isOurs({headersDistinct, socket}: IncomingMessage): boolean {
  const port = socket.localPort
  const [host, ...others] = headersDistinct['host'] ?? []
  if (others.length > 0) return false
  return ['127.0.0.1', 'localhost', '[::1]'].some(
    (name) => host === `${name}:${port}` || (port === 80 && host === name),
  )
}

/** The path of a request, decoded and without its slash; `undefined` where it is none. */
export function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.split(/[?#]/)[0] ?? '')
    return path.startsWith('/') && !path.includes('\0') ? path.slice(1) : undefined
  } catch {
    return undefined
  }
}

interface Found {
  readonly status: 200 | 404 | 410
  readonly file: string | undefined
  readonly redirect?: {readonly to: string; readonly status: 301 | 308}
}

function has({manifest}: StandingRelease, file: string): boolean {
  return Object.hasOwn(manifest.files, file)
}

function find(release: StandingRelease, path: string, base: string): Found {
  const index = path === '' || path.endsWith('/') ? `${path}index.html` : path
  const rule = release.rules.get(`${base.slice(1)}${path}`)
  if (rule?.status === 301) {
    return {status: 200, file: undefined, redirect: {to: rule.to, status: 301}}
  }
  if (rule !== undefined && has(release, index)) return {status: 410, file: index}
  if (has(release, index)) return {status: 200, file: index}
  if (has(release, `${path}/index.html`)) {
    const redirect = `${base}${path.split('/').map(encodeURIComponent).join('/')}/`
    return {status: 200, file: undefined, redirect: {to: redirect, status: 308}}
  }
  const [locale = ''] = path.split('/')
  const file = [`${locale}/404.html`, '404.html'].find((one) => has(release, one))
  return {status: 404, file}
}

async function send(
  {folder, manifest}: StandingRelease,
  file: string,
  status: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const digest = manifest.files[file] ?? ''
  const type = mime.getType(file) ?? 'application/octet-stream'
  const encoding = isCompressible(type)
    ? chooseEncoding(request.headers['accept-encoding'])
    : undefined
  const headers = {
    ...securityHeaders,
    'Content-Type': /^text\/|json$|xml$/.test(type) ? `${type}; charset=utf-8` : type,
    'Cache-Control':
      status === 200 && file.startsWith('assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
    'Accept-Ranges': 'none',
    ETag: etagOf(digest, encoding),
    ...(isCompressible(type) && {Vary: 'Accept-Encoding'}),
  }
  if (status === 200 && isKnown(request.headers['if-none-match'], headers.ETag)) {
    response.writeHead(304, headers).end()
    return
  }
  const bytes = await readFile(join(folder, file))
  if (sha256(bytes) !== digest) return say(response, 500, 'This file is damaged; publish again.')
  const body = encoding === undefined ? bytes : await compress(bytes, encoding)
  response.writeHead(status, {
    ...headers,
    ...(encoding && {'Content-Encoding': encoding}),
    'Content-Length': body.length,
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** Other bytes, other tag: RFC 9110, 8.8.3.3. */
function etagOf(digest: string, encoding: Encoding | undefined): string {
  return encoding === undefined ? `"${digest}"` : `"${digest}-${encoding}"`
}

function isKnown(asked: string | undefined, etag: string): boolean {
  return (asked ?? '')
    .split(',')
    .some((one) => [etag, '*'].includes(one.trim().replace(/^W\//, '')))
}

function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    ...securityHeaders,
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-cache',
  })
  response.end(`${text}\n`)
}
