import {expect, test} from 'vitest'
import {withChangePlaces} from '../../pipeline/check/change-places.ts'
import type {Finding} from '../../pipeline/model/finding.ts'
import type {Change} from '../../pipeline/model/layout.ts'

const change = (selector: string | undefined, more: Partial<Change> = {}): Change => ({
  kind: 'text',
  tag: 'p',
  text: 'words',
  count: 1,
  top: 0,
  ...(selector !== undefined && {selector}),
  ...more,
})
const look = (changes?: readonly Change[]): Finding => ({
  check: 'visual/baseline',
  outcome: 'failed',
  severity: 'error',
  message: {key: 'visual/baseline', values: {}},
  place: {file: 'en/index.html', view: 'phone-dark'},
  locale: 'en',
  article: undefined,
  criteria: [],
  engines: [],
  ...(changes && {changes}),
})

/** Says of each finding with a selector that it is written in a file of that name. */
const lead = (findings: readonly Finding[]) =>
  findings.map((finding) => {
    const {place} = finding
    return place.selector === undefined
      ? finding
      : {...finding, place: {...place, source: {file: `${place.selector}.tsx`, line: 3}}}
  })

test('each change says where it is written, and the finding where its first cause is', () => {
  const moved = change('c', {kind: 'moved'})
  const [other, found] = withChangePlaces([look(), look([change('a'), change('b'), moved])], lead)
  expect(other).toEqual(look())
  expect(found?.changes?.map(({place}) => place?.source?.file)).toEqual([
    'a.tsx',
    'b.tsx',
    undefined,
  ])
  expect(found?.place).toEqual({
    file: 'en/index.html',
    view: 'phone-dark',
    source: {file: 'a.tsx', line: 3},
  })
})

test('what nothing is left of is written nowhere', () => {
  const [found] = withChangePlaces([look([change(undefined, {kind: 'vanished'})])], lead)
  expect(found).toEqual(look([change(undefined, {kind: 'vanished'})]))
})

test('what one led to is known when another leads further', () => {
  const near = (findings: readonly Finding[]) =>
    findings.map((one) => ({...one, place: {...one.place, near: 'text-p-1'}}))
  const further = (findings: readonly Finding[]) =>
    findings.map((one) =>
      one.place.near === undefined
        ? one
        : {...one, place: {...one.place, source: {file: `${one.place.near}.md`}}},
    )
  const found = withChangePlaces(withChangePlaces([look([change('a')])], near), further)
  expect(found[0]?.changes?.[0]?.place?.source).toEqual({file: 'text-p-1.md'})
})
