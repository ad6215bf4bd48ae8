import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import * as fc from 'fast-check'
import {expect, onTestFinished, test} from 'vitest'
import {gate} from '../../../pipeline/gate/gate.ts'
import {readPart, writePart} from '../../../pipeline/io/audit/results.ts'
import type {AuditPart} from '../../../pipeline/model/audit.ts'
import type {Finding} from '../../../pipeline/model/finding.ts'
import {finding, quiet} from '../../gate/case.ts'

function part(findings: readonly Finding[]): AuditPart {
  return {
    shard: '1/2',
    url: 'https://pages.example/',
    target: ['a.html', 'b.html'],
    pages: ['a.html'],
    unchanged: [],
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
  writeFileSync(path, JSON.stringify({format: 'galley-audit/1', ...part([])}))
  await expect(readPart(path)).rejects.toMatchObject({
    code: 'unreadable-file',
    message: expect.stringContaining('it is not of the format galley-audit/2'),
    advice: expect.stringContaining('with this version of Galley'),
  })
})
