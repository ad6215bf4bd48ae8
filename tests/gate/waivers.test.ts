import {expect, test} from 'vitest'
import {covers} from '../../pipeline/gate/waivers.ts'
import {finding, waiver} from './case.ts'

test.each([
  ['en/story/index.html', 'en/story/index.html', true],
  ['en/story/index.html', 'en/story/index.htm', false],
  ['en/*', 'en/story/index.html', true],
  ['*', 'en/story/index.html', true],
  ['*/index.html', 'en/story/index.html', true],
  ['*/story/*.html', 'en/story/index.html', true],
  ['en/*/story/*', 'en/story/index.html', false],
  ['en/story/index.html*', 'en/story/index.html', true],
  ['en/*ml', 'en/ml', true],
  ['en/m*ml', 'en/ml', false],
  ['.*', 'en/story/index.html', false],
  ['e?/*', 'en/story/index.html', false],
  ['', 'en/story/index.html', false],
])('the pattern %j fits %j: %j', (file, path, expected) => {
  expect(covers({...waiver, file}, finding({place: {file: path}}))).toBe(expected)
})

test('a long pattern of stars is no work', () => {
  const file = `${'*a'.repeat(5000)}*b`
  expect(covers({...waiver, file}, finding({place: {file: 'a'.repeat(20_000)}}))).toBe(false)
})

test.each([
  [{selector: 'main > img'}, {file: 'en/a', selector: 'main > img'}, true],
  [{selector: 'main > img'}, {file: 'en/a'}, false],
  [{unit: 'p3'}, {file: 'en/a', unit: 'p3'}, true],
  [{unit: 'p3'}, {file: 'en/a', unit: 'p4'}, false],
])('a waiver that names %j and a finding at %j: %j', (part, place, expected) => {
  expect(covers({...waiver, ...part}, finding({place}))).toBe(expected)
})

test('a waiver is for one check', () => {
  expect(covers({...waiver, check: 'document/link'}, finding({place: {file: 'en/a'}}))).toBe(false)
})
