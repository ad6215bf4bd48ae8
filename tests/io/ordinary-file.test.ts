import {execFileSync} from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {readOrdinary} from '../../pipeline/io/ordinary-file.ts'
import {readPublication} from '../../pipeline/io/publication.ts'
import {unreadFile} from '../../pipeline/model/unread.ts'

function folder() {
  const at = mkdtempSync(join(tmpdir(), 'galley-ordinary-'))
  onTestFinished(() => rmSync(at, {recursive: true, force: true}))
  return at
}

const read = (path: string) => readOrdinary(path, statSync(path))

test('a file is read, and one that a link leads to', () => {
  const at = folder()
  writeFileSync(join(at, 'a.md'), 'text')
  symlinkSync('a.md', join(at, 'b.md'))
  expect(['a.md', 'b.md'].map((name) => read(join(at, name)).toString())).toEqual(['text', 'text'])
})

test.skipIf(process.platform === 'win32')('a pipe and a device are refused, not waited for', () => {
  const at = folder()
  execFileSync('mkfifo', [join(at, 'a.json')])
  symlinkSync('/dev/zero', join(at, 'b.md'))
  for (const name of ['a.json', 'b.md']) {
    expect(() => read(join(at, name))).toThrow('it is not an ordinary file')
  }
})

test('a text that would end the run for want of memory is refused before it is read', () => {
  const at = folder()
  for (const [name, megabytes] of [
    ['a.md', 16],
    ['a.units.json', 64],
    ['a.png', 512],
  ] as const) {
    writeFileSync(join(at, name), '')
    truncateSync(join(at, name), megabytes * 2 ** 20 + 1)
    expect(() => read(join(at, name))).toThrow(`it is larger than ${megabytes} MB`)
  }
})

const config = JSON.stringify({url: 'https://x.example/', source: 'en', locales: ['en']})

test('a publication with a huge article is read, without it', async () => {
  const at = folder()
  writeFileSync(join(at, 'publication.json'), config)
  mkdirSync(join(at, 'articles/big'), {recursive: true})
  writeFileSync(join(at, 'articles/big/article.md'), '')
  truncateSync(join(at, 'articles/big/article.md'), 600 * 2 ** 20)
  const {articles} = await readPublication(at)
  expect(articles.map(({path, text}) => [path, text])).toEqual([
    ['articles/big/article.md', unreadFile],
  ])
})

test.skipIf(process.platform === 'win32')(
  'a pipe in place of a list of words is told',
  async () => {
    const at = folder()
    writeFileSync(join(at, 'publication.json'), config)
    mkdirSync(join(at, 'locales/en'), {recursive: true})
    execFileSync('mkfifo', [join(at, 'locales/en/site.json')])
    await expect(readPublication(at)).rejects.toMatchObject({
      code: 'unreadable-file',
      message: 'locales/en/site.json cannot be read: it is not an ordinary file.',
    })
  },
)
