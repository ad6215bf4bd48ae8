import {spawn, spawnSync} from 'node:child_process'
import {accessSync, constants, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {main} from '../pipeline/cli.ts'
import {PipelineError} from '../pipeline/model/error.ts'
import {verbs} from '../pipeline/verbs/verbs.ts'
import {desk, publicationJson} from './verbs/desk.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
let said: string[] = []
beforeEach(() => {
  said = []
  vi.spyOn(console, 'log').mockImplementation((text: string) => void said.push(text))
})
afterEach(() => vi.restoreAllMocks())

describe('a word that is not known is refused with the nearest that is', () => {
  const cases: readonly (readonly [words: readonly string[], message: string])[] = [
    [['publsih'], 'There is no verb "publsih". Did you mean "publish"?'],
    [['statsu'], 'There is no verb "statsu". Did you mean "status"?'],
    [['xylophone'], 'There is no verb "xylophone".'],
    [['ingest', '--fx', 'a.txt'], '`galley ingest` has no option "--fx". Did you mean "--fix"?'],
    [['check', '--jsno'], '`galley check` has no option "--jsno". Did you mean "--json"?'],
    [['help', 'serv'], 'There is no verb "serv". Did you mean "serve"?'],
    [['--verion'], 'There is no option "--verion". Did you mean "--version"?'],
    [['--jsno'], 'A verb comes first, before "--jsno".'],
    [['status', 'extra'], '`galley status` does not take "extra".'],
    [['release', 'my-story'], '`galley release` does not take "my-story".'],
    [['check', '--second-opinions'], '--second-opinions needs a value: --second-opinions ENGINES'],
    [['check', '--publication'], '--publication needs a value: --publication FOLDER'],
    [['ingest', 'a.docx'], '.docx files cannot be ingested.'],
    [['ingest', 'a.txt', '--slug', 'A B/c'], '"A B/c" cannot be an article\'s name in URLs.'],
    [['ingest', 'a.txt', '--locale', 'zz'], '"zz" is not a language tag.'],
  ]
  test.each(cases)('galley %j', async (words, message) => {
    const error: unknown = await main(words).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(PipelineError)
    expect(error).toMatchObject({code: 'usage', message})
  })
})

test('a word that begins with a hyphen and is no option can be told from one', async () => {
  const error: unknown = await main(['new', '-5 degrees tonight']).catch(
    (thrown: unknown) => thrown,
  )
  expect(error).toMatchObject({
    message: '`galley new` has no option "-5".',
    advice: expect.stringContaining('galley new -- "-5 degrees tonight"'),
  })
})

describe('help', () => {
  test.each([[[]], [['help']], [['--help']], [['-h']], [['help', '--help']]])(
    'galley %j lists every verb',
    async (words) => {
      expect(await main(words)).toBe(0)
      for (const {name, load} of verbs) {
        const {name: own, summary} = await load()
        expect(own).toBe(name)
        expect(said.join('\n')).toContain(name)
        expect(said.join('\n')).toContain(summary)
      }
    },
  )

  test.each(verbs.map(({name}) => name))('galley %s --help says what it does', async (name) => {
    expect(await main([name, '--help'])).toBe(0)
    expect(await main(['help', name])).toBe(0)
    expect(said[0]).toBe(said[1])
    expect(said[0]).toMatch(new RegExp(`^Usage: galley ${name}`))
  })

  test.each([['--version'], ['check', '--version']])('galley %s', async (...words) => {
    expect(await main(words)).toBe(0)
    expect(said[0]).toMatch(/^\d+\.\d+\.\d+$/)
  })
})

test('the command line, put together for a quick start, says what this one says', async () => {
  const node = (...words: readonly string[]) => spawnSync(process.execPath, words, {cwd: root})
  expect(node('pipeline/bundle.js').stderr.toString()).toBe('')
  await main(['help'])
  const {stdout, status} = node('dist/cli.js', 'help')
  expect(status).toBe(0)
  expect(stdout.toString()).toBe(`${said[0]}\n`)
  // Where npx looks for it.
  if (process.platform !== 'win32')
    accessSync(join(root, 'node_modules/.bin/galley'), constants.X_OK)
})

test('a build says what it did and nothing else, whichever Node runs it', () => {
  const {root: folder} = desk({'publication.json': publicationJson()})
  const {stdout, stderr} = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'build'], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(stdout).toContain('nobody has checked them.')
  expect(stderr).toBe('')
})

describe.skipIf(process.platform === 'win32')('what the system would not do', () => {
  const cases: readonly (readonly [what: string, spoil: string, said: string])[] = [
    ['a file in the place of a folder', 'touch articles', 'articles cannot be read: a file is in'],
    [
      'a link to itself',
      'ln -s articles articles',
      'articles cannot be read: it is a symbolic link',
    ],
    ['a folder that is gone', 'mkdir a && cd a && rmdir ../a', 'this was started in is gone.'],
  ]
  test.each(cases)('is told in words: %s', (_, spoil, message) => {
    const {root: folder} = desk({'publication.json': publicationJson()})
    const words = ['-c', `${spoil}; exec "$0" "$1" status`, process.execPath]
    const options = {cwd: folder, encoding: 'utf8'} as const
    const {status, stderr} = spawnSync('sh', [...words, join(root, 'dist/cli.js')], options)
    expect(stderr).toContain('Could not run:')
    expect(stderr).toContain(message)
    expect(stderr).not.toContain('    at ')
    expect(status).toBe(2)
  })
})

test('a publication that is named and not there is not taken for the one around it', async () => {
  const {root: folder} = desk({'publication.json': publicationJson()})
  await expect(main(['status', '--publication', join(folder, 'typo')])).rejects.toMatchObject({
    code: 'no-publication',
  })
})

test('whoever stops reading changes nothing about the verdict', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-cli-'))
  try {
    const words = [join(root, 'dist/cli.js'), 'audit', '.']
    const child = spawn(process.execPath, words, {cwd: folder, stdio: ['ignore', 'pipe', 'ignore']})
    child.stdout.destroy()
    // Nothing is there to audit.
    expect(await new Promise((done) => child.on('close', done))).toBe(1)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
})
