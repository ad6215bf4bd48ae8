import {randomBytes, timingSafeEqual} from 'node:crypto'
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import {approvalPolicy} from '../model/csp.ts'
import {isOurs, securityHeaders} from './answer.ts'
import {listen, type Served} from './serve.ts'

/** What a page loads. */
export interface DeskFile {
  readonly type: string
  readonly content: string | Uint8Array
}

/** What stands behind the pages on which people decide. */
export interface ApprovalDesk {
  /** The page at a path below the desk's own (`ko/3`), or `undefined`. */
  page(path: string, base: string): string | undefined
  /** What pages load beside pictures: `approval.css`, `approval.js`, fonts. */
  readonly files: ReadonlyMap<string, DeskFile>
  /** Bytes of a PNG by its SHA-256; only those that the pages show. */
  picture(sha256: string): Promise<Uint8Array | undefined>
  /** Takes a form sent from a page, and gives the path of the page to go on with. */
  decide(path: string, form: URLSearchParams): Promise<string | undefined>
}

/**
 * Serve a desk on the loopback address. Its addresses begin with a secret, so that neither another
 * user of this machine nor a page from elsewhere knows them; forms are taken from its own pages
 * alone.
 *
 * @throws PipelineError `busy`
 */
export async function serveApproval(
  desk: ApprovalDesk,
  {port}: {readonly port: number},
): Promise<Served> {
  const secret = randomBytes(18).toString('base64url')
  const base = `/${secret}/`
  const server = createServer((request, response) => {
    respond(desk, base, request, response).catch(() => {
      if (!response.headersSent) say(response, 500, 'This did not work; the terminal says more.')
      else response.end()
    })
  })
  return listen(server, port, base)
}

async function respond(
  desk: ApprovalDesk,
  base: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isOurs(request)) return say(response, 421, 'This server answers to localhost only.')
  const {pathname} = new URL(request.url ?? '/', 'http://localhost')
  if (!startsWith(pathname, base)) return say(response, 404, 'Not found.')
  const path = pathname.slice(base.length)
  if (request.method === 'POST') return take(desk, base, path, request, response)
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return say(response, 405, 'Only GET, HEAD and POST.')
  }
  const file = desk.files.get(path)
  if (file) return send(response, 200, file.type, file.content)
  const [, sha256] = /^picture\/([0-9a-f]{64})\.png$/.exec(path) ?? []
  const bytes = sha256 === undefined ? undefined : await desk.picture(sha256)
  if (bytes) return send(response, 200, 'image/png', bytes)
  const page = desk.page(path, base)
  if (page === undefined) return say(response, 404, 'Not found.')
  send(response, 200, 'text/html; charset=utf-8', page)
}

/** Compared in the same time however much of the secret was right. */
function startsWith(pathname: string, base: string): boolean {
  const [given, own] = [Buffer.from(pathname.slice(0, base.length)), Buffer.from(base)]
  return given.length === own.length && timingSafeEqual(given, own)
}

async function take(
  desk: ApprovalDesk,
  base: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const {origin, host} = request.headers
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')
  if (origin !== `http://${host}`) return say(response, 403, 'Only from its own pages.')
  if (isForm !== true) return say(response, 415, 'Only forms.')
  const body = await bodyOf(request)
  if (body === undefined) return say(response, 413, 'Too long.')
  const next = await desk.decide(path, new URLSearchParams(body))
  if (next === undefined) return say(response, 404, 'Not found.')
  response.writeHead(303, {...headers, Location: base + next})
  response.end()
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    const bytes = Buffer.from(part)
    size += bytes.length
    if (size > 16_384) return undefined
    parts.push(bytes)
  }
  return Buffer.concat(parts).toString('utf8')
}

const headers = {
  ...securityHeaders,
  'Content-Security-Policy': approvalPolicy,
  // Forms sent from here say where they come from; nobody else learns the address.
  'Referrer-Policy': 'same-origin',
  'Cache-Control': 'no-store',
}

function say(response: ServerResponse, status: number, text: string): void {
  send(response, status, 'text/plain; charset=utf-8', `${text}\n`)
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
): void {
  response.writeHead(status, {
    ...headers,
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
  })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}
