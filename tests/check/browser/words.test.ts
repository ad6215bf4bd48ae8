import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {expect, test} from 'vitest'
import {axeRules} from '../../../pipeline/check/browser/axe-rules.ts'

const words = (tag: string): Readonly<Record<string, string>> =>
  Object(
    JSON.parse(
      readFileSync(new URL(`../../../locales/${tag}/findings.json`, import.meta.url), 'utf8'),
    ),
  )

interface Axe {
  getRules(tags: readonly string[]): readonly {
    readonly ruleId: string
    readonly tags: readonly string[]
    readonly actIds?: readonly string[]
  }[]
}
const axe: Axe = createRequire(import.meta.url)('axe-core')

test('every rule that axe runs on our pages has words', () => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const run = axe.getRules(tags).filter((rule) => !rule.tags.includes('experimental'))
  expect(run.map(({ruleId}) => ruleId).filter((id) => !axeRules.has(id))).toEqual([])
})

test('rules are about the criteria and the ACT rules that axe names', () => {
  const numbered = (tag: string) => /^wcag(\d)(\d)(\d+)$/.exec(tag)?.slice(1).join('.') ?? []
  for (const {ruleId, tags, actIds = []} of axe.getRules([])) {
    const known = axeRules.get(ruleId)
    if (!known) continue
    expect([ruleId, known]).toEqual([ruleId, {criteria: tags.flatMap(numbered), act: actIds}])
  }
})

test.each(['en', 'ko'])('in %s, and what to do is more than an address', (tag) => {
  const known = words(tag)
  const isAdvice = (text: string) => text !== '' && !text.includes('{{address}}')
  const without = [...axeRules.keys()].filter(
    (rule) => !known[`axe/${rule}`] || !isAdvice(known[`axe/${rule}.advice`] ?? ''),
  )
  expect(without).toEqual([])
})
