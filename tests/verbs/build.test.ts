import {existsSync, readdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, expect, test, vi} from 'vitest'
import {withLock} from '../../pipeline/io/lock.ts'
import {PipelineError} from '../../pipeline/model/error.ts'
import {leftBehind} from '../support/left-behind.ts'
import {desk, publicationJson} from './desk.ts'

const article = (headline: string, more = '') =>
  `---\nheadline: ${headline}\npublished: 2025-01-02\n${more}---\n\nShips return.\n`
const files = {
  'publication.json': publicationJson(),
  'articles/harbor/article.md': article('Harbor'),
  'articles/later/article.md': article('Later', 'embargo: 2999-01-01\n'),
  'articles/quay/article.md': article('Quay', 'status: draft\n'),
}

test('what is due is written, in whole, in place of an earlier build, and nothing else is touched', async () => {
  const {root, read, write, galley} = desk(files)
  const {exit, said} = await galley('build', '--json')
  const out = join(root, 'out/build')
  expect(exit).toBe(0)
  expect(JSON.parse(said)).toMatchObject({folder: out, errors: 0})
  const paths = readdirSync(out, {recursive: true}).map(String)
  expect(paths).toContain(join('en', 'harbor', 'index.html'))
  expect(paths.join('\n')).not.toMatch(/quay|later/)
  const page = read('out/build/en/harbor/index.html')
  const assets = [...page.matchAll(/(?:href|src)="\/(assets\/[^"]+)"/g)].map(([, path]) => path)
  expect(assets.length).toBeGreaterThan(3)
  for (const path of assets) expect(paths).toContain(join(path ?? ''))
  expect(existsSync(join(root, 'locales'))).toBe(false)
  expect(readdirSync(join(root, 'out'))).toEqual(['build'])

  write('articles/harbor/article.md', article('Harbor', 'status: withdrawn\n'))
  expect(read('out/build/en/harbor/index.html')).not.toContain('withdrawn')
  await galley('build')
  expect(read('out/build/en/harbor/index.html')).toContain('This article has been withdrawn')
  expect(read('out/build/_redirects')).toContain('/en/harbor/ /en/harbor/index.html 410')
  rmSync(join(root, 'articles/harbor'), {recursive: true})
  await galley('build')
  expect(existsSync(join(out, 'en/harbor/index.html'))).toBe(false)
})

test('what templates and styles import from elsewhere is built again when it changes', async () => {
  const footer = (word: string) => `export const word = '${word}'\n`
  const {read, write, galley} = desk({
    ...files,
    'templates/components/footer.tsx':
      "import {word} from '../../shared/word.ts'\nexport const Footer = () => <footer>{word}</footer>\n",
    'templates/styles/site.css': "@import '../../shared/own.css';\n",
    'shared/word.ts': footer('First'),
    'shared/own.css': '.own {top: 1px}',
  })
  const sheet = () => /assets\/site\.\w+\.css/.exec(read('out/build/en/harbor/index.html'))?.[0]
  await galley('build')
  write('shared/word.ts', footer('Second'))
  await galley('build')
  expect(read('out/build/en/harbor/index.html')).toContain('<footer>Second</footer>')
  const before = sheet()
  write('shared/own.css', '.own {top: 2px}')
  await galley('build')
  expect(sheet()).not.toBe(before)
})

afterEach(() => vi.unstubAllEnvs())

test('what is news is told by the moment of the build, which may be given, and leaves it two days later', async () => {
  const {root, read, galley} = desk({
    ...files,
    'articles/quay/article.md': article('Quay').replace('2025-01-02', '2026-11-24T06:00:00Z'),
  })
  const newsAt = async (moment: string) => {
    vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.parse(moment) / 1000))
    await galley('build')
    expect(read('out/build/robots.txt').includes('sitemap-news')).toBe(
      existsSync(join(root, 'out/build/sitemap-news.xml')),
    )
    return read('out/build/robots.txt').includes('sitemap-news')
      ? [...read('out/build/sitemap-news.xml').matchAll(/<loc>(.*?)<\/loc>/g)].map(([, at]) => at)
      : []
  }
  const quay = ['https://paper.example/en/quay/']
  expect(await newsAt('2026-11-24T05:59:59Z')).toEqual([])
  expect(await newsAt('2026-11-24T06:00:00Z')).toEqual(quay)
  expect(await newsAt('2026-11-26T06:00:00Z')).toEqual(quay)
  expect(await newsAt('2026-11-26T06:00:01Z')).toEqual([])
  expect(await newsAt('2026-11-25T06:00:00Z')).toEqual(quay)
})

test('a moment of the build that is none is refused', async () => {
  const {galley} = desk(files)
  vi.stubEnv('SOURCE_DATE_EPOCH', 'yesterday')
  await expect(galley('build')).rejects.toThrow(/SOURCE_DATE_EPOCH is "yesterday"/)
})

test('a folder that has something in it is left as it is', async () => {
  const {root, read, galley} = desk({...files, 'site/mine.txt': 'mine'})
  const error: unknown = await galley('build', join(root, 'site')).catch(
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(PipelineError)
  expect(error).toMatchObject({code: 'would-overwrite'})
  expect(readdirSync(join(root, 'site'))).toEqual(['mine.txt'])
  expect(read('site/mine.txt')).toBe('mine')
})

test('while another build is at work in its folder, a build leaves it alone and says so', async () => {
  const {root, read, write, galley} = desk(files)
  await galley('build')
  const page = 'out/build/en/harbor/index.html'
  const before = read(page)
  write('articles/harbor/article.md', article('Port'))
  await withLock(join(root, 'out/build'), async () => {
    await expect(galley('build')).rejects.toMatchObject({code: 'busy'})
  })
  expect(read(page)).toBe(before)
  await galley('build')
  expect(read(page)).toContain('Port')
})

test('a build from nothing leaves nothing of what it was made with', async () => {
  const {root, galley} = desk(files)
  await galley('build', '--fresh')
  const kept = readdirSync(join(root, '.galley'), {recursive: true}).map(String)
  expect(kept.filter((path) => /\.(?:values|texts|index)$/.test(path))).toEqual([])
})

test('what a build from scratch that was killed put away goes with the next one, wherever that builds', async () => {
  const {root, write, galley} = desk(files)
  const left = `.galley/fresh/${leftBehind('memory')}`
  write(`${left}/part.values`, 'much')
  await galley('build', join(root, 'anew'), '--fresh')
  expect(readdirSync(join(root, '.galley/fresh'))).toEqual([])
})
