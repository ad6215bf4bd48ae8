import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {createServer} from 'node:net'
import {setTimeout as wait} from 'node:timers/promises'
import {afterEach, describe, expect, test} from 'vitest'
import type {Sighting} from '../../pipeline/io/checking-browser.ts'
import {findBrowser} from '../../pipeline/io/chromium.ts'
import {deadlineIn} from '../../pipeline/io/deadline.ts'
import type {Probe} from '../../pipeline/io/look.ts'
import {openTabs} from '../../pipeline/io/tabs.ts'
import type {Rendition} from '../../pipeline/model/rendition.ts'
import {html, open, page, strict, views} from '../support/browser.ts'

const title: Probe = {
  id: 'title',
  every: 'view',
  probe: (tab) => tab.evaluate(() => document.title, null),
}
const axe: Probe = {
  id: 'axe',
  every: 'viewport',
  probe: async (tab) => (await tab.engine('axe')).map(({code}) => code),
}
const picture: Probe = {
  id: 'picture',
  every: 'view',
  probe: async (tab) => ({...(await tab.picture())}),
}

const opened: {close(): Promise<void>}[] = []
afterEach(async () => {
  for (const browser of opened.splice(0)) await browser.close()
})

async function see(
  pages: readonly Rendition[],
  probes: readonly Probe[],
  timeLimit = 8_000,
  jobs = 2,
): Promise<Sighting> {
  const browser = await open({probes, timeLimit, jobs})
  opened.push(browser)
  return browser.capture(pages)
}

/** How many processes of this one were killed. */
function killBrowser(): number {
  const pids = childrenOf(process.pid)
  for (const pid of pids) process.kill(pid, 'SIGKILL')
  return pids.length
}

/** The switches of a process; Chromium writes those of its parts as one line. */
function commandOf(pid: number): readonly string[] {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split(/[\0 ]/)
}

/** The browsers that this process has started. */
function browsers(): readonly number[] {
  return childrenOf(process.pid).filter((pid) => commandOf(pid).includes('--headless'))
}

/** The processes that show pages, in the order that they were started in. */
function renderersOf(pid: number): readonly number[] {
  const all = childrenOf(pid).flatMap((one) => [one, ...renderersOf(one)])
  return all.filter((one) => commandOf(one).includes('--type=renderer'))
}

function childrenOf(pid: number): readonly number[] {
  const tasks = readdirSync(`/proc/${pid}/task`)
  return tasks.flatMap((task) => {
    const list = readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')
    return (list.match(/\d+/g) ?? []).map(Number)
  })
}

const good = page('good/index.html', html('<p>Words.</p>'))

describe('what a page does to its checks stays with the page', () => {
  const bad: readonly (readonly [name: string, body: string, reason: RegExp])[] = [
    ['an endless loop', '<script>for (;;);</script>', /not done within 6000 ms/],
    [
      'a loop that starts later',
      '<script>addEventListener("load", () => setTimeout(() => { for (;;); }, 0))</script>',
      /not done within 6000 ms/,
    ],
    [
      'requests without end',
      '<script>const ask = () => { fetch("x"); setTimeout(ask, 0) }; for (let n = 0; n < 50; n++) ask()</script>',
      /not done within 6000 ms|^$/,
    ],
    [
      'a page that goes elsewhere',
      '<script>location = "about:blank"</script>',
      /went to about:blank/,
    ],
    [
      'a page that leaves while it is looked at',
      '<script>addEventListener("load", () => setTimeout(() => (location = "good/"), 30))</script>',
      /went to https:|navigated|^$/,
    ],
    [
      'memory without end',
      '<script>const kept = []; for (;;) kept.push(new Array(1e7).fill(1.5))</script>',
      /crashed|not done within/,
    ],
  ]

  test.each(bad)('%s', async (_, body, reason) => {
    const {captures} = await see([page('bad.html', html(body)), good], [title, picture], 6_000)
    for (const view of views) {
      const of = (path: string) =>
        captures.find((one) => one.page === path && one.view.name === view.name)
      expect(of('good/index.html')?.failures).toEqual({})
      expect(of('good/index.html')?.evidence['title']).toBe('A page')
      const failures = Object.values(of('bad.html')?.failures ?? {missing: 'no capture'})
      if (!reason.test('')) expect(failures.length).toBe(2)
      for (const failure of failures) expect(failure).toMatch(reason)
    }
  })

  test('a crash of the renderer', async () => {
    const crashes: Probe = {
      id: 'crashes',
      every: 'viewport',
      probe: async (tab) => {
        if (tab.page !== 'bad.html') return null
        return tab.evaluate(async () => {
          // Its own heap, of which there is an end; a buffer that cannot be had is an error of the script.
          const kept: number[][] = []
          for (;;) {
            kept.push(Array.from<number>({length: 1e7}).fill(1.5))
            await new Promise((done) => setTimeout(done, 0))
          }
        }, null)
      },
    }
    const {captures} = await see([page('bad.html', html('')), good], [crashes, title])
    expect(
      captures.filter(({page: path}) => path === good.path).map((one) => one.failures),
    ).toEqual(views.map(() => ({})))
    const [first] = captures
    expect(first?.failures['crashes']).toMatch(/crashed|not done within|[Cc]losed/)
    expect(first?.evidence['title']).toBe('A page')
  })

  test.skipIf(process.platform !== 'linux')(
    'the death of the browser, again and again',
    async () => {
      const pages = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => page(`${name}.html`, html('')))
      const killed = new Set<string>()
      const kills: Probe = {
        id: 'kills',
        every: 'viewport',
        async probe(tab) {
          if (!killed.has(tab.page)) {
            killed.add(tab.page)
            expect(killBrowser()).toBeGreaterThan(0)
          }
          return tab.evaluate(() => document.title, null)
        },
      }
      const {captures} = await see(pages, [title, kills], 30_000, 1)
      expect(captures.map(({failures}) => failures)).toEqual(captures.map(() => ({})))
      expect(captures.length).toBe(pages.length * views.length)
    },
  )

  /** Kills the browser whenever a page has been loaded in it. */
  const killing = (isSpared: (path: string) => boolean): Probe => ({
    id: 'kills',
    every: 'viewport',
    probe: (tab) =>
      tab.perform('kills', async (hands) => {
        if (!isSpared(tab.page)) killBrowser()
        return hands.evaluate(() => document.title, null)
      }),
  })

  test.skipIf(process.platform !== 'linux')(
    'the death of the browser each time a page is asked something',
    async () => {
      const deadly = page('bad.html', html(''))
      const probes = [killing((path) => path !== deadly.path), title]
      const {captures} = await see([deadly, good], probes, 30_000, 1)
      const of = (path: string) => captures.filter((one) => one.page === path)
      expect(of(deadly.path)[0]?.failures['kills']).toMatch(/closed/)
      expect(of(deadly.path)[0]?.evidence['title']).toBe('A page')
      expect(of(good.path).map(({failures}) => failures)).toEqual(views.map(() => ({})))
    },
  )

  test.skipIf(process.platform !== 'linux')(
    'a browser that dies whatever it is asked, once it has shown that it starts',
    async () => {
      const pages = ['a', 'b', 'c', 'd', 'e'].map((name) => page(`${name}.html`, html('')))
      const probes = [killing((path) => path === good.path)]
      const {captures} = await see([good, ...pages], probes, 30_000, 1)
      expect(captures.length).toBe(6 * views.length)
      const failures = captures.flatMap((one) => one.failures['kills'] ?? [])
      // Once in each size of window.
      expect(failures.length).toBe(5 * 2)
      expect(failures.at(-1)).toContain('The browser died 16 times')
    },
  )

  test.skipIf(process.platform !== 'linux')(
    'the death of the browser while a tab opens',
    async () => {
      const tabs = openTabs(await findBrowser(), strict)
      opened.push(tabs)
      for (const delay of [0, 3, 6, 10, 20, 30]) {
        const slot = tabs.slot()
        await slot.tab()
        slot.worked()
        const other = tabs.slot().tab()
        setTimeout(killBrowser, delay)
        await expect(other).resolves.toBeDefined()
      }
    },
  )

  test.skipIf(process.platform !== 'linux')('a browser that hangs', async () => {
    const tabs = openTabs(await findBrowser(), strict, 2_000)
    opened.push(tabs)
    await tabs.slot().tab()
    const [hanging = 0] = browsers()
    process.kill(hanging, 'SIGSTOP')
    await expect(tabs.slot().tab()).resolves.toBeDefined()
    process.kill(hanging, 'SIGKILL')
  })

  test.skipIf(process.platform !== 'linux')(
    'a browser that freezes while a page is shown, and a renderer that is killed or freezes',
    async () => {
      const tabs = openTabs(await findBrowser(), strict, 60_000, 2)
      opened.push(tabs)
      const slot = tabs.slot()
      const losing = async (pidOf: () => number, signal: NodeJS.Signals) => {
        const tab = await slot.tab()
        const deadline = deadlineIn(5_000)
        const view = {name: 'any', width: 375, height: 812, scheme: 'light'} as const
        await tab.load({url: 'https://news.example/', hash: ''}, view, () => good, deadline)
        const pid = pidOf()
        const waits = tab.world(deadline)('new Promise(() => {})')
        process.kill(pid, signal)
        const reason = await waits.catch(String)
        await slot.drop()
        // What is frozen lives on until its browser ends.
        if (existsSync(`/proc/${pid}`)) process.kill(pid, 'SIGKILL')
        return reason
      }
      const browser = () => browsers()[0] ?? 0
      const goes = async () => {
        const tab = await slot.tab()
        const view = {name: 'any', width: 375, height: 812, scheme: 'light'} as const
        const never = new Promise<Rendition>(() => {})
        const address = {url: 'https://news.example/', hash: ''}
        const going = tab.load(address, view, () => never, deadlineIn(5_000)).catch(String)
        await wait(500)
        process.kill(renderer(), 'SIGKILL')
        await going
        const {message} = tab.lost() ?? {message: 'nothing'}
        await slot.drop()
        return message
      }
      const renderer = () => renderersOf(browser()).at(-1) ?? 0
      expect(await losing(renderer, 'SIGKILL')).toBe('Error: the renderer was killed')
      expect(await goes()).toBe('the renderer was killed')
      expect(await losing(renderer, 'SIGSTOP')).toBe('Error: the renderer does not answer')
      expect(await losing(browser, 'SIGSTOP')).toMatch(/closed/)
      await expect(slot.tab()).resolves.toBeDefined()
    },
  )

  test.skipIf(process.platform !== 'linux')(
    'a run that was given up, while another page is in hand',
    async () => {
      const tabs = openTabs(await findBrowser(), strict)
      opened.push(tabs)
      const slot = tabs.slot()
      await slot.tab()
      await tabs.close()
      await slot.drop()
      await expect(slot.tab()).rejects.toThrow('closed')
      expect(browsers()).toEqual([])
    },
  )

  test.skipIf(process.platform !== 'linux')(
    'no part of the browser that requests go through dies without it',
    async () => {
      const tabs = openTabs(await findBrowser(), strict)
      opened.push(tabs)
      await tabs.slot().tab()
      const [browser = 0] = browsers()
      const parts = childrenOf(browser).flatMap(commandOf)
      expect(parts.filter((word) => word.includes('NetworkService'))).toEqual([])
      // Of two lists of features Chromium heeds the last: ours must hold what Playwright turns on.
      const [its, ours] = commandOf(browser)
        .filter((word) => word.startsWith('--enable-features='))
        .map((word) => word.replace(/.*=/, '').split(','))
      expect(ours).toEqual(expect.arrayContaining(its ?? []))
    },
  )

  test('dialogs and windows do not stand in the way', async () => {
    const body = '<script>alert(1); confirm(2); window.open("about:blank")</script>'
    const {captures} = await see([page('bad.html', html(body))], [title])
    expect(captures.map(({failures}) => failures)).toEqual(views.map(() => ({})))
  })

  test('a probe that throws fails alone', async () => {
    const broken: Probe = {
      id: 'broken',
      every: 'view',
      probe: (tab) =>
        tab.evaluate(() => {
          throw new Error('out of order')
        }, null),
    }
    const {captures} = await see([good], [broken, title])
    expect(captures[0]?.failures).toEqual({broken: 'Error: out of order'})
    expect(captures[0]?.evidence['title']).toBe('A page')
  })

  test('an engine finds what a page tries to hide from it', async () => {
    const body =
      '<script>Object.defineProperty(window, "axe", {get: () => ({run: async () => ({violations: [], incomplete: []})}), set() {}})</script><img src="">'
    const {captures} = await see([page('bad.html', html(body))], [axe])
    expect(captures[0]?.evidence['axe']).toContain('image-alt')
  })
})

test('nothing leaves the browser', async () => {
  const arrived: string[] = []
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', (data) => arrived.push(data.toString('latin1').slice(0, 60)))
    arrived.push('a connection')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const at = `http://127.0.0.1:${port}`
  const body = `
    <link rel="preconnect" href="${at}"><link rel="dns-prefetch" href="${at}"><link rel="prefetch" href="${at}/a">
    <img src="${at}/b.png"><iframe src="${at}/c"></iframe><object data="${at}/d"></object>
    <video src="${at}/e" autoplay></video><style>@import "${at}/f.css"; body { background: url(${at}/g) }</style>
    <a ping="${at}/h" href="${at}/i" id="away">away</a>
    <script>
      fetch("${at}/j").catch(() => {}); navigator.sendBeacon("${at}/k", "x"); new WebSocket("ws://127.0.0.1:${port}/l")
      new EventSource("${at}/m"); open("${at}/n")
      const work = 'fetch("${at}/o"); new WebSocket("ws://127.0.0.1:${port}/p")'
      try { new Worker(URL.createObjectURL(new Blob([work]))) } catch {}
      try { new SharedWorker(URL.createObjectURL(new Blob([work]))) } catch {}
      try { const call = new RTCPeerConnection({iceServers: [{urls: "stun:127.0.0.1:${port}"}]}); call.createDataChannel("x"); call.createOffer().then((offer) => call.setLocalDescription(offer)) } catch {}
      const form = document.createElement("form"); form.action = "${at}/q"; form.target = "_blank"; document.body.append(form); form.submit()
    </script>`
  const waits: Probe = {
    id: 'waits',
    every: 'viewport',
    probe: (tab) =>
      tab.evaluate(async () => {
        await new Promise((done) => setTimeout(done, 1_500))
        return null
      }, null),
  }
  const browser = await open({
    probes: [waits],
    policy: `default-src * data: blob: 'unsafe-inline' 'unsafe-eval'; worker-src * blob:`,
  })
  opened.push(browser)
  await browser.capture([page('bad.html', html(body))])
  server.close()
  expect(arrived).toEqual([])
})

test('what a stranger’s page keeps in the browser is gone before the next, and before it is loaded again', async () => {
  const body = `<p id="seen"></p><script>
    seen.textContent = [localStorage.seen, sessionStorage.seen, document.cookie].join('')
    localStorage.seen = sessionStorage.seen = document.cookie = 'seen=1'
  </script>`
  const reads: Probe = {
    id: 'reads',
    every: 'viewport',
    probe: (tab) =>
      tab.perform('reads', async (hands) => {
        const words = () => document.getElementById('seen')?.textContent ?? 'nothing'
        const first = await hands.evaluate(words, null)
        await hands.reload()
        return [first, await hands.evaluate(words, null)]
      }),
  }
  const pages = ['a.html', 'b.html', 'c.html'].map((path) => page(path, html(body)))
  const strangers = await open({probes: [reads], policy: undefined, views: views.slice(0, 1)})
  try {
    const {captures} = await strangers.capture(pages)
    expect(captures.map(({evidence}) => evidence['reads'])).toEqual(captures.map(() => ['', '']))
  } finally {
    await strangers.close()
  }
})
