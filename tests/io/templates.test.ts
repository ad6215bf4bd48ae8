import {execFileSync} from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {loadMarked, loadTemplates} from '../../pipeline/io/templates.ts'
import {PipelineError} from '../../pipeline/model/error.ts'

const packageRoot = new URL('../..', import.meta.url).pathname
const made: string[] = []
afterAll(() => made.forEach((folder) => rmSync(folder, {recursive: true})))

function publication(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'galley-templates-'))
  made.push(root)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), {recursive: true})
    writeFileSync(join(root, path), text)
  }
  return root
}

async function failure(files: Readonly<Record<string, string>>): Promise<PipelineError> {
  const error: unknown = await loadTemplates([publication(files), packageRoot], undefined).catch(
    (reason: unknown) => reason,
  )
  if (error instanceof PipelineError) return error
  throw new Error('it loaded')
}

describe('loadTemplates', () => {
  test('the package’s own', async () => {
    const {templates, styles, hash} = await loadTemplates([packageRoot], undefined)
    expect(Object.keys(templates).sort()).toEqual([
      'archive',
      'article',
      'book',
      'findings',
      'front',
      'gone',
      'hash',
      'icon',
      'list',
      'notFound',
      'parallel',
      'poster',
      'root',
      'scripts',
      'search',
      'sheets',
      'showcase',
      'statement',
    ])
    expect(templates.icon).toContain('<svg')
    expect(styles).toContain('prefers-color-scheme:dark')
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('what browsers would pass over in the publication’s own styles is told, each time it is loaded', async () => {
    const own = publication({'templates/styles/tokens.css': ':root {\n  colr: hotpink;\n}\n'})
    const store = join(own, 'kept')
    for (const time of ['made', 'kept']) {
      const {templates} = await loadTemplates([own, packageRoot], store)
      expect(templates.findings, time).toMatchObject([
        {
          message: {key: 'templates/styles/name', values: {wrong: 'colr', near: 'color'}},
          place: {file: 'templates/styles/tokens.css', line: 2, column: 3},
        },
      ])
    }
  })

  test('a publication’s file takes the place of the package’s, one by one', async () => {
    const own = publication({
      'templates/components/footer.tsx':
        'export function Footer() { return <footer>Our <b>own</b></footer> }',
      'templates/styles/tokens.css': ':root { --paper: hotpink }',
    })
    const [ours, theirs] = await Promise.all([
      loadTemplates([own, packageRoot], undefined),
      loadTemplates([packageRoot], undefined),
    ])
    const view: never = {
      head: {
        alternates: [],
        feeds: [],
        downloads: [],
        preload: [],
        openGraph: [],
        data: [],
        scripts: [],
        stylesheet: {},
      },
      words: {locale: 'en', say: (key: string) => key, languageOf: () => 'ko'},
      languages: [],
      fronts: [],
      sections: [],
      voices: [],
    } as never
    expect(ours.templates.root(view)).toContain('<footer>Our <b>own</b></footer>')
    expect(ours.templates.root(view)).toContain('<main id="main"')
    expect(theirs.templates.root(view)).not.toContain('Our')
    expect(ours.styles).toContain('--paper:hotpink')
    expect(ours.hash).not.toBe(theirs.hash)

    // The same page, whose elements say where they are written.
    const marked = (await loadMarked([own, packageRoot], ours.templates)).root(view)
    expect(marked.replaceAll(/ data-galley-source="[^"]*"/g, '')).toBe(ours.templates.root(view))
    expect(marked).toContain('<footer data-galley-source="templates/components/footer.tsx:1:35">')
    const at = (file: string, text: string) => {
      const lines = readFileSync(join(packageRoot, file), 'utf8').split('\n')
      const line = lines.findIndex((one) => one.includes(text))
      return `${file}:${line + 1}:${(lines[line]?.indexOf(text) ?? 0) + 1}`
    }
    expect(marked).toContain(
      `<main id="main" tabindex="-1" data-galley-source="${at('templates/page.tsx', '<main')}">`,
    )
    // What only holds words is written where its component is called.
    expect(marked).toContain(`data-galley-source="${at('templates/page.tsx', '<T words')}">skip<`)
  })

  test('where the folder lies is nothing to the hash', async () => {
    const files = {'templates/styles/tokens.css': ':root { --paper: red }'}
    const hashes = await Promise.all(
      [publication(files), publication(files)].map((root) =>
        loadTemplates([root, packageRoot], undefined),
      ),
    )
    expect(hashes[0]?.hash).toBe(hashes[1]?.hash)
  })

  test.each([
    [
      'a slip in a template',
      {'templates/front.tsx': 'export function Front() {\n  return <main>\n}'},
      /^templates\/front\.tsx:3:1: /,
    ],
    [
      'an import of nothing',
      {'templates/front.tsx': "import './nowhere.tsx'\nexport const Front = () => null"},
      /^templates\/front\.tsx:1:8: Could not resolve "\.\/nowhere\.tsx"/,
    ],
    [
      'a template without its export',
      {'templates/front.tsx': 'export const Wrong = 1'},
      /^templates\/index\.tsx:\d+:\d+: No matching export .*"Front"/,
    ],
    [
      'an index without templates',
      {'templates/index.tsx': 'export const templates = {article() {}}'},
      /no template `front`/,
    ],
    [
      'a slip in a style',
      {'templates/styles/base.css': 'a { color: red }\nb { ) }'},
      /^templates\/styles\/base\.css:2:\d+: /,
    ],
    [
      'a style that imports what is not there',
      {'templates/styles/site.css': "@import './base.css';\n@import './own/nowhere.css';"},
      /^templates\/styles\/site\.css:2:1: It imports templates\/styles\/own\/nowhere\.css, which/,
    ],
    [
      'a slip in a style that lies beside the templates',
      {'templates/styles/site.css': "@import '../../shared/own.css';", 'shared/own.css': 'b { ) }'},
      /^shared\/own\.css:1:\d+: /,
    ],
  ])('%s is said with its place', async (_, files, message) => {
    const error = await failure(files)
    expect(error.code).toBe('broken-template')
    expect(error.message).toMatch(message)
  })

  test.skipIf(process.platform === 'win32').each([
    ['front.tsx', /^templates\/front\.tsx is not an ordinary file\.$/],
    ['index.tsx', /^templates\/index\.tsx is not an ordinary file/],
    ['styles/base.css', /templates\/styles\/base\.css is not an ordinary file/],
    ['scripts/search.ts', /^templates\/scripts\/search\.ts is not an ordinary file/],
  ])('a pipe in the place of %s is not waited for', async (file, message) => {
    const own = publication({
      'templates/styles/of-ours.css': '',
      'templates/scripts/of-ours.ts': '',
    })
    execFileSync('mkfifo', [join(own, 'templates', file)])
    const error = await loadTemplates([own, packageRoot], undefined).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    expect(error).toMatchObject({code: 'broken-template', message: expect.stringMatching(message)})
  })

  test
    .skipIf(process.platform === 'win32')
    .each(['front.tsx', 'index.tsx', 'styles/base.css', 'scripts/search.ts'])(
    'a link in the place of %s that leads to itself is said in a sentence',
    async (file) => {
      const own = publication({
        'templates/styles/of-ours.css': '',
        'templates/scripts/of-ours.ts': '',
      })
      symlinkSync(join(own, 'templates', file), join(own, 'templates', file))
      await expect(loadTemplates([own, packageRoot], undefined)).rejects.toMatchObject({
        code: 'broken-template',
        // Of a style, after the place that imports it.
        message: expect.stringMatching(
          new RegExp(
            `^(.+css:[0-9]+:[0-9]+: )?templates/${file} cannot be read: it is a symbolic link that leads to itself\\.$`,
          ),
        ),
      })
    },
  )

  test('a file in the place of a folder of styles is said in a sentence', async () => {
    const own = publication({'templates/styles': ''})
    await expect(loadTemplates([own, packageRoot], undefined)).rejects.toMatchObject({
      code: 'broken-template',
      message: 'templates/styles/site.css cannot be read: a file is in the place of its folder.',
    })
  })

  test('a template that throws is a broken template, not a crash, and says where', async () => {
    const own = publication({
      'templates/front.tsx':
        "import {fail} from './fail.ts'\nexport function Front() { return <p>{fail()}</p> }",
      'templates/fail.ts': "export const fail = () => {\n  throw new TypeError('no such thing')\n}",
    })
    const {templates} = await loadTemplates([own, packageRoot], undefined)
    expect(() => templates.front({} as never)).toThrow(PipelineError)
    expect(() => templates.front({} as never)).toThrow(
      /^templates\/fail\.ts:2:9: the template `front` failed: .*no such thing/,
    )
  })
})

describe('kept bundles', () => {
  const own = (text: string) => `export function Footer() { return <footer>${text}</footer> }`
  const footer = 'templates/components/footer.tsx'
  const hashOf = async (root: string, store: string | undefined) =>
    (await loadTemplates([root, packageRoot], store)).hash

  test('are those made from nothing, whatever is added, changed or removed', async () => {
    const root = publication({[footer]: own('one')})
    const store = join(root, 'kept')
    const steps = [
      () => {},
      () => writeFileSync(join(root, footer), own('two')),
      () => writeFileSync(join(root, 'templates/front.tsx'), 'export const Front = () => <p/>'),
      () => rmSync(join(root, 'templates/front.tsx')),
      () => writeFileSync(store, readFileSync(store, 'utf8').replace('footer', 'rooter')),
      () => rmSync(join(root, footer)),
    ]
    for (const step of steps) {
      step()
      const fresh = await hashOf(root, undefined)
      expect([await hashOf(root, store), await hashOf(root, store)]).toEqual([fresh, fresh])
      expect(existsSync(store)).toBe(true)
    }
  })

  test('are none where something is imported from elsewhere', async () => {
    const root = publication({
      [footer]: `import {said} from '../../said.ts'\n${own('{said}')}`,
      'said.ts': "export const said = 'one'",
    })
    const store = join(root, 'kept')
    const before = await hashOf(root, store)
    writeFileSync(join(root, 'said.ts'), "export const said = 'two'")
    expect(await hashOf(root, store)).not.toBe(before)
    expect(existsSync(store)).toBe(false)
  })
})
