import {request} from 'node:http'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {serveApproval} from '../../pipeline/io/serve-approval.ts'
import type {Served} from '../../pipeline/io/serve.ts'

const png = Uint8Array.of(1, 2, 3)
const shown = 'a'.repeat(64)
const decided: string[] = []
let served: Served

beforeAll(async () => {
  served = await serveApproval(
    {
      page: (path, base) => (path === 'ko/1' ? `<p>${base}</p>` : undefined),
      files: new Map([['approval.css', {type: 'text/css', content: 'p {}'}]]),
      picture: async (sha256) => (sha256 === shown ? png : undefined),
      decide: async (path, form) => {
        if (path !== 'ko/1') return undefined
        decided.push(`${path} ${form.get('decision')}`)
        return 'ko/2'
      },
    },
    {port: 0},
  )
})
afterAll(() => served.close())

interface Asked {
  readonly path: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** As `fetch` does not let anybody: with whatever host and origin. */
function ask({path, method = 'GET', headers = {}, body = ''}: Asked) {
  const {port} = new URL(served.url)
  return new Promise<{status: number; headers: NodeJS.Dict<string | string[]>; text: string}>(
    (resolve, reject) => {
      const asked = request({host: '127.0.0.1', port, path, method, headers}, (response) => {
        let text = ''
        response.on('data', (part) => (text += String(part)))
        response.on('end', () =>
          resolve({status: response.statusCode ?? 0, headers: response.headers, text}),
        )
      })
      asked.on('error', reject)
      asked.end(body)
    },
  )
}

const base = () => new URL(served.url).pathname
const origin = () => new URL(served.url).origin
const form = {'Content-Type': 'application/x-www-form-urlencoded'}

test('its pages, files and pictures are there, with a policy that lets nothing else in', async () => {
  const page = await ask({path: `${base()}ko/1`})
  expect(page).toMatchObject({status: 200, text: `<p>${base()}</p>`})
  const policy = String(page.headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("form-action 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
  expect((await ask({path: `${base()}approval.css`})).text).toBe('p {}')
  expect((await ask({path: `${base()}picture/${shown}.png`})).headers['content-type']).toBe(
    'image/png',
  )
})

test.each([
  ['another secret', () => ({path: `/${'x'.repeat(base().length - 2)}/ko/1`}), 404],
  ['no secret', () => ({path: '/ko/1'}), 404],
  ['a picture that no page shows', () => ({path: `${base()}picture/${'b'.repeat(64)}.png`}), 404],
  ['a path out of it', () => ({path: `${base()}../../etc/passwd`}), 404],
  ['another host name', () => ({path: `${base()}ko/1`, headers: {Host: 'evil.example'}}), 421],
  ['another method', () => ({path: `${base()}ko/1`, method: 'DELETE'}), 405],
] as const)('%s: no', async (_, asked, status) => {
  expect((await ask(asked())).status).toBe(status)
})

test.each([
  ['from another origin', () => ({...form, Origin: 'https://evil.example'}), 403],
  ['from nowhere', () => ({...form}), 403],
  ['from a page without an origin', () => ({...form, Origin: 'null'}), 403],
  ['as something else than a form', () => ({'Content-Type': 'text/plain', Origin: origin()}), 415],
  ['from its own page', () => ({...form, Origin: origin()}), 303],
] as const)('a decision %s', async (_, headers, status) => {
  decided.length = 0
  const path = `${base()}ko/1`
  const answer = await ask({path, method: 'POST', headers: headers(), body: 'decision=accepted'})
  expect(answer.status).toBe(status)
  expect(decided).toEqual(status === 303 ? ['ko/1 accepted'] : [])
  if (status === 303) expect(answer.headers.location).toBe(`${base()}ko/2`)
})

test('a form without end is not read to its end', async () => {
  const headers = {...form, Origin: origin()}
  const path = `${base()}ko/1`
  const answer = await ask({path, method: 'POST', headers, body: 'x'.repeat(20_000)})
  expect(answer.status).toBe(413)
})
