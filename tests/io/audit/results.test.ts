import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import * as fc from 'fast-check'
import {expect, onTestFinished, test} from 'vitest'
import {gate} from '../../../pipeline/gate/gate.ts'
import {readPart, unfinishedPart, writePart} from '../../../pipeline/io/audit/results.ts'
import type {AuditPart} from '../../../pipeline/model/audit.ts'
import type {Finding} from '../../../pipeline/model/finding.ts'
import {finding, quiet} from '../../gate/case.ts'

function part(findings: readonly Finding[]): AuditPart {
  return {
    shard: '1/2',
    means: 'this version',
    content: '',
    url: 'https://pages.example/',
    target: ['a.html', 'b.html'],
    pages: ['a.html'],
    unchanged: [],
    passedBy: {policy: 'ours', known: ''},
    findings,
    checked: {'document/language': 2},
    views: ['phone-light'],
    browser: 'Chromium 147.0.0.0',
  }
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'galley-results-'))
  onTestFinished(() => rmSync(made, {recursive: true, force: true}))
  return made
}

const anyFinding: fc.Arbitrary<Finding> = fc
  .record({
    check: fc.constantFrom('axe/image-alt', 'htmlcs/G57'),
    severity: fc.constantFrom('error', 'notice'),
    file: fc.constantFrom('a.html', 'b.html'),
    selector: fc.constantFrom('#a', '#b'),
    excerpt: fc.constantFrom('', '<img>', undefined),
    locale: fc.constantFrom('en', undefined),
    engines: fc.constantFrom([], ['axe']),
    isReversed: fc.boolean(),
  })
  .map(({file, selector, excerpt, isReversed, ...rest}) => {
    const made = finding({
      ...rest,
      place: {file, selector},
      ...(excerpt !== undefined && {excerpt}),
    })
    return isReversed
      ? (Object.fromEntries(Object.entries(made).toReversed()) as unknown as Finding)
      : made
  })

test('a part that is written and read again comes to the same verdict, in the same order', async () => {
  const path = join(folder(), 'results.json')
  await fc.assert(
    fc.asyncProperty(fc.array(anyFinding, {maxLength: 12}), async (findings) => {
      writeFileSync(path, [...writePart(part(findings))].join(''))
      const read = await readPart(path)
      const verdict = (list: readonly Finding[]) => gate({...quiet, findings: list})
      expect({...read, findings: []}).toEqual(part([]))
      expect(verdict(read.findings)).toEqual(verdict(findings))
    }),
  )
})

test('what many pages have in common is written once', () => {
  const message = {key: 'axe/image-alt', values: {message: 'What everybody asks. '.repeat(20)}}
  const pages = Array.from({length: 50}, (_, n) => finding({message, place: {file: `${n}.html`}}))
  const text = [...writePart(part(pages))].join('')
  expect(text.split('What everybody asks.')).toHaveLength(21)
})

test('what another version wrote is refused with what to do', async () => {
  const path = join(folder(), 'results.json')
  writeFileSync(path, JSON.stringify({...part([]), format: 'galley-audit/1'}))
  await expect(readPart(path)).rejects.toMatchObject({
    code: 'unreadable-file',
    message: expect.stringContaining('it is not of the format galley-audit/3'),
    advice: expect.stringContaining('with this version of Galley'),
  })
})

const found = {...finding({place: {file: 'a.html'}}), place: undefined}
const places = [{place: {file: 'a.html'}}]
test.each([
  ['what ran as null', {checked: null}, '/checked must be object'],
  ['what ran as a list', {checked: [1]}, '/checked must be object'],
  ['how often it ran as text', {checked: {'axe/list': '3'}}, '/checked/axe~1list must be integer'],
  ['no views', {views: undefined}, "must have required property 'views'"],
  ['pages that are no text', {pages: [null]}, '/pages/0 must be string'],
  ['a page of no target', {pages: ['ghost.html']}, '"ghost.html" is no page of its target'],
  ['what is inapplicable as text', {inapplicable: 'all'}, '/inapplicable must be object'],
  ['a finding without places', {findings: [{...found}]}, "must have required property 'places'"],
  ['a place that is none', {findings: [{...found, places: [null]}]}, '/places/0 must be object'],
  ['no place at all', {findings: [{...found, places: []}]}, '/places must NOT have fewer'],
  ['no message', {findings: [{...found, places, message: null}]}, '/message must be object'],
  [
    'an outcome of its own',
    {findings: [{...found, places, outcome: 'passed'}]},
    '/outcome must be',
  ],
  [
    'a severity of its own',
    {findings: [{...found, places, severity: 'none'}]},
    '/severity must be',
  ],
])('%s is refused with its place', async (_, wrong, said) => {
  const path = join(folder(), 'results.json')
  writeFileSync(path, JSON.stringify({format: 'galley-audit/3', ...part([]), ...wrong}))
  await expect(readPart(path)).rejects.toMatchObject({
    code: 'unreadable-file',
    message: expect.stringContaining(said),
  })
})

test('what stands for a part whose run has not come to an end is refused', async () => {
  const path = join(folder(), 'results.json')
  writeFileSync(path, unfinishedPart)
  await expect(readPart(path)).rejects.toMatchObject({
    code: 'unreadable-file',
    message: expect.stringContaining('its run did not come to an end'),
  })
})

test('a part that broke off is refused', async () => {
  const path = join(folder(), 'results.json')
  const whole = [...writePart(part([finding({place: {file: 'a.html'}})]))].join('')
  for (const length of [0, 1, whole.length >> 1, whole.length - 1]) {
    writeFileSync(path, whole.slice(0, length))
    await expect(readPart(path)).rejects.toMatchObject({code: 'unreadable-file'})
  }
})

test('a part that is not there is told of in words', async () => {
  await expect(readPart(join(folder(), 'results.json'))).rejects.toMatchObject({
    code: 'unreadable-file',
    message: expect.stringMatching(/there is no such file\.$/),
  })
})
