import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs'
import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {env, execPath} from 'node:process'
import {gzipSync} from 'node:zlib'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {PipelineError} from '../../../pipeline/model/error.ts'
import {parseSitemap} from '../../../pipeline/io/audit/sitemap.ts'
import {openTarget, type Reading} from '../../../pipeline/io/audit/target.ts'
import type {Asked} from '../../../pipeline/io/site.ts'
import {nothingAsked} from '../../../pipeline/model/preparation.ts'
import {openCache} from '../../../pipeline/io/cache.ts'

const reading: Reading = {
  cwd: '/',
  out: '/out/audit',
  hosts: [],
  url: undefined,
  find: undefined,
  replace: undefined,
  exclude: undefined,
  preparationOf: () => nothingAsked,
  tell: () => {},
}

const asking: Asked = {
  method: 'GET',
  headers: {},
  body: undefined,
  goes: undefined,
  cookiesFor: () => Promise.resolve(''),
}

function folder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'galley-audit-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), {recursive: true})
    writeFileSync(join(root, path), text)
  }
  return root
}

const open = (operands: readonly string[], more: Partial<Reading> = {}) =>
  openTarget(
    operands,
    {...reading, ...more},
    openCache(mkdtempSync(join(tmpdir(), 'galley-cache-'))),
  )

const sitemap = (...locs: readonly string[]) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${locs.map((loc) => `<url><loc>${loc}</loc></url>`).join('')}</urlset>`

const site = {
  'index.html': '<link rel=stylesheet href=a.css><iframe src="about.html"></iframe>',
  'about.html': '<p>About',
  'blog/index.html': '<p>Blog',
  'a.css': 'p {color: red}',
  '.git/x.html': 'hidden',
  'node_modules/y/z.html': 'a package',
}

describe('a folder', () => {
  test('is all its pages, but for hidden ones and packages', async () => {
    const root = folder(site)
    symlinkSync('nowhere.html', join(root, 'broken.html'))
    symlinkSync('../about.html', join(root, 'blog/more.html'))
    const {pages, isPart, findings} = await open([root])
    expect(pages).toEqual(['about.html', 'blog/index.html', 'blog/more.html', 'index.html'])
    expect(isPart).toBe(false)
    expect(findings).toEqual([])
  })

  test('holds parts of pages too, which are told of and not looked at', async () => {
    const script = '<script id="map">window.map = {}</script>'
    const macros =
      '<!-- made by a theme -->{% macro icons() %}<link rel="stylesheet" href="{{ a }}">{% endmacro %}'
    const parts = {'slices/script.html': script, 'static/macros.html': macros}
    const pages = {
      'index.html': '<p>Front <a href="app.html">',
      // A page that a script makes, and one that somebody leads to.
      'empty.html': '<!doctype html><script src="a.js"></script>',
      'app.html': script,
      'words.html': `${script}<p>Words`,
    }
    const target = await open([folder({...parts, ...pages})])
    expect(target.pages).toEqual(Object.keys(pages).sort())
    const found = target.findings.map(({check, severity, place}) => [check, severity, place.file])
    expect(found).toEqual(Object.keys(parts).map((file) => ['audit/part', 'notice', file]))
    const shown = target.renditions.filter(({page}) => page !== undefined)
    expect(shown.map(({path}) => path)).toEqual(target.pages)
    const alone = await open([folder(parts)])
    expect([alone.pages, alone.findings]).toEqual([Object.keys(parts), []])
    const named = await open([join(folder({...parts, ...pages}), 'slices/script.html')])
    expect([named.pages, named.findings]).toEqual([['script.html'], []])
  })

  test('does not pass where links lead out of it to pages that a server may show', async () => {
    const root = folder(site)
    const elsewhere = folder({'deep/page.html': '<p>Elsewhere', 'own.css': 'p {}'})
    symlinkSync('/etc/hostname', join(root, 'out.html'))
    symlinkSync('.git/x.html', join(root, 'hidden.html'))
    symlinkSync('/etc/hostname', join(root, 'out.txt'))
    symlinkSync(elsewhere, join(root, 'more'))
    symlinkSync(folder({'a.css': 'p {}'}), join(root, 'styles'))
    symlinkSync('blog', join(root, 'news'))
    const {pages, renditions, findings} = await open([root])
    const unread = ['hidden.html', 'out.html']
    expect(pages).toEqual([
      'about.html',
      'blog/index.html',
      'hidden.html',
      'index.html',
      'out.html',
    ])
    expect(renditions.map(({path}) => path).filter((path) => unread.includes(path))).toEqual([])
    expect(findings.map(({check, outcome, place}) => [check, outcome, place.file])).toEqual(
      [...unread, 'more'].map((path) => ['audit/unread', 'cantTell', path]),
    )
  })

  test('is not what an audit wrote into it, unless that is the target', async () => {
    const root = folder({'index.html': '<p>Front', 'out/audit/index.html': '<p>Report'})
    const out = join(root, 'out/audit')
    for (const target of [root, out]) {
      const {pages} = await open([target], {out})
      expect(pages).toEqual(['index.html'])
    }
  })

  test('may hold more files than a program may have open at a time', () => {
    const root = folder(
      Object.fromEntries(Array.from({length: 400}, (_, n) => [`${n}.css`, 'p {}'])),
    )
    const door = new URL('../../../pipeline/io/audit/folder.ts', import.meta.url).href
    const read = `import(${JSON.stringify(door)})
      .then(({readSite}) => readSite(${JSON.stringify(root)}, ${JSON.stringify(join(root, 'out'))}))
      .then(({renditions}) => console.log(renditions.length))`
    const node = `exec ${JSON.stringify(execPath)} --import tsx -e "$READ"`
    const said = execFileSync('sh', ['-c', `ulimit -n 200; ${node}`], {
      env: {...env, READ: read},
      encoding: 'utf8',
    })
    expect(said.trim()).toBe('400')
  })

  test('is read where a file is too large to be held: a page is not looked at, anything else is there', async () => {
    const root = folder({'index.html': '<p>Front', 'huge.html': '', 'film.mp4': ''})
    truncateSync(join(root, 'huge.html'), 600 * 2 ** 20)
    truncateSync(join(root, 'film.mp4'), 3 * 2 ** 30)
    const {pages, findings, siteOf, renditions, url} = await open([root])
    expect(pages).toEqual(['huge.html', 'index.html'])
    expect(findings.map(({place, message}) => [place.file, message.values['reason']])).toEqual([
      ['huge.html', 'it is larger than 16 MB'],
    ])
    const page = renditions.find(({path}) => path === 'index.html')!
    const served = siteOf(renditions, url)
    expect(await served.answer(`${url}film.mp4`, page, asking)).toMatchObject({
      mediaType: 'video/mp4',
    })
    const alone = await open([join(root, 'huge.html')])
    expect(alone.findings.map(({message}) => message.values['reason'])).toEqual([
      'it is larger than 16 MB',
    ])
  })

  test('is read no further than somebody asks', async () => {
    const root = folder({'index.html': '<p>Front', 'other.html': '<p>Other'})
    const {renditions, pages} = await open([join(root, 'index.html')])
    rmSync(root, {recursive: true})
    expect(pages).toEqual(['index.html'])
    const [index, other] = renditions
    expect(index?.content).toBe('<p>Front')
    expect(() => other?.content).toThrow(
      expect.objectContaining({
        code: 'unreadable-file',
        message: expect.stringMatching(/other\.html cannot be read: ENOENT/),
      }),
    )
  })

  test('has pages whose names hold signs of addresses, as programs that save sites write them', async () => {
    const root = folder({
      'index.html?p=2.html': '<p>Two',
      'a#b.html': '<p>B',
      '5%20 가.html': '<p>5',
    })
    const target = await open([root])
    const served = target.siteOf(target.renditions, target.url)
    for (const page of target.renditions) {
      expect(await served.answer(served.urlOf(page), page, asking)).toBe(page)
    }
    const {pages, findings} = await open([join(root, 'index.html?p=2.html')])
    expect([pages, findings]).toEqual([['index.html?p=2.html'], []])
  })

  test('is read in the encoding that each page names, and served in UTF-8', async () => {
    const korean = Uint8Array.from([0xc7, 0xd1, 0xb1, 0xdb]) // 한글 in EUC-KR
    const root = folder({'bare.html': ''})
    const named = Buffer.from(
      '<meta http-equiv="Content-Type" content="text/html; charset=EUC-KR">',
    )
    writeFileSync(join(root, 'named.html'), Buffer.concat([named, korean]))
    writeFileSync(join(root, 'bare.html'), korean)
    writeFileSync(join(root, 'wrong.html'), Buffer.concat([named, Buffer.from('한글')]))
    const {renditions} = await open([root])
    const of = (name: string) => renditions.find(({path}) => path === name)
    expect(of('named.html')?.content).toMatch(/한글$/)
    expect(of('named.html')?.mediaType).toBe('text/html; charset=utf-8')
    expect(of('bare.html')).toMatchObject({mediaType: 'text/html', content: {length: 4}})
    expect(of('wrong.html')?.content).toMatch(/한글$/)
  })

  test('answers as static hosts do, and to nothing else', async () => {
    const {renditions, siteOf, url} = await open([folder(site)])
    const answers = siteOf(renditions, url)
    const path = (address: string) => {
      const found = answers.answer(address, renditions[0]!, asking)
      return typeof found === 'object' && 'path' in found ? found.path : found
    }
    expect(path('http://localhost/')).toBe('index.html')
    expect(path('http://localhost/about')).toBe('about.html')
    expect(path('http://localhost/about?q=1')).toBe('about.html')
    expect(path('http://localhost/blog')).toBe('blog/index.html')
    expect(path('http://localhost/../../etc/passwd')).toBe('missing')
    expect(path('http://localhost:6379/')).toBe('foreign')
    expect(path('https://example.org/')).toBe('foreign')
  })

  test('a page depends on its style sheets and on the pages in its frames', async () => {
    const hash = async (change: Readonly<Record<string, string>>) => {
      const {renditions, siteOf, url} = await open([folder({...site, ...change})])
      return siteOf(renditions, url).hashOf(renditions.find(({path}) => path === 'index.html')!)
    }
    const before = await hash({})
    expect(await hash({})).toBe(before)
    expect(await hash({'a.css': 'p {color: blue}'})).not.toBe(before)
    expect(await hash({'about.html': '<p>Changed'})).not.toBe(before)
    expect(await hash({'blog/index.html': '<p>Changed'})).toBe(before)
  })
})

describe('a sitemap', () => {
  test('beside the pages it lists is read from the folder', async () => {
    const root = folder({
      ...site,
      'sitemap.xml': sitemap(
        'https://example.org/',
        'https://example.org/blog/',
        'https://example.org/gone/',
      ),
    })
    const {pages, findings, url} = await open([join(root, 'sitemap.xml')])
    expect(url).toBe('https://example.org/')
    expect(pages).toEqual(['blog/index.html', 'gone/', 'index.html'])
    expect(findings.map(({check, outcome, place}) => [check, outcome, place.file])).toEqual([
      ['audit/unread', 'cantTell', 'gone/'],
    ])
  })

  test('does not answer for pages of other hosts by those of the folder that are called alike', async () => {
    const listed = [
      'https://example.org/',
      'http://www.example.org/about.html',
      'https://other.example/blog/',
      'file:///index.html',
    ]
    const root = folder({...site, 'sitemap.xml': sitemap(...listed)})
    const {pages, findings, url} = await open([join(root, 'sitemap.xml')])
    expect(pages).toEqual([
      'about.html',
      'file:///index.html',
      'https://other.example/blog/',
      'index.html',
    ])
    expect(findings.map(({check, outcome, place}) => [check, outcome, place.file])).toEqual([
      ['audit/unread', 'cantTell', 'file:///index.html'],
      ['audit/unread', 'cantTell', 'https://other.example/blog/'],
    ])
    expect(new URL(url).hostname.replace('www.', '')).toBe('example.org')
  })

  test('may hold a sign that stands for nothing: the page is looked for as it is written', async () => {
    const root = folder({
      '50%off.html': '<p>Half',
      'sitemap.xml': sitemap('https://example.org/50%off.html', 'https://example.org/5%.html'),
    })
    const {pages, findings} = await open([join(root, 'sitemap.xml')])
    expect(pages).toContain('50%off.html')
    expect(findings.map(({place}) => place.file)).toEqual(['5%.html'])
  })

  test('is read by patterns: what one fits as it is listed is left out, what another fits is replaced', async () => {
    const root = folder({
      ...site,
      'sitemap.xml': sitemap(
        'https://www.example.org/',
        'https://www.example.org/tags/a/',
        'https://www.example.org/Archive/2020/',
        'https://example.org/blog/',
      ),
    })
    const {pages} = await open([join(root, 'sitemap.xml')], {
      find: /^https:\/\/(www\.)?example\.org/gi,
      replace: 'https://staging.example.org',
      exclude: /\/(tags|archive)\//gi,
    })
    expect(pages).toEqual(['blog/index.html', 'index.html'])
  })

  test('may be packed', () => {
    const packed = gzipSync(sitemap('https://example.org/a&amp;b'))
    expect(parseSitemap(packed, 'a').pages).toEqual(['https://example.org/a&b'])
  })

  test.each([
    ['<!DOCTYPE x [<!ENTITY a "b">]><urlset/>', 'document type'],
    ['<html></html>', 'neither'],
    ['<urlset>', 'sitemap'],
    [Buffer.from([0x1f, 0x8b, 1, 2, 3, 4]), 'cannot be unpacked'],
    [gzipSync(Buffer.alloc(65 * 2 ** 20)), 'cannot be unpacked'],
  ])('%s is refused', (text, message) => {
    expect(() => parseSitemap(Buffer.from(text), 'a')).toThrow(message)
    expect(() => parseSitemap(Buffer.from(text), 'a')).toThrow(PipelineError)
  })
})

describe('addresses', () => {
  let server: Server
  let root = ''
  const asked: string[] = []
  const waiting: (() => unknown)[] = []
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '')
      if (request.url === '/away')
        return response.writeHead(302, {location: 'http://example.org/'}).end()
      const {cookie = ''} = request.headers
      if (request.url === '/stairs') {
        const given = ['step=1; Path=/', 'old=1; Path=/', 'seen=1']
        return response.writeHead(302, {location: '/landing', 'set-cookie': given}).end()
      }
      if (request.url === '/landing') {
        const given = [
          'step=2; Path=/',
          'old=; Max-Age=0',
          'seen=; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
        ]
        return response.writeHead(303, {location: '/top', 'set-cookie': given}).end()
      }
      if (request.url === '/top') {
        return response.writeHead(200, {'content-type': 'text/html'}).end(`<p>${cookie}`)
      }
      if (request.url === '/moved') return response.writeHead(301, {location: '/page'}).end()
      const [, refresh] = /^\/refresh\?(.+)/.exec(request.url ?? '') ?? []
      if (refresh !== undefined) {
        const headers = {'content-type': 'text/html', refresh: decodeURIComponent(refresh)}
        return response.writeHead(200, headers).end('<p>Wait')
      }
      const [, turn] = /^\/maze\?(\d+)/.exec(request.url ?? '') ?? []
      if (turn !== undefined) {
        response.writeHead(200, {'content-type': 'text/html'})
        return response.end(
          `<link rel="next" href="/other?${turn}"><iframe src="/maze?${Number(turn) + 1}"></iframe>`,
        )
      }
      if (request.url === '/feed') {
        return response.writeHead(200, {'content-type': 'application/rss+xml'}).end('<rss></rss>')
      }
      if (request.url === '/nothing') return response.writeHead(204).end()
      if (request.url === '/endless') {
        response.writeHead(200, {'content-type': 'text/html'})
        return response.end('<p>Page'.repeat(2.5e6))
      }
      if (request.url === '/unnamed') return response.writeHead(200).end('<p>Page')
      if (request.url === '/astray') return response.writeHead(302, {location: 'http://['}).end()
      // Each is answered once the others are asked for, too: one after another none would ever be.
      if (request.url?.startsWith('/together')) {
        waiting.push(() => response.writeHead(200, {'content-type': 'text/html'}).end(''))
        return waiting.length === 3 && waiting.splice(0).forEach((answer) => answer())
      }
      if (request.url === '/many') {
        response.writeHead(200, {'content-type': 'text/html'})
        return response.end('<img src="/together?1"><img src="/together?2"><img src="/together?3">')
      }
      if (request.url === '/gone') return response.writeHead(404).end('gone')
      const type = request.url === '/style.css' ? 'text/css' : 'text/html'
      return response
        .writeHead(200, {'content-type': type})
        .end('<link rel="stylesheet" href="/style.css"><p>Page')
    }).listen(0, '127.0.0.1')
    await new Promise((done) => server.once('listening', done))
    root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server.close())

  test('on this machine are fetched with what they load', async () => {
    const target = await open([`${root}/page`, `${root}/moved`])
    const {pages, renditions, isPart, siteOf, url} = target
    expect(pages).toEqual(['moved', 'page'])
    expect(isPart).toBe(true)
    expect(renditions).toHaveLength(2)
    const [page] = renditions
    expect(asked).toContain('/style.css')
    expect(await siteOf(renditions, url).answer(`${root}/style.css`, page!, asking)).toMatchObject({
      mediaType: 'text/css; charset=utf-8',
    })
    expect(await siteOf(renditions, url).answer('http://example.org/', page!, asking)).toBe(
      'foreign',
    )
  })

  test('whose frames lead on without end are read up to a limit, and pages they only lead to are not', async () => {
    asked.length = 0
    const {pages, findings} = await open([`${root}/maze?1`.replace('http:', 'HTTP:')])
    expect([pages, findings]).toEqual([['maze?1'], []])
    expect(asked.length).toBeGreaterThan(100)
    expect(asked.length).toBeLessThanOrEqual(1001)
    expect(asked).not.toContain('/other?1')
  })

  test('are fetched several at once, and how far that is is told', async () => {
    const told: string[] = []
    const urls = ['a', 'b', 'c'].map((one) => `${root}/together?${one}`)
    const tell = (done: number, of: number) => void told.push(`${done}/${of}`)
    const {pages, findings} = await open(urls, {tell})
    expect([pages.length, findings]).toEqual([3, []])
    expect(told).toEqual(['1/3', '2/3', '3/3'])
  })

  test('load files that are fetched several at once', async () => {
    expect((await open([`${root}/many`])).findings).toEqual([])
  })

  test('that were redirected say where from and where to', async () => {
    const {ends} = await open([`${root}/page#top`, `${root}/moved`])
    expect([...ends.values()]).toEqual([
      {asked: `${root}/moved`, end: `${root}/page`},
      {asked: `${root}/page`, end: `${root}/page`},
    ])
  })

  test('that set cookies on the way are sent what a browser would send', async () => {
    const {renditions} = await open([`${root}/stairs`])
    expect(renditions[0]?.content).toBe('<p>step=2')
  })

  test.each([
    ['0; url=/page', '/page'],
    ['0;URL="page"', '/page'],
    ['0,/page', '/page'],
    ['5; url=/page', undefined],
    ['0', undefined],
    ['0; url=http://[', undefined],
  ])('that say Refresh: %s lead where a browser goes at once', async (value, to) => {
    const address = `${root}/refresh?${encodeURIComponent(value)}`
    const {ends} = await open([address])
    expect([...ends.values()]).toEqual([{asked: address, end: to ? root + to : address}])
  })

  test('that do not answer, or lead elsewhere, never pass', async () => {
    const {pages, findings} = await open([`${root}/gone`, `${root}/away`, 'http://127.0.0.1:1/'])
    expect(findings.map(({check}) => check)).toEqual([
      'audit/unread',
      'audit/unread',
      'audit/unread',
    ])
    expect(pages).toHaveLength(3)
  })

  test('that hold a feed or another file are no pages: nobody reads what a browser makes of them', async () => {
    const {renditions, findings} = await open([`${root}/feed`])
    expect([renditions.length, findings.map(({message}) => message.values['reason'])]).toEqual([
      0,
      ['it is application/rss+xml, not a page'],
    ])
  })

  test.each([
    ['nothing', 'the server answered 204, without a page'],
    ['unnamed', 'the server does not say what it is (its answer has no Content-Type)'],
    ['endless', 'it is larger than 16 MB'],
    ['astray', 'it leads to "http://[", which is not an address'],
  ])('%s: that come to no page say why, in words', async (name, reason) => {
    const {findings} = await open([`${root}/${name}`])
    expect(findings.map(({message}) => message.values['reason'])).toEqual([reason])
  })

  test('where nobody answers say so, and not only that it failed', async () => {
    const {findings} = await open(['http://127.0.0.1:1/'])
    expect(findings.map(({message}) => message.values['reason'])).toEqual([
      expect.stringMatching(/ECONNREFUSED|bad port/),
    ])
  })

  test('elsewhere are refused unless their host is listed', async () => {
    await expect(open(['https://example.org/'])).rejects.toMatchObject({code: 'usage'})
  })
})
