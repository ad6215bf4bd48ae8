import {existsSync} from 'node:fs'
import {createServer, type IncomingMessage, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {folder, page, run} from '../support/auditing.ts'

// What a pa11y-ci configuration has done with pages before they are looked at, end to end.

const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='
const picture = `<img src="${pixel}" width="40" height="40">`
const add = `document.querySelector('main').insertAdjacentHTML('beforeend', '${picture}')`

const steps = `<p><label>Name <input id="name" value="old"></label></p>
  <p><label><input type="checkbox" id="ripe"> Ripe</label></p>
  <p><label><input type="checkbox" id="green" checked> Green</label></p>
  <p><button id="go" type="button">Go</button></p><p id="told" hidden>It is told.</p>
  <script>
    const at = (id) => document.getElementById(id)
    at('go').onclick = () => setTimeout(() => {
      at('told').hidden = false
      history.replaceState(null, '', '#told')
      setInterval(() => at('told').dispatchEvent(new Event('pear')), 50)
      if (at('name').value === 'Kim' && at('ripe').checked && !at('green').checked) ${add}
    }, 100)
  </script>`

test('in a folder: actions, wait, the element that counts, and what does not', async () => {
  const urls = [
    {url: 'http://localhost/part.html', rootElement: '#part', hideElements: '.widget, .chat'},
    {url: 'http://localhost/none.html', rootElement: '#part'},
    {url: 'http://localhost/late.html', wait: 900},
    {
      url: 'http://localhost/steps.html',
      actions: [
        'clear field #name',
        'set field #name to Kim',
        'check field #ripe',
        'uncheck field #green',
        'click element #go',
        'wait for element #told to be visible',
        'wait for #told to emit pear',
        'wait for fragment to be #told',
        'capture screen to steps/told.png',
      ],
    },
    {
      url: 'http://localhost/leads.html',
      actions: ['navigate to /clean.html', 'wait for path to be /clean.html'],
      screenCapture: 'led.png',
    },
    {url: 'http://localhost/stuck', actions: ['set #name to hunter2', 'click element #nothing']},
    {url: 'http://localhost/small.html', viewport: {width: 320, height: 480}},
    {url: 'http://localhost/large.html'},
    {url: 'http://localhost/whole.html', hideElements: '.chat, body'},
    {url: 'http://localhost/pieces.html', hideElements: 'body > *'},
    {url: 'http://localhost/both.html', rootElement: '#part', hideElements: 'main > *'},
    {url: 'http://localhost/unseen.html', rootElement: '#part'},
  ]
  const views = {phone: {width: 400, height: 800}, desktop: {width: 1280, height: 800}}
  const root = folder({
    'publication.json': JSON.stringify({
      url: 'http://localhost/',
      source: 'en',
      locales: ['en'],
      schemes: ['light'],
      views,
    }),
    '.pa11yci': JSON.stringify({urls}, null, 1),
    'site/part.html': page(
      `${picture}<p style="color:#bbb">Pale.</p><div id="part">${picture}
      <div class="widget">${picture}</div><div class="chat"><p style="color:#bbb">Pale</p></div></div>`,
    ).replace(' lang="en"', ''),
    'site/none.html': page('<p>Pears.</p>'),
    'site/late.html': page(`<p>Late.</p><script>setTimeout(() => ${add}, 600)</script>`),
    'site/steps.html': page(steps),
    'site/leads.html': page(picture),
    'site/clean.html': page('<p>Pears keep until the spring.</p>'),
    ...Object.fromEntries(
      ['small', 'large'].map((name) => [
        `site/${name}.html`,
        page(`<style>@media (min-width: 330px) {img {display: none}}</style>${picture}`),
      ]),
    ),
    'site/whole.html': page(picture),
    'site/pieces.html': page(picture),
    'site/both.html': page(`<div id="part">${picture}</div>`),
    'site/unseen.html': page(`<div id="part" hidden>${picture}</div>`),
    'site/stuck.html': page('<p><label>Name <input id="name"></label></p>'),
  })
  const {code, blocks, findings, heard} = await run(root, ['site'])
  expect(code).toBe(1)
  expect(blocks.toSorted()).toEqual([
    'both.html audit/unprepared',
    'late.html axe/image-alt',
    'none.html audit/unprepared',
    'part.html axe/image-alt',
    'pieces.html audit/unprepared',
    'small.html axe/image-alt',
    'steps.html axe/image-alt',
    'stuck.html audit/unprepared',
    'unseen.html audit/unprepared',
    'whole.html audit/unprepared',
  ])
  // Nothing at all about what lies outside, not even a question.
  const part = findings.filter(({place}) => place.file === 'part.html')
  const places = part.map(({place}) => place.selector ?? '')
  expect(places.filter((one) => !one.startsWith('#part'))).toEqual([])
  expect(places.join()).not.toMatch(/widget|chat|div/)
  const stuck = findings.find(({place}) => place.file === 'stuck.html')
  expect(stuck).toMatchObject({
    key: 'audit/unprepared',
    source: {file: '.pa11yci', line: 42, column: 5},
  })
  expect(JSON.stringify(findings)).not.toContain('hunter2')
  for (const file of ['steps/told.png', 'led.png']) {
    expect(existsSync(join(root, 'out/audit/captures', file))).toBe(true)
  }
  expect(heard.join('\n')).toContain('Pears keep until the spring.')

  // What is asked for is part of what a page passed by.
  const again = await run(root, ['site'], {changed: true})
  expect(again).toMatchObject({blocks, unchanged: ['clean.html', 'large.html', 'leads.html']})
})

/** What a check that tries buttons must not do to the account that the page is looked at with. */
const remove = `<button type="button" id="remove">Remove me</button>
  <script>remove.onclick = () => void fetch('/remove', {method: 'POST'})</script>`

let server: Server
let other: Server
let own: string
const asked: (readonly [string, string | undefined])[] = []

beforeAll(async () => {
  const listening = (made: Server) =>
    new Promise((done) => made.listen(0, '127.0.0.1', () => done(0)))
  const address = (made: Server) => `http://127.0.0.1:${(made.address() as AddressInfo).port}`
  const key = (request: IncomingMessage) => request.headers['x-key']?.toString()
  other = createServer((request, response) => {
    asked.push([`other ${request.url}`, key(request)])
    response.writeHead(200, {'content-type': 'image/gif'})
    response.end(Buffer.from(pixel.replace(/.*,/, ''), 'base64'))
  })
  await listening(other)
  server = createServer((request, response) => {
    let sent = ''
    request.on('data', (data) => (sent += String(data)))
    request.on('end', () => {
      const html = (body: string, status = 200) => {
        response.writeHead(status, {'content-type': 'text/html; charset=utf-8'})
        response.end(page(body))
      }
      const at = `${request.method} ${request.url}`
      asked.push([at, key(request)])
      if (at === 'POST /login' && sent === 'word=pear') {
        response.writeHead(303, {location: '/home', 'set-cookie': 'who=Kim; HttpOnly; Path=/'})
        response.end()
      } else if (at === 'GET /orders') {
        response.writeHead(302, {location: '/login'})
        response.end()
      } else if (at === 'GET /home') {
        const isKnown = request.headers.cookie === 'who=Kim'
        html(isKnown ? `<p>Come in.</p>${picture}${remove}` : '<p>Who is it?</p>')
      } else if (at === 'GET /login') {
        const field = '<label>Password <input type="password" name="word" id="word"></label>'
        html(`<form method="post"><p>${field}</p><p><button>Log in</button></p></form>`)
      } else if (at === 'GET /locked') {
        const image = `<img alt="A pear" width="40" height="40" src="${address(other)}/pear.gif">`
        html(image, key(request) === 'k' ? 200 : 403)
      } else html('', 404)
    })
  })
  await listening(server)
  own = address(server)
})
afterAll(() => {
  server.close()
  other.close()
})

test('at addresses: a page behind a log-in is looked at in every run; headers go home only', async () => {
  const actions = ['set field #word to pear', 'click element button', 'wait for path to be /home']
  const urls = [
    `${own}/login`,
    {url: `${own}/login`, actions},
    {url: `${own}/locked`, headers: {'X-Key': 'k'}},
    // It does what it is asked to, and is still outside.
    {url: `${own}/orders`, actions: ['wait for element #word to be visible']},
  ]
  const root = folder({'.pa11yci.json': JSON.stringify({urls})})
  await run(root, [], {shard: '1/2', out: 'one'})
  await run(root, [], {shard: '2/2', out: 'two'})
  const merged = await run(root, ['one/results.json', 'two/results.json'], {merge: true})
  expect(merged).toMatchObject({
    code: 1,
    pages: ['locked release', 'login release', 'login (2) hold', 'orders hold'],
    blocks: ['login (2) axe/image-alt', 'orders audit/redirected'],
  })
  expect(merged.heard[2]).toContain('Come in.')
  expect(asked).toContainEqual(['GET /locked', 'k'])
  expect(asked).toContainEqual(['other /pear.gif', undefined])

  asked.length = 0
  expect(await run(root, [], {changed: true})).toMatchObject({
    code: 1,
    unchanged: ['locked', 'login'],
    blocks: ['login (2) axe/image-alt', 'orders audit/redirected'],
  })
  expect(asked.map(([at]) => at)).toContain('POST /login')
  expect(asked.map(([at]) => at)).not.toContain('POST /remove')
})
