import {createServer} from 'node:http'
import {readFileSync, renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test, vi} from 'vitest'
import {folder, page, run} from '../support/auditing.ts'

const restless = `<p>Pears are ripe in September.</p><script>
  const image = document.createElement('img')
  image.src = 'https://elsewhere.example/' + document.title
  if (navigator.webdriver) image.alt = 'Hidden from machines'
  document.querySelector('main').append(image)
  fetch('http://127.0.0.1:9/').catch(() => {})
  history.replaceState({}, '', '/another')
  location.href = 'https://elsewhere.example/'
</script>`

/** Documentation’s boxes of code are made reachable when their width is known. */
const late = `<div id="box" style="overflow: auto; width: 9em"><pre style="width: 900px">Pears keep.</pre></div>
<script>
  const box = document.querySelector('#box')
  const timer = setInterval(() => {
    box.dataset.step = Number(box.dataset.step ?? 0) + 1
    if (box.dataset.step !== '6') return
    clearInterval(timer)
    box.tabIndex = 0
    box.role = 'region'
    box.ariaLabel = 'How long pears keep'
  }, 200)
</script>`

test('a folder: pages whose scripts run, stay in their place and reach nothing else', async () => {
  const root = folder({
    'site/index.html': page('<p>Pears are ripe in September.</p>'),
    'site/late.html': page(late).replace('Pears of', 'Apples of'),
    'site/script.html': page(restless),
  })
  const first = await run(root, ['site'])
  expect(first).toMatchObject({
    code: 1,
    pages: ['index.html release', 'late.html release', 'script.html hold'],
  })
  // The image that only the script made, and nothing about a page that went away.
  expect(first.blocks).toEqual(['script.html axe/image-alt'])
  expect(first.heard[0]).toContain('main landmark\n')

  const again = await run(root, ['site'], {changed: true})
  expect(again).toMatchObject({code: 1, unchanged: ['index.html', 'late.html']})
  writeFileSync(join(root, 'site/script.html'), page('<p>Pears keep until the spring.</p>'))
  expect(await run(root, ['site'], {changed: true})).toMatchObject({code: 0, blocks: []})
  const last = await run(root, ['site'], {changed: true})
  expect(last.unchanged).toHaveLength(3)
  expect(last.heard[2]).toContain('Pears keep until the spring.\n')

  writeFileSync(join(root, 'site/index.html'), page('<p>Pears are ripe in October.</p>'))
  const later = await run(root, ['site'], {out: 'out/later', since: 'out/audit'})
  expect(later.since).toMatchObject([
    {
      pages: ['index.html'],
      stretches: [{gone: ['Pears are ripe in September.'], new: ['Pears are ripe in October.']}],
    },
  ])
  const same = await run(root, ['site'], {out: 'out/same', since: 'out/later'})
  expect(same.since).toEqual([])
})

test('a page that stands for its kind now is looked at, though it passed while another did', async () => {
  const hidden = '<p><button>Pears</button></p><style>button {outline: none}</style>'
  const root = folder({
    'site/a.html': page(hidden),
    'site/b.html': page(hidden).replace('Pears of', 'Apples of'),
  })
  const first = await run(root, ['site'])
  expect(first.blocks).toEqual(['a.html browser/focus-visible'])
  writeFileSync(join(root, 'site/a.html'), page('<p>Pears keep until the spring.</p>'))
  expect(await run(root, ['site'], {changed: true})).toMatchObject({
    code: 1,
    blocks: ['b.html browser/focus-visible'],
  })
})

test('shards, joined: the whole verdict; with one left out, never a pass', async () => {
  const root = folder({
    'site/a.html': page('<p>Pears are ripe in September.</p>'),
    'site/b.html': page('<p>Apples are ripe in October.</p>').replace('Pears of', 'Apples of'),
  })
  expect(await run(root, ['site'], {shard: '1/2', out: 'one'})).toMatchObject({
    code: 0,
    pages: ['a.html release'],
  })
  expect(await run(root, ['site'], {shard: '2/2', out: 'two'})).toMatchObject({
    code: 0,
    pages: ['b.html release'],
  })
  const parts = ['one/results.json', 'two/results.json']
  expect(await run(root, parts, {merge: true})).toMatchObject({
    code: 0,
    pages: ['a.html release', 'b.html release'],
    heard: [expect.stringContaining('Pears'), expect.stringContaining('Apples')],
  })
  expect(await run(root, parts.slice(1), {merge: true})).toMatchObject({
    code: 1,
    blocks: ['a.html audit/left-out'],
  })
  // Of a run that did not come to its end nothing of the last one is left to be joined.
  await expect(run(root, ['site'], {shard: '2/2', out: 'two', jobs: '0'})).rejects.toThrow()
  await expect(run(root, parts, {merge: true})).rejects.toThrow('its run did not come to an end')
  writeFileSync(join(root, 'site/a.html'), page('<p>Pears keep until the spring.</p>'))
  await run(root, ['site'], {shard: '2/2', out: 'two'})
  expect(await run(root, parts, {merge: true})).toMatchObject({
    code: 1,
    blocks: ['2/2 audit/other-target'],
  })
  writeFileSync(join(root, '.pa11yci'), '{"defaults": {"hideElements": "aside"}}')
  await run(root, ['site'], {shard: '1/2', out: 'one'})
  expect(await run(root, parts, {merge: true})).toMatchObject({
    code: 1,
    blocks: ['2/2 audit/other-means'],
  })
})

test('a part’s pages that were not looked at again are believed by the policy they passed by alone', async () => {
  const root = folder({
    'site/a.html': page('<p>Pears are ripe in September.</p>'),
    'site/b.html': page('<p>Apples are ripe in October.</p>').replace('Pears of', 'Apples of'),
  })
  await run(root, ['site'], {shard: '1/2', out: 'one'})
  await run(root, ['site'], {shard: '2/2', out: 'two'})
  await run(root, ['site'], {shard: '1/2', out: 'one', changed: true})
  const parts = ['one/results.json', 'two/results.json']
  expect(await run(root, parts, {merge: true})).toMatchObject({
    code: 0,
    pages: ['a.html release', 'b.html release'],
  })
  const file = join(root, 'publication.json')
  const config = JSON.parse(readFileSync(file, 'utf8')) as object
  writeFileSync(file, JSON.stringify({...config, policy: {block: ['warning']}}))
  await expect(run(root, parts, {merge: true})).rejects.toThrow('passed by another policy')
})

test('what a waiver excused is held when its last day is over, though nothing else has changed', async () => {
  const waiver = {
    check: 'axe/image-alt',
    file: '*',
    reason: 'The picture is drawn anew.',
    owner: 'picture desk',
  }
  const expires = new Date().toISOString().slice(0, 10)
  const policy = {waivers: [{...waiver, expires}]}
  const root = folder({
    'site/index.html': page('<p>Pears are ripe.</p><img src="pear.png" width="9" height="9">'),
    'publication.json': JSON.stringify({
      url: 'http://localhost/',
      source: 'en',
      locales: ['en'],
      policy,
    }),
  })
  expect(await run(root, ['site'], {changed: true})).toMatchObject({code: 0, unchanged: []})
  expect(await run(root, ['site'], {changed: true})).toMatchObject({unchanged: ['index.html']})
  vi.useFakeTimers({toFake: ['Date'], now: Date.now() + 2 * 86_400_000})
  try {
    expect(await run(root, ['site'], {changed: true})).toMatchObject({
      code: 1,
      blocks: ['index.html axe/image-alt'],
    })
  } finally {
    vi.useRealTimers()
  }
})

test('an empty folder is no pass', async () => {
  const root = folder({'site/readme.txt': 'No page.'})
  const {code, blocks} = await run(root, ['site'])
  expect([code, blocks]).toEqual([1, ['. audit/empty', 'publication.json gate/nothing-checked']])
  writeFileSync(join(root, 'known.json'), '{"format": "galley-known/1", "findings": []}')
  expect(await run(root, ['site'], {ratchet: 'known.json', record: true})).toMatchObject({code: 1})
  // What was known before is not forgotten for a site that was not built.
  expect(readFileSync(join(root, 'known.json'), 'utf8')).toContain('"findings": []}')
})

test('a folder of approved pictures: what changed is told, what is masked is not', async () => {
  const root = folder({'site/index.html': page('<p>Ripe.</p><time>12:00</time>')})
  const visual = async (options: Record<string, unknown>) => {
    const {findings, code} = await run(root, ['site'], {
      baselines: 'shots',
      mask: ['time', '.nowhere'],
      by: 'Kim',
      ...options,
    })
    const own = findings.filter(({check}) => check.startsWith('visual/'))
    return {code, said: own.map(({key, severity}) => `${severity} ${key}`), own}
  }
  expect((await visual({})).said).toEqual(['warning visual/baseline/none', 'warning visual/mask'])
  expect((await visual({})).own[0]?.advice).toContain(
    '`galley audit site --baselines shots --mask time --mask .nowhere --approve`',
  )
  expect((await visual({approve: true})).said).toEqual(['warning visual/mask'])
  writeFileSync(join(root, 'site/index.html'), page('<p>Ripe.</p><time>12:01</time>'))
  expect((await visual({})).said).toEqual(['warning visual/mask'])
  writeFileSync(
    join(root, 'site/index.html'),
    page('<p style="color: navy">Ripe.</p><time>12:01</time>'),
  )
  expect(await visual({})).toMatchObject({
    code: 1,
    said: ['error visual/baseline', 'warning visual/mask'],
  })
  expect(readFileSync(join(root, 'shots/approvals.jsonl'), 'utf8')).toContain('"by":"Kim"')

  renameSync(join(root, 'site/index.html'), join(root, 'site/moved.html'))
  expect((await visual({})).said).toEqual([
    'warning visual/stray',
    'warning visual/baseline/none',
    'warning visual/mask',
  ])
  expect((await visual({changed: true})).said).not.toContain('warning visual/stray')
  expect((await visual({approve: true})).said).toEqual(['warning visual/mask'])
})

test('a page that never stops asking, and one that leads on, are told, and a log-in in its place holds', async () => {
  const server = createServer(({url}, response) => {
    if (url === '/old' || url === '/account')
      return void response
        .writeHead(302, {location: url === '/old' ? '/moved.html' : '/log-in?next=/account'})
        .end()
    // Who asks for news waits until there is some.
    if (url === '/news') return
    response.setHeader('content-type', 'text/html')
    if (url === '/moved.html')
      return void response.end(
        '<!doctype html><html lang="en"><head><title>Pears have moved</title><script>location.replace("/pears.html")</script></head><body><main><h1>Pears have moved</h1><a href="/pears.html">To the pears</a></main></body></html>',
      )
    if (url?.startsWith('/log-in') || url === '/enter')
      return void response.end(page('<label>Password <input type="password"></label><img>'))
    response.end(
      url === '/asks.html'
        ? page('<script>fetch("/news")</script>')
        : page(
            url === '/desk.html'
              ? '<script>history.replaceState({}, "", "/welcome"); document.querySelector("main").innerHTML += "<label>Password <input type=password></label>"</script>'
              : url === '/later.html'
                ? '<meta http-equiv="refresh" content="90; url=/enter">'
                : url === '/board.html'
                  ? `<script>history.replaceState({}, "", "/board/7")</script><div><label>Password <input type=password></label></div><p>${'Pears are ripe in the orchards by the river. '.repeat(10)}</p>`
                  : '<script>if (!localStorage.member) location.replace("/sign-in.html")</script>',
          ),
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const site = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  try {
    const {code, findings, blocks, pages} = await run(folder({}), [
      `${site}/account`,
      `${site}/old`,
      `${site}/asks.html`,
      `${site}/members.html`,
      `${site}/moved.html`,
      `${site}/desk.html`,
      `${site}/later.html`,
      `${site}/board.html`,
    ])
    const walls = ['account', 'desk.html', 'later.html', 'members.html']
    expect(code).toBe(1)
    expect(blocks).toEqual(
      ['later.html rule/meta-refresh', ...walls.map((path) => `${path} audit/redirected`)].sort(),
    )
    expect(pages.filter((one) => one.endsWith(' hold'))).toEqual(walls.map((one) => `${one} hold`))
    expect(
      findings
        .filter(({check, place}) => check === 'audit/redirected' || place.file === 'account')
        .map(({key, place}) => `${place.file} ${key}`),
    ).toEqual([
      'account audit/redirected/log-in',
      'desk.html audit/redirected/log-in',
      'later.html audit/redirected/log-in',
      'members.html audit/redirected/log-in-by-name',
      'old audit/redirected/same',
    ])
    expect(
      findings
        .filter(({check}) => check === 'browser/request-failed')
        .map(({key, place}) => `${place.file} ${key}`),
    ).toEqual([
      'asks.html browser/request-failed/restless',
      'later.html browser/request-failed/elsewhere',
      'members.html browser/request-failed/elsewhere',
      'moved.html browser/request-failed/elsewhere',
      'old browser/request-failed/elsewhere',
    ])
  } finally {
    server.closeAllConnections()
    server.close()
  }
}, 300_000)
