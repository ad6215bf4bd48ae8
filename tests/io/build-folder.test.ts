import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {emptyFolder, inPlace, writeBuild, type BuildFile} from '../../pipeline/io/build-folder.ts'

function folder(): string {
  const root = mkdtempSync(join(tmpdir(), 'galley-build-'))
  onTestFinished(() => rmSync(root, {recursive: true, force: true}))
  return join(root, 'build')
}

/** Every file below a folder with what it holds. */
function contents(root: string): Readonly<Record<string, string>> {
  const files = readdirSync(root, {recursive: true, withFileTypes: true}).filter((one) =>
    one.isFile(),
  )
  return Object.fromEntries(
    files.map(({parentPath, name}) => {
      const path = join(parentPath, name)
      return [path.slice(root.length + 1), readFileSync(path, 'utf8')]
    }),
  )
}

const files = (made: Readonly<Record<string, string>>): readonly BuildFile[] =>
  Object.entries(made).map(([path, text]) => ({path, sha256: () => undefined, content: () => text}))

/** The last file of a build whose template fails on it. */
const broken: BuildFile = {
  path: 'z.html',
  sha256: () => undefined,
  content: () => {
    throw new Error('no more')
  },
}

/** What is known of a folder that nothing was built into. */
const nothing = {files: new Map(), folders: new Map()}

const first = {'a.html': 'a', 'b/index.html': 'b', 'c.html': 'c'}

test('a folder holds the files and no others, whatever stood in their places', () => {
  const root = folder()
  const built = writeBuild(root, files(first), nothing)
  expect(contents(root)).toEqual(first)
  rmSync(join(root, 'a.html'))
  mkdirSync(join(root, 'a.html/inside'), {recursive: true})
  writeFileSync(join(root, 'mine.html'), 'mine')
  const second = {'a.html': 'a', 'b/index.html': 'other', 'd/e.html': 'd'}
  const again = writeBuild(root, files(second), built)
  expect(contents(root)).toEqual(second)
  expect([...again.files.keys()].toSorted()).toEqual(Object.keys(second).toSorted())
  expect(readdirSync(root).toSorted()).toEqual(['a.html', 'b', 'd'])
})

test('what somebody put into a folder goes, and so does a folder that nothing is left in', () => {
  const root = folder()
  const all = {'a/b/c.html': 'c', 'a/d.html': 'd'}
  const built = writeBuild(root, files(all), nothing)
  mkdirSync(join(root, 'a/e'))
  for (const path of ['a/b/mine.html', 'a/.mine', 'a/e/f.html']) {
    writeFileSync(join(root, path), 'mine')
  }
  const again = writeBuild(root, files(all), built)
  expect(contents(root)).toEqual(all)
  expect(again.folders).not.toEqual(built.folders)
  expect(writeBuild(root, files(all), again).files).toEqual(again.files)
  writeBuild(root, files({'a/d.html': 'd'}), again)
  expect(readdirSync(join(root, 'a'))).toEqual(['d.html'])
})

test('what a link in place of a folder leads to is left alone, and a file in its place goes', () => {
  const root = folder()
  const all = {'a/b/c.html': 'c', 'a/d.html': 'd', 'e/f/i.html': 'f', 'g/h.html': 'h'}
  const built = writeBuild(root, files(all), nothing)
  const elsewhere = join(root, '../elsewhere')
  const linked = (name: string) => {
    renameSync(join(root, name), join(elsewhere, name))
    symlinkSync(join(elsewhere, name), join(root, name))
  }
  mkdirSync(elsewhere)
  for (const name of ['a', 'g']) linked(name)
  writeFileSync(join(elsewhere, 'a/mine.html'), 'mine')
  rmSync(join(root, 'e'), {recursive: true})
  writeFileSync(join(root, 'e'), 'a file')
  const {'g/h.html': _, ...wanted} = {...all, 'a/d.html': 'other'}
  writeBuild(root, files(wanted), inPlace(root, built))
  expect(contents(root)).toEqual(wanted)
  expect(readdirSync(root).toSorted()).toEqual(['a', 'e'])
  expect(contents(elsewhere)).toEqual({
    'a/b/c.html': 'c',
    'a/d.html': 'd',
    'a/mine.html': 'mine',
    'g/h.html': 'h',
  })
})

test('where a file cannot be made, an earlier build stays as it was', () => {
  const root = folder()
  const built = writeBuild(root, files(first), nothing)
  const next = [...files({'a.html': 'other', 'new.html': 'new'}), broken]
  expect(() => writeBuild(root, next, built)).toThrow('no more')
  expect(contents(root)).toEqual(first)
  expect(readdirSync(root).toSorted()).toEqual(['a.html', 'b', 'c.html'])
})

test('where a file cannot be made, nothing of a first build is left', () => {
  const root = folder()
  expect(() => writeBuild(root, [...files(first), broken], nothing)).toThrow('no more')
  expect(contents(root)).toEqual({})
})

test('what a build that was killed left beside is no part of the next', () => {
  const root = folder()
  const built = writeBuild(root, files(first), nothing)
  mkdirSync(join(root, '.galley-new'))
  writeFileSync(join(root, '.galley-new/0'), 'half')
  writeBuild(root, files({...first, 'a.html': 'new'}), built)
  expect(contents(root)).toEqual({...first, 'a.html': 'new'})
})

test('of two files at one path it holds the last, whatever was there', () => {
  const [root, two] = [folder(), [...files({'a.html': 'one'}), ...files({'a.html': 'two'})]]
  const built = writeBuild(root, files({'a.html': 'two'}), nothing)
  writeBuild(root, two, built)
  expect(contents(root)).toEqual({'a.html': 'two'})
  const fresh = folder()
  writeBuild(fresh, two, nothing)
  expect(contents(fresh)).toEqual({'a.html': 'two'})
})

test('a folder that a build was killed over is that build’s, and the next one goes on in it', () => {
  const root = folder()
  emptyFolder(root)
  const killed: BuildFile = {
    path: 'z.html',
    sha256: () => undefined,
    // As far as it has come by then: what is written by now is all that a killed one leaves.
    content() {
      cpSync(root, `${root}-killed`, {recursive: true})
      return 'z'
    },
  }
  writeBuild(root, [...files(first), killed], nothing)
  expect(contents(root)).toEqual({...first, 'z.html': 'z'})
  expect(contents(`${root}-killed`)).toEqual(first)
  emptyFolder(`${root}-killed`)
  writeBuild(`${root}-killed`, files({'a.html': 'other'}), nothing)
  expect(contents(`${root}-killed`)).toEqual({'a.html': 'other'})
  expect(() => emptyFolder(`${root}-killed`)).toThrow('not empty')
})
