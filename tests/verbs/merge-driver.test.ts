import {execFile, execFileSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {desk, publicationJson} from './desk.ts'

const driver = [
  process.execPath,
  '--import',
  import.meta.resolve('tsx'),
  fileURLToPath(new URL('verb.driver.ts', import.meta.url)),
]
const paragraphs = [
  'The soldiers were sent to Kursk in the autumn of that year.',
  'Nobody in Moscow or Pyongyang has spoken of it since then.',
  'Lee Chul Eun left the North when he was twenty-six years old.',
  'The harbour is closed to ships until the ice has gone again.',
]

test('it is installed in the clone, and named in .gitattributes behind what stands there', async () => {
  const work = newsroom()
  expect((await work.galley('install-merge-driver')).exit).toBe(0)
  expect((await work.galley('install-merge-driver')).exit).toBe(0)
  expect(work.read('.gitattributes')).toBe('*.png binary\nlocales/*/*.json merge=galley\n')
  expect(work.git('config', 'merge.galley.driver')).toMatch(/' merge-driver %O %A %B %P$/u)
})

test('a file that is not there is said to be unreadable', async () => {
  const {galley} = desk({'publication.json': publicationJson()})
  await expect(galley('merge-driver', 'base', 'ours', 'theirs', 'path')).rejects.toMatchObject({
    code: 'unreadable-file',
  })
})

test('two translators and an editor at once: units are merged, and both texts of one are kept', async () => {
  const work = installed()
  const {galley, git, commit, translate, texts, article, read, write} = work
  await galley('sync')
  const [, one = '', two = '', three = '', four = ''] = Object.keys(texts())
  translate({[two]: '둘', [three]: '셋', [four]: '넷'})
  await galley('sync')
  commit('base')

  git('checkout', '-q', '-b', 'theirs')
  translate({[two]: '저쪽의 둘', [three]: '저쪽의 셋'})
  article([...paragraphs.slice(0, 3), paragraphs[3]?.replace('until', 'till') ?? '', 'New.'])
  await galley('sync')
  commit('theirs')

  git('checkout', '-q', 'main')
  translate({[one]: '이쪽의 하나', [two]: '이쪽의 둘', [four]: '이쪽의 넷'})
  await galley('sync')
  commit('ours')

  const merge = await work.run('git', 'merge', 'theirs', '-m', 'merged')
  expect(merge.code).toBe(1)
  expect(merge.text).toContain('이쪽의 둘')
  expect(merge.text).toContain('저쪽의 둘')
  expect(git('diff', '--name-only', '--diff-filter=U')).toBe('locales/ko/story.json')
  expect(texts()).toMatchObject({
    [one]: '이쪽의 하나',
    [two]: '이쪽의 둘',
    [`${two}#theirs`]: '저쪽의 둘',
    [three]: '저쪽의 셋',
    [four]: '이쪽의 넷',
  })

  const held = await galley('sync', '--json')
  expect(held.exit).toBe(1)
  expect(JSON.parse(held.said)).toMatchObject({
    findings: [
      {
        check: 'translation/conflict',
        severity: 'error',
        message: {values: {ours: '이쪽의 둘', theirs: '저쪽의 둘'}},
        place: {unit: two},
      },
    ],
  })
  expect(texts()).toMatchObject({[`${two}#theirs`]: '저쪽의 둘'})
  const stale = JSON.parse((await galley('diff', '--json')).said) as unknown
  expect(stale).toMatchObject([{key: four, previousSource: paragraphs[3], target: '이쪽의 넷'}])

  write(
    'locales/ko/story.json',
    read('locales/ko/story.json')
      .split('\n')
      .filter((line) => !line.includes('이쪽의 둘'))
      .join('\n'),
  )
  const settled = await galley('sync', '--json')
  expect(JSON.parse(settled.said)).toMatchObject({findings: []})
  expect(texts()[two]).toBe('저쪽의 둘')
  expect(Object.keys(texts())).toHaveLength(6)
})

test('what cannot be read is merged by lines, and refused by sync', async () => {
  const {galley, git, commit, read, write, run} = installed()
  await galley('sync')
  commit('base')
  git('checkout', '-q', '-b', 'theirs')
  write('locales/ko/story.json', read('locales/ko/story.json').replace('""', '"저쪽'))
  commit('theirs')
  git('checkout', '-q', 'main')
  write('locales/ko/story.json', read('locales/ko/story.json').replace('""', '"이쪽"'))
  commit('ours')
  expect((await run('git', 'merge', 'theirs')).code).toBe(1)
  expect(read('locales/ko/story.json')).toMatch(/<<<<<<< ours[^]*이쪽[^]*저쪽[^]*>>>>>>> theirs/u)
  expect((await galley('sync')).exit).toBe(1)
})

test('several syncs at once, and a translator who writes meanwhile: nothing is lost', async () => {
  const {galley, run, translate, texts, article, read} = newsroom()
  await galley('sync')
  const [, one = '', two = ''] = Object.keys(texts())
  translate({[one]: '하나'})
  article([...paragraphs.slice(1), 'Another.'])
  const runs = [1, 2, 3].map(() => run(driver[0] ?? '', ...driver.slice(1), 'sync'))
  translate({[two]: '둘'})
  const codes = (await Promise.all(runs)).map(({code}) => code)
  expect(codes.every((code) => code === 0 || code === 2)).toBe(true)
  await galley('sync')
  expect(read('locales/ko/story.json')).toContain('"둘"')
  expect(read('locales/ko/story.units.json')).toContain('"하나"')
})

test('outside of a repository there is nothing to install into', async () => {
  const {galley} = desk({'publication.json': publicationJson()})
  await expect(galley('install-merge-driver')).rejects.toMatchObject({code: 'no-repository'})
})

/** A publication in a git repository, with one article. */
function newsroom() {
  const work = desk({
    'publication.json': publicationJson(),
    '.gitignore': 'out/\n',
    '.gitattributes': '*.png binary',
    'articles/story/article.md': story(paragraphs),
  })
  const git = (...words: readonly string[]) =>
    execFileSync('git', words, {cwd: work.root, encoding: 'utf8', stdio: 'pipe'}).trim()
  git('init', '-q', '-b', 'main')
  git('config', 'user.name', 'A Translator')
  git('config', 'user.email', 'translator@galley.example')
  git('config', 'core.autocrlf', 'false')
  const texts = () => work.json('locales/ko/story.json') as Readonly<Record<string, string>>
  return {
    ...work,
    git,
    texts,
    commit: (message: string) => {
      git('add', '-A')
      git('commit', '-q', '-m', message)
    },
    article: (bodies: readonly string[]) => work.write('articles/story/article.md', story(bodies)),
    translate: (changes: Readonly<Record<string, string>>) =>
      work.write('locales/ko/story.json', JSON.stringify({...texts(), ...changes}, null, 2)),
    run: (program: string, ...words: readonly string[]) =>
      new Promise<{code: number; text: string}>((resolve) => {
        execFile(program, words, {cwd: work.root}, (error, stdout, stderr) => {
          const code = typeof error?.code === 'number' ? error.code : 0
          resolve({code, text: stdout + stderr})
        })
      }),
  }
}

/** The same, with the merge driver at work: started without the verbs it does not need. */
function installed() {
  const work = newsroom()
  work.write('.gitattributes', 'locales/*/*.json merge=galley\n')
  const command = [...driver, 'merge-driver'].map((word) => `'${word}'`).join(' ')
  work.git('config', 'merge.galley.driver', `${command} %O %A %B %P`)
  return work
}

function story(bodies: readonly string[]): string {
  return `---\nheadline: The Story\npublished: 2026-11-24\n---\n\n${bodies.join('\n\n')}\n`
}
