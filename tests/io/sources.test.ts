import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {knownFiles} from '../../pipeline/io/known-files.ts'
import {nameOfSources} from '../../pipeline/io/sources.ts'

function publication() {
  const root = mkdtempSync(join(tmpdir(), 'galley-sources-'))
  onTestFinished(() => rmSync(root, {recursive: true, force: true}))
  const write = (path: string, text: string) => {
    mkdirSync(join(root, dirname(path)), {recursive: true})
    writeFileSync(join(root, path), text)
  }
  for (const path of [...readEarly, ...readLate]) write(path, 'old')
  return {write, name: () => nameOfSources(root, root, knownFiles(root, undefined))}
}

const readEarly = [
  'publication.json',
  'locales/terms.json',
  'locales/ko/site.json',
  'locales/ko/topics.json',
  'templates/article.tsx',
  'templates/components/card.tsx',
]
const readLate = ['articles/tide/article.md', 'locales/ko/tide.json', 'locales/ko/tide.units.json']

test.each(readEarly)('%s counts as it was when a build began', (path) => {
  const {write, name} = publication()
  const [begun, asked] = [name()(), name()]
  write(path, 'new')
  expect(asked()).toBe(begun)
  expect(name()()).not.toBe(begun)
})

test.each(readLate)('%s counts as it was when a build read it', (path) => {
  const {write, name} = publication()
  const [begun, asked] = [name()(), name()]
  write(path, 'new')
  expect(asked()).not.toBe(begun)
})
