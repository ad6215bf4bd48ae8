import {mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {request} from 'node:http'
import {join} from 'node:path'
import {expect, onTestFinished, test, vi} from 'vitest'
import {contentSecurityPolicy} from '../../pipeline/model/csp.ts'
import {watchAndServe} from '../../pipeline/verbs/preview.ts'
import {desk, publicationJson} from './desk.ts'

const article = '---\nheadline: Harbor\npublished: 2025-01-02\n---\n\nShips return.\n'
const files = {
  'publication.json': publicationJson(),
  'articles/harbor/article.md': article,
  'articles/quay/article.md': article.replace('Harbor', 'Quay'),
}

/** A preview of a publication of these files, and a page that follows it. */
async function open(more: Readonly<Record<string, string>> = {}, page = '/en/harbor/') {
  const {root, write} = desk({...files, ...more})
  const said: string[] = []
  const {url, close} = await watchAndServe(root, {port: 0}, (line) => void said.push(line))
  onTestFinished(close)
  const get = async (path: string) => {
    const answer = await fetch(new URL(path, url))
    return {status: answer.status, headers: answer.headers, body: await answer.text()}
  }
  const events = await fetch(new URL(`/-/galley-preview/events?page=${page}`, url))
  const stream = events.body?.pipeThrough(new TextDecoderStream()).getReader()
  const next = async () => /data: (\w*)/.exec((await stream?.read())?.value ?? '')?.[1]
  const first = await next()
  return {root, url, write, said, get, next, first, events}
}

test('a page carries what it needs to load again, under a policy that allows just that', async () => {
  const {get, first, events} = await open()
  const {status, headers, body} = await get('/en/harbor/')
  expect(status).toBe(200)
  expect(body).toContain('Ships return.')
  expect(body).toContain(`<script src="/-/galley-preview/reload.js?is=${first}" defer></script>`)
  for (const one of [headers, events.headers, (await get('/none')).headers]) {
    expect(one.get('content-security-policy')).toBe(contentSecurityPolicy)
    expect(one.get('x-content-type-options')).toBe('nosniff')
  }
  const script = await get('/-/galley-preview/reload.js')
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(script.body).toContain('EventSource')
})

test('every file that a page names is there, fonts too', async () => {
  const {get} = await open()
  const {body} = await get('/en/harbor/')
  const assets = [...body.matchAll(/(?:href|src)="(\/(?:assets|-)\/[^"]+)"/g)].map(
    ([, path]) => path,
  )
  expect(assets.length).toBeGreaterThan(3)
  for (const path of assets) expect((await get(path ?? '')).status, path).toBe(200)
  expect((await get('/en/harbor')).status).toBe(200)
  expect((await get('/en/none/')).status).toBe(404)
  expect((await get('/..%2f..%2fpublication.json')).status).toBe(404)
})

const style = '/* @import none */ body { --mine: 7px }\n'
const edits: readonly (readonly [what: string, path: string, text: string, expected: string])[] = [
  ['an article', 'articles/harbor/article.md', article.replace('return', 'leave'), 'Ships leave.'],
  ['front matter', 'articles/harbor/article.md', article.replace('Harbor', 'Port'), '>Port<'],
  ['words', 'locales/en/site.json', '{"paper.name": "The Pilot"}', 'The Pilot'],
  [
    'a template',
    'templates/article.tsx',
    'export function Article() { return <html><head></head><body>Mine</body></html> }\n',
    '<body>Mine',
  ],
  ['a style', 'templates/styles/site.css', style, '</html>'],
]
test.each(edits)('an edit of %s is on the page', async (_, path, text, expected) => {
  const {write, next, first, get} = await open()
  write(path, text)
  const now = await next()
  expect(now).not.toBe(first)
  const {body} = await get('/en/harbor/')
  expect(body).toContain(expected)
  expect(body).toContain(`?is=${now}"`)
})

test('a translation shows, and the file is left as the translator saved it', async () => {
  const {root, write, next, get} = await open({}, '/ko/harbor/')
  const {body} = await get('/ko/harbor/')
  const key = /paragraph-[0-9a-f]{8}/.exec(body)?.[0] ?? ''
  expect(key).not.toBe('')
  const saved = JSON.stringify({[key]: '배가 돌아온다.'})
  write('locales/ko/harbor.json', saved)
  await next()
  expect((await get('/ko/harbor/')).body).toContain('배가 돌아온다.')
  expect(readFileSync(join(root, 'locales/ko/harbor.json'), 'utf8')).toBe(saved)
})

test('a draft shows; an article that is made, renamed or removed comes and goes', async () => {
  const {root, write, next, get} = await open({}, '/en/')
  write(
    'articles/pier/article.md',
    article.replace('Harbor', 'Pier').replace('---\n', '---\nstatus: draft\n'),
  )
  await next()
  expect((await get('/en/pier/')).status).toBe(200)
  renameSync(join(root, 'articles/pier'), join(root, 'articles/jetty'))
  await next()
  expect((await get('/en/jetty/')).status).toBe(200)
  rmSync(join(root, 'articles/jetty'), {recursive: true})
  // To a watcher a folder may have moved in two steps, each of them told.
  await vi.waitFor(async () => expect((await get('/en/jetty/')).status).toBe(404), 10_000)
})

test('a save in the way of editors, beside and renamed over, is one edit', async () => {
  const {root, next, get} = await open()
  const path = join(root, 'articles/harbor/article.md')
  writeFileSync(`${path}.tmp`, article.replace('return', 'sail'))
  renameSync(`${path}.tmp`, path)
  await next()
  expect((await get('/en/harbor/')).body).toContain('Ships sail.')
})

const broken: readonly (readonly [
  what: string,
  path: string,
  text: string,
  status: number,
  says: readonly RegExp[],
])[] = [
  [
    'front matter',
    'articles/quay/article.md',
    '---\nheadline: [\n---\n',
    200,
    [/articles\/quay\/article\.md:\d+:\d+/, /→/],
  ],
  [
    'a locale file',
    'locales/ko/harbor.json',
    '{\n  "a": "b",,\n}',
    200,
    [/locales\/ko\/harbor\.json:2:\d+/, /→/],
  ],
  [
    'a template',
    'templates/article.tsx',
    'export function Article( {\n  return <p>\n}\n',
    500,
    [/templates\/article\.tsx:\d+:\d+/, /→ Mend the template/],
  ],
  ['a style', 'templates/styles/site.css', 'body { color: red;;; @@ }', 500, [/site\.css:1:\d+/]],
  ['words', 'locales/en/site.json', '{"a": 1}', 500, [/locales\/en\/site\.json:1:7/, /→ Mend/]],
  ['the publication', 'publication.json', '{"url": 1}', 500, [/publication\.json:1:\d+/, /→/]],
]
test.each(broken)('%s that is broken is said on the page', async (_, path, text, status, says) => {
  const {root, write, next, get} = await open()
  const before = await get('/en/harbor/')
  write(path, text)
  await next()
  const page = await get('/en/harbor/')
  expect(page.status).toBe(status)
  for (const one of says) expect(page.body).toMatch(one)
  expect(page.body).toContain('reload.js?is=')
  const whole = Object.entries(files).find(([name]) => name === path)?.[1]
  if (whole === undefined) rmSync(join(root, path))
  else write(path, whole)
  await next()
  expect((await get('/en/harbor/')).body).toBe(before.body)
})

test('what is wrong is said in the language of the page', async () => {
  const {write, next, get} = await open()
  write('articles/quay/article.md', '---\nheadline: [\n---\n')
  await next()
  expect((await get('/en/harbor/')).body).toContain('1 problem in the sources')
  expect((await get('/ko/harbor/')).body).toContain('원고에서 문제 1건을 찾았습니다')
})

test('words in what is wrong are text, never markup', async () => {
  const {write, next, get} = await open()
  write('articles/quay/article.md', '---\nheadline: Quay\npublished: <img src=x onerror=1>\n---\n')
  await next()
  const {body} = await get('/en/harbor/')
  expect(body).toContain('&lt;img src=x')
  expect(body).not.toContain('<img src=x')
})

test('an edit of one article leaves another’s page alone', async () => {
  const {write, next, first, get} = await open()
  write('articles/quay/article.md', `${files['articles/quay/article.md']}\nShips.\n`)
  expect(await next()).toBe(first)
  expect((await get('/en/quay/')).body).toContain('<p id=')
})

test('what does not make pages is not watched', async () => {
  const {root, write, said, next} = await open()
  const before = said.length
  mkdirSync(join(root, 'out'))
  write('out/x.html', 'x')
  write('.galley/cache/x', 'x')
  write('notes.txt', 'x')
  write('articles/harbor/.article.md.swp', 'x')
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(said.length).toBe(before)
  write('articles/harbor/article.md', article.replace('return', 'rest'))
  await next()
  expect(said.length).toBe(before + 1)
})

test('a path of the site on its host is kept', async () => {
  const {get} = await open({'publication.json': publicationJson({url: 'https://a.example/paper/'})})
  expect((await get('/paper/en/harbor/')).status).toBe(200)
  expect((await get('/')).body).toContain('href="/paper/en/"')
  expect((await get('/en/harbor/')).status).toBe(404)
})

test.each(['evil.example', 'localhost', '127.0.0.1.evil.example'])(
  'the host name %j is refused for pages and events (DNS rebinding)',
  async (host) => {
    const {url} = await open()
    for (const path of ['/', '/-/galley-preview/events?page=/']) {
      const status = await new Promise((resolve) =>
        request(new URL(path, url), {headers: {host}}, (answer) => {
          answer.resume()
          resolve(answer.statusCode)
        }).end(),
      )
      expect(status).toBe(421)
    }
  },
)

test('what templates import from elsewhere is followed too', async () => {
  const {get, write, next} = await open({
    'templates/components/footer.tsx':
      "import {word} from '../../shared/word.ts'\nexport const Footer = () => <footer>{word}</footer>\n",
    'shared/word.ts': "export const word = 'First'\n",
  })
  expect((await get('/en/harbor/')).body).toContain('<footer>First</footer>')
  write('shared/word.ts', "export const word = 'Second'\n")
  await next()
  expect((await get('/en/harbor/')).body).toContain('<footer>Second</footer>')
})

test('words that a template names and no language has are said above the page, with the line that names them', async () => {
  const masthead = new URL('../../templates/components/masthead.tsx', import.meta.url)
  const {get} = await open({
    'templates/components/masthead.tsx': readFileSync(masthead, 'utf8').replaceAll(
      'k="paper.name"',
      'k="paper.nane"',
    ),
  })
  const {body} = await get('/en/harbor/')
  expect(body).toContain('A template names words that no language has: paper.nane')
  expect(body).toMatch(/templates\/components\/masthead\.tsx:\d+:\d+/)
})
