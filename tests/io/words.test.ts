import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {readWords} from '../../pipeline/io/words.ts'

function rootWith(site: string): string {
  const root = mkdtempSync(join(tmpdir(), 'galley-words-'))
  mkdirSync(join(root, 'locales/en'), {recursive: true})
  writeFileSync(join(root, 'locales/en/site.json'), site)
  return root
}

test('a later root’s words win, key by key, and a language without words has none', () => {
  const roots = [rootWith('{"a": "A", "b": "B"}'), rootWith('{"b": "Other"}')]
  expect(readWords(roots, ['en', 'ko'])).toEqual({en: {site: {a: 'A', b: 'Other'}}})
  expect(readWords(roots, ['en'], ['topics'])).toEqual({})
})

describe('a file that holds no words is refused, and where', () => {
  test.each([
    [
      'a comma left out',
      '{\n  "a": "A"\n  "b": "B"\n}',
      ':3:3: this is not JSON: a comma is missing.',
    ],
    ['no end', '{\n  "a": "A"', ':2:11: this is not JSON: a closing } is missing.'],
    ['a list', '["a"]', ': this is not a list of keys and texts.'],
    ['a number', '{"a": 1}', ':1:7: the text of "a" is not a string.'],
  ])('%s', (_, text, message) => {
    expect(() => readWords([rootWith(text)], ['en'])).toThrow(`locales/en/site.json${message}`)
  })
})
