import {existsSync, mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {desk, publicationJson} from './desk.ts'

test('a new publication is whole: every edition complete, nothing left to sync', async () => {
  const {galley, json, read} = desk({})
  expect(await galley('init')).toMatchObject({exit: 0})
  expect(await galley('sync', '--json')).toMatchObject({
    exit: 0,
    said: JSON.stringify({written: [], findings: []}, null, 2) + '\n',
  })
  const texts = Object.values<string>(json('locales/ko/welcome.json'))
  expect(texts.length).toBeGreaterThan(4)
  for (const text of texts) expect(text).toMatch(/\p{Script=Hangul}/u)
  const states = Object.values<{readonly state: string}>(json('locales/ko/welcome.units.json'))
  expect(JSON.stringify(states)).not.toMatch(/stale|untranslated|retired/)
  expect(read('.gitignore')).toContain('/out/')
  expect(read('articles/welcome/article.md')).toMatch(/^published: \d{4}-\d{2}-\d{2}$/m)
  expect(read('publication.json')).not.toContain('{{')
})

test('a folder that is named is made, git’s own may be in it', async () => {
  const {root, galley} = desk({'paper/.git/HEAD': 'ref: refs/heads/main\n'})
  expect(await galley('init', join(root, 'paper'))).toMatchObject({exit: 0})
  expect(await galley('init', join(root, 'new', 'deep'))).toMatchObject({exit: 0})
  expect(existsSync(join(root, 'new/deep/publication.json'))).toBe(true)
})

test('a publication is published from where the program is found', async () => {
  const below = desk({'node_modules/.bin/galley': ''})
  const near = await below.galley('init', join(below.root, 'paper'))
  expect(near.said).toMatch(/\n {2}cd \S+\/paper\n {2}npx galley publish\n$/)

  const elsewhere = desk({})
  const far = await elsewhere.galley('init', join(elsewhere.root, 'paper'))
  expect(far.said).toMatch(
    /\n {2}(npx galley publish --publication \S+\/paper|node \S+\/dist\/cli\.js publish)\n$/,
  )
})

test.each(['notes.txt', '.hidden', 'publication.json'])(
  'a folder with %s in it is refused and left as it is',
  async (name) => {
    const {root, galley, read} = desk({[name]: 'mine'})
    await expect(galley('init')).rejects.toMatchObject({code: 'would-overwrite'})
    expect(readdirSync(root)).toEqual([name])
    expect(read(name)).toBe('mine')
  },
)

test('a file in the place of the folder is said in words', async () => {
  const {root, galley} = desk({paper: 'a file'})
  await expect(galley('init', join(root, 'paper'))).rejects.toMatchObject({
    code: 'unwritable-file',
  })
})

test.each([
  ['Harbor reopens', 'harbor-reopens', 'headline: Harbor reopens\n'],
  ['He said: "no" # really', 'he-said-no-really', `headline: 'He said: "no" # really'\n`],
  ['두 줄\n제목', '두-줄-제목', 'headline: 두 줄 제목\n'],
])('galley new %j', async (headline, slug, line) => {
  const {galley, read} = desk({'publication.json': publicationJson()})
  const {exit, said} = await galley('new', '--json', headline)
  expect({exit, ...JSON.parse(said)}).toEqual({exit: 0, slug, path: `articles/${slug}/article.md`})
  const text = read(`articles/${slug}/article.md`)
  expect(text).toContain(line)
  expect(text).toMatch(/^published: \d{4}-\d{2}-\d{2}\nstatus: draft$/m)
  expect(await galley('sync', '--json')).toMatchObject({exit: 0})
})

test.each(['', '# ?', '🎉'])(
  'galley new refuses a headline without a word: %j',
  async (headline) => {
    const {galley} = desk({'publication.json': publicationJson()})
    await expect(galley('new', headline)).rejects.toMatchObject({code: 'usage'})
  },
)

test('galley new in another language of the publication', async () => {
  const {galley, read} = desk({'publication.json': publicationJson()})
  await galley('new', '제목', '--slug', 'title', '--locale', 'KO')
  expect(read('articles/title/article.md')).toContain('locale: ko\n')
  await expect(galley('new', 'Titre', '--locale', 'fr')).rejects.toMatchObject({code: 'usage'})
})

test('galley new never writes over an article, nor takes a name that leads to one', async () => {
  const {root, galley, read, write} = desk({'publication.json': publicationJson()})
  write('articles/harbor/article.md', '---\nheadline: Harbor\nformerly: [quay]\n---\n\nText.\n')
  const before = read('articles/harbor/article.md')
  for (const words of [['Harbor'], ['Quay'], ['Another', '--slug', 'harbor']]) {
    await expect(galley('new', ...words)).rejects.toMatchObject({code: 'would-overwrite'})
  }
  expect(read('articles/harbor/article.md')).toBe(before)
  expect(readdirSync(join(root, 'articles'))).toEqual(['harbor'])
  mkdirSync(join(root, 'articles/empty'))
  writeFileSync(join(root, 'articles/empty/article.mdx'), '---\nheadline: Empty\n---\n')
  await expect(galley('new', 'Empty')).rejects.toMatchObject({code: 'would-overwrite'})
})

test('galley new begins in the empty folder that a full disk left of its last try', async () => {
  const {root, galley, read} = desk({'publication.json': publicationJson()})
  mkdirSync(join(root, 'articles/harbor'), {recursive: true})
  expect(await galley('new', 'Harbor')).toMatchObject({exit: 0})
  expect(read('articles/harbor/article.md')).toContain('headline: Harbor')
})

test.each([[[]], [[' \n ']], [['a', '--slug', '../x']], [['a', 'b']]])(
  'galley new %j is refused',
  async (words) => {
    const {root, galley} = desk({'publication.json': publicationJson()})
    await expect(galley('new', ...words)).rejects.toMatchObject({code: 'usage'})
    expect(existsSync(join(root, 'articles'))).toBe(false)
  },
)
