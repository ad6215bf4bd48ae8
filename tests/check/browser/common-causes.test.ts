import {expect, test} from 'vitest'
import {commonCauses} from '../../../pipeline/check/browser/common-causes.ts'
import type {Finding} from '../../../pipeline/model/finding.ts'
import type {Change} from '../../../pipeline/model/layout.ts'

const change = (kind: Change['kind'], text: string, more: Partial<Change> = {}): Change => ({
  kind,
  tag: 'p',
  text,
  count: 1,
  top: 0,
  ...more,
})
const token = change('restyled', 'A', {property: 'color', from: 'black', to: 'blue'})
const face = change('restyled', 'B', {property: 'font-size', from: '32px', to: '30px'})
const moved = change('moved', 'C', {down: 8, right: 0})

function look(
  file: string,
  view: string,
  changes: readonly Change[],
  key = 'visual/baseline',
): Finding {
  const [locale] = file.split('/')
  return {
    check: 'visual/baseline',
    outcome: 'failed',
    severity: 'error',
    message: {key, values: {page: file, view}},
    place: {file, view},
    locale,
    article: undefined,
    criteria: [],
    engines: [],
    changes,
    pictures: [{label: 'current', sha256: `${file}${view}`, width: 1, height: 1}],
  }
}

const told = (findings: readonly Finding[]) =>
  commonCauses(findings).map(
    ({message, pages = [], locale}) =>
      `${message.key} ${locale ?? '*'}: ${pages.map(({file, views}) => `${file} ${views.join('+')}`).join(', ')}`,
  )

test('a token of style that changed on every page in every view is said once', () => {
  const findings = ['en/a', 'en/b', 'ko/a'].flatMap((file) =>
    ['phone', 'desktop'].map((view) => look(file, view, [token, moved])),
  )
  const all = commonCauses(findings)
  expect(told(findings)).toEqual([
    'visual/baseline/shared *: en/a phone+desktop, en/b phone+desktop, ko/a phone+desktop',
  ])
  expect(all[0]?.changes).toEqual([token])
  expect(all[0]?.message.values['count']).toBe(3)
  expect(all[0]?.pictures).toHaveLength(2)
})

test('a colour that is another one in the dark is one cause on all its pages', () => {
  const to = (from: string, text = 'A') =>
    change('restyled', text, {property: 'color', from, to: 'rgb(170, 0, 0)'})
  const findings = ['en/a', 'en/b'].flatMap((file) => [
    look(file, 'light', [to('rgb(86, 80, 74)')]),
    look(file, 'dark', [to('rgb(177, 169, 155)')]),
  ])
  expect(told(findings)).toEqual(['visual/baseline/shared en: en/a light+dark, en/b light+dark'])
  expect(commonCauses(findings)[0]?.changes).toHaveLength(2)
  const elsewhere = look('en/c', 'dark', [to('rgb(177, 169, 155)')])
  expect(told([...findings, elsewhere])).toHaveLength(2)
})

const restyled = (property: string, from: string, to: string, tag = 'p') =>
  change('restyled', '', {tag, property, from, to})

test('a length that is another one in each window and language is said once, as it is in the first', () => {
  const findings = [
    look('en/a', 'phone', [restyled('margin-top', '13.7px', '17.1px'), moved]),
    look('en/a', 'desktop', [restyled('margin-top', '15.8px', '19.8px'), moved]),
    look('ko/a', 'phone', [restyled('margin-top', '13.6px', '17px'), moved]),
  ]
  expect(told(findings)).toEqual(['visual/baseline/shared *: en/a phone+desktop, ko/a phone'])
  expect(commonCauses(findings)[0]?.changes).toEqual([restyled('margin-top', '13.7px', '17.1px')])
  const alone = findings.slice(0, 2)
  expect(told(alone)).toEqual(['visual/baseline en: en/a phone+desktop'])
  const other = look('en/b', 'phone', [restyled('margin-top', '4px', '5px', 'li')])
  expect(told([...findings, other])).toHaveLength(2)
})

test('lengths that changed beside each other in one view are all said', () => {
  const two = [restyled('margin-top', '1px', '2px'), restyled('margin-top', '5px', '9px')]
  const findings = ['en/a', 'en/b'].map((file) => look(file, 'phone', two))
  expect(commonCauses(findings)[0]?.changes).toEqual(two)
})

test('a colour that gave way to another one is one cause, whatever is drawn in it', () => {
  const [red, blue] = ['rgb(140, 29, 24)', 'rgb(0, 0, 140)']
  const edge = restyled('border-top-color', red, blue)
  const marker = restyled('::marker', `color ${red}`, `color ${blue}`)
  const findings = [
    look('en/a', 'phone', [restyled('color', red, blue)]),
    look('en/b', 'phone', [restyled('color', red, blue), edge]),
    look('ko/b', 'phone', [marker]),
  ]
  expect(told(findings)).toEqual(['visual/baseline/shared *: en/a phone, en/b phone, ko/b phone'])
  expect(commonCauses(findings)[0]?.changes).toHaveLength(3)
  const other = look('en/c', 'phone', [restyled('color', red, 'rgb(0, 0, 0)')])
  expect(told([...findings, other])).toHaveLength(2)
})

test('a picture that has a file for each window is one cause', () => {
  const file = (size: number, text = 'A map') =>
    change('restyled', text, {tag: 'img', property: 'picture', from: `a-${size}`, to: `b-${size}`})
  const findings = [
    look('en/a', 'phone', [file(480)]),
    look('en/a', 'desktop', [file(600)]),
    look('ko/a', 'phone', [file(480, '지도')]),
    look('ko/a', 'desktop', [file(600, '지도')]),
  ]
  expect(told(findings)).toEqual([
    'visual/baseline/shared *: en/a phone+desktop, ko/a phone+desktop',
  ])
  expect(told(findings.slice(0, 2))).toEqual(['visual/baseline en: en/a phone+desktop'])
})

test('what changed places on several pages, and nothing else, is said once', () => {
  const findings = ['en/a', 'en/b'].map((file) => look(file, 'phone', [moved]))
  expect(told(findings)).toEqual(['visual/baseline/shared en: en/a phone, en/b phone'])
})

test('pages that show different parts of it belong together', () => {
  const findings = [
    look('en/a', 'phone', [token, face]),
    look('en/b', 'phone', [token]),
    look('en/c', 'phone', [face]),
  ]
  expect(told(findings)).toEqual(['visual/baseline/shared en: en/a phone, en/b phone, en/c phone'])
})

test('a page with a change of its own is told of alone, with all that changed', () => {
  const own = change('vanished', 'D')
  const findings = [
    look('en/a', 'phone', [token]),
    look('en/b', 'phone', [token, own]),
    look('en/c', 'phone', [token]),
  ]
  expect(told(findings)).toEqual([
    'visual/baseline/shared en: en/a phone, en/c phone',
    'visual/baseline en: en/b phone',
  ])
  expect(commonCauses(findings)[1]?.changes).toEqual([token, own])
})

test('the views of one page are told together where the same happened in them, and only there', () => {
  const own = change('text', 'D', {from: 'one', to: 'two'})
  const findings = [
    look('en/a', 'phone', [own]),
    look('en/a', 'tablet', [own, moved]),
    look('en/a', 'desktop', [own, change('vanished', 'E')]),
  ]
  expect(told(findings)).toEqual([
    'visual/baseline en: en/a phone+tablet',
    'visual/baseline en: en/a desktop',
  ])
})

test('a colour that has another value in the dark is said once, with both', () => {
  const colour = (from: string, to: string) =>
    change('restyled', 'A', {property: 'color', from, to})
  const light = colour('rgb(1, 2, 3)', 'rgb(4, 5, 6)')
  const dark = colour('rgb(9, 8, 7)', 'rgb(6, 5, 4)')
  const findings = [look('en/a', 'light', [light, moved]), look('en/a', 'dark', [dark, moved])]
  expect(told(findings)).toEqual(['visual/baseline en: en/a light+dark'])
  expect(commonCauses(findings)[0]?.changes).toEqual([light, moved, dark])
})

test('text and design are never told together; neither is what nobody could explain', () => {
  const text = change('text', 'D', {from: 'one', to: 'two'})
  expect(
    told([
      look('en/a', 'phone', [text], 'visual/baseline/text'),
      look('en/b', 'phone', [text]),
      look('en/c', 'phone', []),
      look('en/d', 'phone', []),
    ]),
  ).toHaveLength(4)
})

test('thousands of pages are put together soon, whether they have a cause in common or none', () => {
  const begun = performance.now()
  const apart = (index: number) => change('text', 'D', {from: `${index}`, to: 'two'})
  const findings = Array.from({length: 2500}, (_, index) => [
    look(`en/alone-${index}`, 'phone', [apart(index)]),
    look(`en/pair-${index}`, 'phone', [apart(index - (index % 2) - 2500)]),
    look(`en/shared-${index}`, 'phone', [token]),
  ]).flat()
  expect(told(findings)).toHaveLength(2500 + 1250 + 1)
  expect(performance.now() - begun).toBeLessThan(20_000)
})
