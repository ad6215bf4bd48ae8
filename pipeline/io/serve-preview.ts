import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import {readFile} from 'node:fs/promises'
import mime from 'mime'
import {contentSecurityPolicy} from '../model/csp.ts'
import type {FontRequest} from '../model/font.ts'
import type {ImageRequest} from '../model/image.ts'
import type {Rendition} from '../model/rendition.ts'
import {isOurs, pathOf, securityHeaders} from './answer.ts'
import {fontFile} from './fonts.ts'
import {previewFolder, previewScript, previewStyle} from './preview-script.ts'
import {sha256} from './digest.ts'
import {listen, type Served} from './serve.ts'

/** What a preview shows: files that are made when they are asked for, or one page in the place of all. */
export interface Showing {
  readonly has: (path: string) => boolean
  readonly file: (path: string) => Rendition | undefined
  /** Served whole: cutting them down would take longer than anything else. */
  readonly fonts: readonly FontRequest[]
  /** Served as they lie beside their articles: browsers go by the bytes. */
  readonly image: (path: string) => ImageRequest | undefined
  /** The site's path on its host, with a slash at both ends. */
  readonly base: string
  /** Markup to stand above a page's own. */
  readonly above: (page: Rendition) => Promise<string>
  /** An HTML document to be shown while there is nothing to show. */
  readonly failure: string | undefined
  /** The document that is shown in the place of a page that could not be made. */
  readonly failed: (error: unknown) => string
}

/** A running preview. */
export interface ServedPreview extends Served {
  /** Show this from now on; pages that it changes load again by themselves. */
  show(showing: Showing): void
}

interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string | Uint8Array
  readonly location?: string
}

/**
 * Serve what is in memory on the loopback address, and tell open pages when they are out of date.
 *
 * @throws PipelineError `busy`
 */
export async function servePreview(
  first: Showing,
  {port}: {readonly port: number},
): Promise<ServedPreview> {
  let shown = first
  const listeners = new Map<ServerResponse, string>()

  const send = async (response: ServerResponse, page: string) => {
    const showing = shown
    const found = await pageAt(page, showing)
    // What came meanwhile is sent by itself.
    if (showing !== shown || !listeners.has(response)) return
    response.write(`data: ${found === undefined ? '' : sha256(found.html)}\n\n`)
  }
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = pathOf(request.url ?? '/')
    if (!isOurs(request)) return say(response, plain(421, 'This server answers to localhost only.'))
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return say(response, plain(405, 'Only GET and HEAD.'))
    }
    if (path === undefined) return say(response, plain(400, 'Not a path.'))
    if (path !== `${previewFolder}events`) return say(response, await find(path, shown))
    response.writeHead(200, {...headers, 'Content-Type': 'text/event-stream'})
    const page = new URL(request.url ?? '/', 'http://localhost').searchParams.get('page') ?? '/'
    listeners.set(response, page)
    response.on('close', () => listeners.delete(response))
    await send(response, page)
  }
  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500, headers)
      response.end()
    })
  })
  return {
    ...(await listen(server, port, '/')),
    show(showing) {
      shown = showing
      for (const [response, page] of listeners) void send(response, page)
    },
  }
}

const headers = {
  ...securityHeaders,
  'Content-Security-Policy': contentSecurityPolicy,
  'Cache-Control': 'no-store',
}

/** The page at a path below the site's root, as it is shown but for the script's own name. */
async function pageAt(
  address: string,
  showing: Showing,
): Promise<{readonly status: number; readonly html: string} | undefined> {
  if (showing.failure !== undefined) return {status: 500, html: showing.failure}
  const path = pathOf(address)
  const below = path === undefined ? undefined : within(path, showing.base)
  const [tag = ''] = (below ?? '').split('/')
  try {
    const own = below === undefined ? undefined : showing.file(indexOf(below))
    const page = own ?? showing.file(`${tag}/404.html`) ?? showing.file('404.html')
    if (page?.mediaType !== 'text/html') return undefined
    const html = String(page.content)
    const above = await showing.above(page)
    return {
      status: own === undefined ? 404 : 200,
      html: html.replace(/<body[^>]*>/, (tagOf) => tagOf + above),
    }
  } catch (error) {
    return {status: 500, html: showing.failed(error)}
  }
}

async function find(path: string, showing: Showing): Promise<Answer> {
  const {base, fonts, failure} = showing
  if (path === `${previewFolder}reload.js`) return ok('text/javascript', previewScript)
  if (path === `${previewFolder}notes.css`) return ok('text/css', previewStyle)
  const below = within(path, base)
  if (below === undefined && failure === undefined && path === '') {
    return {...plain(307, base), location: base}
  }
  const font = fonts.find((one) => one.path === below)
  if (font !== undefined) return ok('font/woff2', await readFile(fontFile(font.source)))
  const image = showing.image(below ?? '')
  if (image !== undefined) return ok(mime.getType(image.source.path) ?? '', image.source.bytes)
  const isPage = /(^|\/|\.html)$/.test(below ?? '')
  const file = isPage ? undefined : showing.file(below ?? '')
  if (file !== undefined && file.mediaType !== 'text/html') {
    return ok(mime.getType(file.path) ?? file.mediaType, file.content)
  }
  if (failure === undefined && below !== undefined && showing.has(`${below}/index.html`)) {
    const location = `/${path.split('/').map(encodeURIComponent).join('/')}/`
    return {...plain(308, location), location}
  }
  const page = await pageAt(`/${path.split('/').map(encodeURIComponent).join('/')}`, showing)
  if (page === undefined) return plain(404, 'Not found.')
  return {...ok('text/html', reloading(page.html)), status: page.status}
}

/** The page with the script that loads it again. */
function reloading(html: string): string {
  const tags = `<link rel="stylesheet" href="/${previewFolder}notes.css"><script src="/${previewFolder}reload.js?is=${sha256(html)}" defer></script>`
  return html.includes('</head>') ? html.replace('</head>', () => `${tags}</head>`) : tags + html
}

function within(path: string, base: string): string | undefined {
  return `/${path}`.startsWith(base) ? `/${path}`.slice(base.length) : undefined
}

function indexOf(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path
}

function ok(type: string, body: string | Uint8Array): Answer {
  return {
    status: 200,
    type: /^text\/|json$|xml$/.test(type) ? `${type}; charset=utf-8` : type,
    body,
  }
}

function plain(status: number, text: string): Answer {
  return {status, type: 'text/plain; charset=utf-8', body: `${text}\n`}
}

function say(response: ServerResponse, {status, type, body, location}: Answer): void {
  response.writeHead(status, {
    ...headers,
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    ...(location !== undefined && {Location: location}),
    ...(status === 405 && {Allow: 'GET, HEAD'}),
  })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}
