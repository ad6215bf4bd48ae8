import type {Element} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import {describe, expect, test} from 'vitest'
import type {Finding} from '../../pipeline/model/finding.ts'
import {junit} from '../../pipeline/report/junit.ts'
import {context, findings, poisoned, sample} from './sample.ts'

function suites(found?: readonly Finding[]): readonly Element[] {
  const tree = fromXml(junit.write(sample(found), context))
  const [root] = elements(tree)
  return elements(root)
}

function elements(node: {readonly children: readonly unknown[]} | undefined): readonly Element[] {
  return ((node?.children ?? []) as readonly Element[]).filter(({type}) => type === 'element')
}

const [part, , contrast] = findings as readonly [Finding, Finding, Finding, Finding, Finding]

test('the whole file', async () => {
  await expect(junit.write(sample(), context)).toMatchFileSnapshot('../fixtures/report/junit.xml')
})

describe('a case', () => {
  const cases = (found: readonly Finding[]) =>
    suites(found)
      .flatMap(elements)
      .filter(({attributes}) => attributes['classname'] !== 'publication.json')
      .map((one) => [one.attributes['name'], elements(one)[0]?.name ?? 'passed'])

  test('fails by what blocks, and is an error where it could not be decided', () => {
    const page = {file: 'en/story/index.html'}
    expect(cases([{...part, place: page}])).toContainEqual([part.check, 'failure'])
    const silent: Finding = {...contrast, severity: 'error', outcome: 'cantTell'}
    expect(cases([silent])).toContainEqual([contrast.check, 'error'])
  })

  test('is skipped where all is waived, and passes with what only advises', () => {
    const all = cases(findings)
    expect(all).toContainEqual(['document/duplicate-id', 'skipped'])
    expect(all).toContainEqual([contrast.check, 'system-out'])
    expect(all).toContainEqual(['document/links', 'passed'])
  })
})

test('counts are of what is there', () => {
  for (const suite of suites()) {
    expect(Number(suite.attributes['tests'])).toBe(elements(suite).length)
    const failed = elements(suite).filter((one) => elements(one)[0]?.name === 'failure')
    expect(Number(suite.attributes['failures'])).toBe(failed.length)
  }
})

test('hostile texts stay texts, and the file XML', () => {
  const worse = `${poisoned.excerpt} ]]> <![CDATA[ \u0000\ud800\uffff <!DOCTYPE x>`
  const bad = {...poisoned, excerpt: worse, message: {key: 'x', values: {message: worse}}}
  const xml = junit.write(sample([bad]), context)
  expect(xml).not.toMatch(/\]\]>|<!|<script|[\u0000-\u0008\ud800-\udfff\uffff]/)
  expect(suites([bad]).length).toBeGreaterThan(0)
})
