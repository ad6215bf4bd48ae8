import {mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {openMemory} from '../../pipeline/io/memory.ts'

test('a text that has to be made again is made by who asks now, not by who asked first', () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-memory-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const first = openMemory(folder, 'program', true)
  first.text('page', ['same'], () => 'text')
  first.close(true)
  const memory = openMemory(folder, 'program', true)
  memory.text('page', ['same'], () => 'of a file that is no longer there')
  const text = memory.text('page', ['same'], () => 'text')
  // Damaged meanwhile, it is a text that nobody remembers.
  const texts = readdirSync(folder).filter((name) => name.endsWith('.texts'))
  for (const name of texts) writeFileSync(join(folder, name), 'xxxx')
  expect(text.read()).toBe('text')
  memory.close(true)
})

test('a text without a character is read as such, whatever is remembered next', () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-memory-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const memory = openMemory(folder, 'program', false)
  const texts = ['', 'words', ''].map((words, index) => memory.text('body', index, () => words))
  expect(texts.map((text) => text.read())).toEqual(['', 'words', ''])
  memory.close(true)
})
