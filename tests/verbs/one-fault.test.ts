import {existsSync, mkdirSync, truncateSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {expect, test} from 'vitest'
import {readPublication} from '../../pipeline/io/publication.ts'
import {unreadBinary} from '../../pipeline/model/unread.ts'
import {desk, publicationJson} from './desk.ts'

const article = (headline: string, text = 'The paragraph stands here.') =>
  `---\nheadline: ${headline}\npublished: 2025-11-25\n---\n\n${text}\n`
const latin1 = (text: string) => Buffer.from(text, 'latin1')
const [long, korean] = ['a'.repeat(250), '가'.repeat(80)]

/** A file that even root cannot read: it is larger than what may be read at once, and takes no room. */
const unreadable = {bytes: 3 * 2 ** 30}
type Content = string | Buffer | typeof unreadable

/** Files with a fault in one article each, and what is said of them. */
const faults: Readonly<
  Record<string, {readonly files: Readonly<Record<string, Content>>; readonly said: string}>
> = {
  'a name of 250 bytes': {
    files: {[`articles/${long}/article.md`]: article('Long')},
    said: `articles/${long}/article.md:1:1`,
  },
  'a name of 80 Korean syllables': {
    files: {[`articles/${korean}/article.md`]: article('Long')},
    said: `articles/${korean}/article.md:1:1`,
  },
  'the name of another locale file': {
    files: {'articles/site/article.md': article('Site')},
    said: 'articles/site/article.md:1:1',
  },
  'a folder without an article': {
    files: {'articles/none/sea.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>'},
    said: 'articles/none has no article.md',
  },
  'an article twice': {
    files: {
      'articles/twice/article.md': article('One'),
      'articles/twice/article.mdx': article('Two'),
    },
    said: 'articles/twice has both article.md and article.mdx',
  },
  'a file that is not UTF-8': {
    files: {'articles/bytes/article.md': latin1(article('The café'))},
    said: 'articles/bytes/article.md:2:18',
  },
  'front matter that is not YAML': {
    files: {'articles/yaml/article.md': '---\nheadline: [x\n  y: {\n---\n\nText.\n'},
    said: 'articles/yaml/article.md:2:12',
  },
  'a headline of pictures alone': {
    files: {'articles/rocket/article.md': article('🚀🚀')},
    said: 'articles/rocket/article.md:2:11',
  },
  'quotes within quotes without end': {
    files: {'articles/quotes/article.md': article('Deep', '> '.repeat(5000))},
    said: 'articles/quotes/article.md:6:1',
  },
  'elements within elements without end': {
    files: {'articles/elements/article.md': article('Deep', '<div>'.repeat(5000))},
    said: 'articles/elements/article.md:6:2561',
  },
  'elements that only seem to close themselves': {
    files: {'articles/slashes/article.md': article('Deep', '<div/>'.repeat(5000))},
    said: 'articles/slashes/article.md:6:3073',
  },
  'a translation that is not UTF-8': {
    files: {
      'articles/told/article.md': article('Told'),
      'locales/ko/told.json': latin1('{"headline": "café"}'),
    },
    said: 'locales/ko/told.json:1:18',
  },
  'a sidecar that is not UTF-8': {
    files: {
      'articles/kept/article.md': article('Kept'),
      'locales/ko/kept.units.json': latin1('{"units": {"é": 1}}'),
    },
    said: 'locales/ko/kept.units.json:1:13',
  },
  'a translation that nests elements without end': {
    files: {
      'articles/nested/article.md': article('Nested'),
      'locales/ko/nested.json': `{"headline": "${'<b>'.repeat(5000)}"}`,
    },
    said: 'locales/ko/nested.json:1:1551',
  },
  'a name of other capitals': {
    files: {'articles/harbour/article.md': article('Harbour')},
    said: 'articles/harbour and articles/Harbour differ',
  },
  'the same name in capitals': {
    files: {'articles/Harbour/article.md': article('Harbour')},
    said: 'articles/Harbour and articles/harbour differ',
  },
  'a name whose accent is a letter of its own': {
    files: {'articles/cafe\u0301/article.md': article('Café')},
    said: 'articles/cafe\u0301/article.md:1:1',
  },
  'the same name with the accent in its letter': {
    files: {'articles/café/article.md': article('Café')},
    said: 'articles/café/article.md:1:1',
  },
  'an article that cannot be read': {
    files: {'articles/locked/article.md': unreadable},
    said: 'articles/locked has an article that cannot be read',
  },
  'a translation that cannot be read': {
    files: {
      'articles/half/article.md': article('Half'),
      'locales/ko/half.json': unreadable,
    },
    said: 'locales/ko/half.json cannot be read',
  },
}

test('what is wrong with an article is told, and the other articles are synced and built', async () => {
  const paper = desk({
    'publication.json': publicationJson(),
    'articles/story/article.md': article('The story'),
  })
  for (const [path, content] of Object.values(faults).flatMap(({files}) => Object.entries(files))) {
    mkdirSync(dirname(join(paper.root, path)), {recursive: true})
    const isThere = typeof content === 'string' || Buffer.isBuffer(content)
    writeFileSync(join(paper.root, path), isThere ? content : '')
    if (!isThere) truncateSync(join(paper.root, path), content.bytes)
  }
  mkdirSync(join(paper.root, 'articles/empty'))
  const {exit, said} = await paper.galley('sync')
  expect(exit).toBe(1)
  for (const [name, fault] of Object.entries(faults)) expect.soft(said, name).toContain(fault.said)
  expect(said).toContain(`${Object.keys(faults).length} errors`)
  expect(paper.read('locales/ko/story.json')).toContain('"headline-')
  await paper.galley('build')
  expect(existsSync(join(paper.root, 'out/build/en/story/index.html'))).toBe(true)
}, 120_000)

test('an image that cannot be read is known for one, and the other articles are built', async () => {
  const paper = desk({
    'publication.json': publicationJson(),
    'articles/story/article.md': article('The story'),
    'articles/seen/article.md': article('Seen', '![The quay at dawn](quay.png)'),
  })
  const image = join(paper.root, 'articles/seen/quay.png')
  writeFileSync(image, '')
  truncateSync(image, unreadable.bytes)
  const {said} = await paper.galley('build')
  expect(said).toContain('1 error was found')
  const {images} = await readPublication(paper.root)
  expect(images.map(({bytes}) => bytes === unreadBinary)).toEqual([true])
  expect(existsSync(join(paper.root, 'out/build/en/story/index.html'))).toBe(true)
})

test('where one locale file cannot be written the others are', async () => {
  const paper = desk({
    'publication.json': publicationJson(),
    'articles/bad/article.md': article('Bad'),
    'articles/story/article.md': article('The story'),
  })
  mkdirSync(join(paper.root, 'locales/ko/bad.json'), {recursive: true})
  await expect(paper.galley('sync')).rejects.toMatchObject({code: 'unwritable-file'})
  expect(paper.read('locales/ko/story.json')).toContain('"headline-')
})
