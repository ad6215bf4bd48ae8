import {createServer, request} from 'node:http'
import {connect} from 'node:net'
import {brotliDecompressSync, gunzipSync} from 'node:zlib'
import {chmod, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {letGo as release} from './let-go.ts'
import {serve, type Served} from '../../pipeline/io/serve.ts'
import {contentSecurityPolicy} from '../../pipeline/model/csp.ts'
import type {Rendition} from '../../pipeline/model/rendition.ts'

let out = ''
let served: Served | undefined
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'galley-serve-'))
  await release(out, pages('front'))
  served = await serve(out, {port: 0, base: '/'})
})
afterAll(async () => {
  await served?.close()
  await rm(out, {recursive: true, force: true})
})

const pages = (front: string): readonly Rendition[] =>
  Object.entries({
    'index.html': 'root',
    'ko/index.html': front,
    'ko/404.html': '없음',
    '404.html': 'nowhere',
    'assets/style.1a2b.css': 'p{}',
    'ko/old/index.html': 'moved',
    'ko/bad/index.html': 'withdrawn',
    _redirects: '/ko/old/ /ko/ 301\n/ko/bad/ /ko/bad/index.html 410\n',
  }).map(([path, content]) => ({
    path,
    content,
    mediaType: '',
    locale: undefined,
    article: undefined,
    page: undefined,
  }))

test.each([
  ['/', 200, 'root'],
  ['/index.html', 200, 'root'],
  ['/ko/', 200, 'front'],
  ['/ko/?x=1', 200, 'front'],
  ['/assets/style.1a2b.css', 200, 'p{}'],
  ['/ko/nothing/', 404, '없음'],
  ['/ko/bad/', 410, 'withdrawn'],
  ['/nothing', 404, 'nowhere'],
  ['/../../etc/passwd', 404, 'nowhere'],
  ['/..%2f..%2fetc/passwd', 404, 'nowhere'],
  ['/%2e%2e/log/00000001.json', 404, 'nowhere'],
  ['/MANIFEST.json', 404, 'nowhere'],
  ['/__proto__', 404, 'nowhere'],
  ['/%00', 400, 'Not a path.\n'],
  ['/ko%2f', 200, 'front'],
  ['/ko%2findex.html', 200, 'front'],
  ['//ko/', 404, 'nowhere'],
  ['/assets/', 404, 'nowhere'],
  ['/ko\\..\\index.html', 404, 'nowhere'],
  ['/%zz', 400, 'Not a path.\n'],
])('GET %s is %i', async (path, status, body) => {
  expect(await ask({path})).toMatchObject({status, body})
})

test('a folder without its slash leads to the folder', async () => {
  expect(await ask({path: '/ko'})).toMatchObject({status: 308, headers: {location: '/ko/'}})
})

test('every answer carries the strict policy', async () => {
  for (const path of ['/', '/nothing', '/ko', '/%00']) {
    const {headers} = await ask({path})
    expect(headers['content-security-policy']).toBe(contentSecurityPolicy)
    expect(headers['x-content-type-options']).toBe('nosniff')
  }
})

test('hashed assets are kept for a year, pages asked after', async () => {
  const asset = await ask({path: '/assets/style.1a2b.css'})
  expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(asset.headers['content-type']).toBe('text/css; charset=utf-8')
  const page = await ask({path: '/ko/'})
  expect(page.headers['cache-control']).toBe('no-cache')
  const again = await ask({path: '/ko/', headers: {'if-none-match': String(page.headers.etag)}})
  expect(again).toMatchObject({status: 304, body: ''})
  for (const tags of [`"x", W/${String(page.headers.etag)}`, '*']) {
    expect(await ask({path: '/ko/', headers: {'if-none-match': tags}})).toMatchObject({status: 304})
  }
  expect(await ask({path: '/ko/', headers: {'if-none-match': '"x"'}})).toMatchObject({status: 200})
})

test.each([
  ['br', 'br', brotliDecompressSync],
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['gzip;q=0.5, br;q=0', 'gzip', gunzipSync],
])('packed as %s allows', async (accepted, encoding, unpack) => {
  const plain = await ask({path: '/ko/'})
  const packed = await ask({path: '/ko/', headers: {'accept-encoding': accepted}})
  expect(packed.headers).toMatchObject({'content-encoding': encoding, vary: 'Accept-Encoding'})
  expect(unpack(packed.bytes).toString()).toBe(plain.body)
  expect(packed.headers.etag).not.toBe(plain.headers.etag)
  expect(plain.headers).not.toHaveProperty('content-encoding')
})

test('ranges are not served: the whole is', async () => {
  const {status, body, headers} = await ask({path: '/ko/', headers: {range: 'bytes=0-1'}})
  expect({status, body}).toEqual({status: 200, body: 'front'})
  expect(headers['accept-ranges']).toBe('none')
})

test.each([
  ['no host', 'GET / HTTP/1.0\r\n\r\n', /^HTTP\/1\.1 421 /],
  [
    'an absolute address',
    'GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n',
    / 421 /,
  ],
  ['no path', 'GET ko HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nConnection: close\r\n\r\n', / 400 /],
  [
    'two hosts',
    'GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nHost: evil\r\nConnection: close\r\n\r\n',
    / 421 /,
  ],
  ['an empty host', 'GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n', / 421 /],
  ['no HTTP', '\0\0\0\r\n\r\n', / 400 /],
])('raw: %s', async (_, text, expected) => {
  expect(await raw(text)).toMatch(expected)
  expect(await ask({path: '/'})).toMatchObject({status: 200})
})

test('HEAD has no body, other methods are refused', async () => {
  expect(await ask({path: '/ko/', method: 'HEAD'})).toMatchObject({status: 200, body: ''})
  expect(await ask({path: '/ko/', method: 'POST'})).toMatchObject({status: 405})
})

test.each(['evil.example', 'localhost', 'localhost:1', '127.0.0.1.evil.example', '[::1]'])(
  'the host name %j is refused (DNS rebinding)',
  async (host) => {
    expect(await ask({path: '/', headers: {host}})).toMatchObject({status: 421})
  },
)

test.each(['localhost', '127.0.0.1', '[::1]'])('%s is ours', async (name) => {
  const host = `${name}:${new URL(served?.url ?? '').port}`
  expect(await ask({path: '/', headers: {host}})).toMatchObject({status: 200})
})

test('a new release shows without a restart', async () => {
  await release(out, pages('new front'))
  expect(await ask({path: '/ko/'})).toMatchObject({body: 'new front'})
})

test('a page that is still open finds its assets after the next release', async () => {
  const without = pages('other').filter(({path}) => !path.startsWith('assets/'))
  await release(out, without)
  expect(await ask({path: '/ko/'})).toMatchObject({body: 'other'})
  expect(await ask({path: '/assets/style.1a2b.css'})).toMatchObject({status: 200, body: 'p{}'})
  expect(await ask({path: '/assets/none.css'})).toMatchObject({status: 404})
})

test('a file that is damaged is not served', async () => {
  const {id} = await release(out, pages('to be damaged'))
  expect(await ask({path: '/ko/'})).toMatchObject({body: 'to be damaged'})
  const file = join(out, 'releases', id, 'ko/index.html')
  await chmod(file, 0o644)
  await writeFile(file, 'planted')
  expect(await ask({path: '/ko/'})).toMatchObject({status: 500})
  await release(out, pages('mended'))
  expect(await ask({path: '/ko/'})).toMatchObject({status: 200, body: 'mended'})
})

test('a port that is taken gives way to the next', async () => {
  const taken = Number(new URL(served?.url ?? '').port)
  const second = await serve(out, {port: taken, base: '/'})
  expect(Number(new URL(second.url).port)).toBeGreaterThan(taken)
  await second.close()
})

test('where no port is left it is said in words', async () => {
  const blocker = createServer()
  await new Promise((resolve) => {
    blocker.once('error', resolve)
    blocker.listen(65_535, '127.0.0.1', () => resolve(undefined))
  })
  await expect(serve(out, {port: 65_535, base: '/'})).rejects.toMatchObject({code: 'busy'})
  blocker.close()
})

test('it stops at once, though a connection is kept', async () => {
  const second = await serve(out, {port: 0, base: '/'})
  const kept = connect(Number(new URL(second.url).port), '127.0.0.1')
  kept.on('error', () => {})
  await new Promise((resolve) => kept.once('connect', resolve))
  await second.close()
  await expect(fetch(second.url)).rejects.toThrow()
})

test('nothing released is said so', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'galley-serve-'))
  await expect(serve(empty, {port: 0, base: '/'})).rejects.toMatchObject({code: 'no-release'})
  await rm(empty, {recursive: true})
})

interface Asked {
  readonly path: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** By node:http, since fetch would tidy the path. */
function ask({path, method = 'GET', headers = {}}: Asked) {
  const {port} = new URL(served?.url ?? '')
  return new Promise<{
    status: number
    body: string
    bytes: Buffer
    headers: Record<string, unknown>
  }>((resolve, reject) => {
    const sent = request({host: '127.0.0.1', port, path, method, headers}, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const bytes = Buffer.concat(chunks)
        const {statusCode: status = 0, headers: received} = answer
        resolve({status, body: bytes.toString(), bytes, headers: received})
      })
    })
    sent.on('error', reject)
    sent.end()
  })
}

function raw(text: string): Promise<string> {
  const {port} = new URL(served?.url ?? '')
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(Number(port), '127.0.0.1')
    socket.setTimeout(1_000, () => socket.destroy())
    socket.on('data', (chunk) => (answer += String(chunk)))
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
    socket.write(text.replace('PORT', port))
  })
}

test('an address that has moved leads on for good', async () => {
  const response = await fetch(new URL('/ko/old/', served?.url), {redirect: 'manual'})
  expect([response.status, response.headers.get('location')]).toEqual([301, '/ko/'])
})

test('a publication that has a path of its own is served there', async () => {
  const {url, close} = await serve(out, {port: 0, base: '/news/'})
  const answers = await Promise.all(
    ['/', '/news/', '/news/ko', '/ko/'].map((path) =>
      fetch(new URL(path, url), {redirect: 'manual'}),
    ),
  )
  expect(answers.map(({status, headers}) => [status, headers.get('location')])).toEqual([
    [307, '/news/'],
    [200, null],
    [308, '/news/ko/'],
    [404, null],
  ])
  await close()
})
