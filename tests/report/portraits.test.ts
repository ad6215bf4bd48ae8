import {describe, expect, test} from 'vitest'
import type {Finding, Picture} from '../../pipeline/model/finding.ts'
import type {Change} from '../../pipeline/model/layout.ts'
import {portraitKey} from '../../pipeline/model/portrait.ts'
import {picturesTold} from '../../pipeline/report/pictures-told.ts'
import {wantedPortraits, withPortraits} from '../../pipeline/report/portraits.ts'

const about = (file: string, more: Partial<Finding> = {}): Finding => ({
  check: 'axe/button-name',
  outcome: 'failed',
  severity: 'error',
  message: {key: 'axe/button-name', values: {views: 'phone-light'}},
  place: {file, selector: 'html > body > footer > button'},
  locale: undefined,
  article: undefined,
  criteria: [],
  engines: ['axe'],
  ...more,
})
const picture: Picture = {label: 'element', sha256: 'a', width: 1, height: 1}

test('of one cause on many pages one element is shown', () => {
  expect(wantedPortraits([about('a.html'), about('b.html')])).toEqual([
    {page: 'a.html', view: 'phone-light', selector: 'html > body > footer > button', looks: []},
  ])
})

test('errors come first where there are more causes than pictures', () => {
  const warnings = Array.from({length: 60}, (_, index) => {
    const key = `axe/rule-${index}`
    return about('a.html', {check: key, severity: 'warning', message: {key, values: {}}})
  })
  expect(wantedPortraits([...warnings, about('last.html')])[0]).toMatchObject({page: 'last.html'})
})

test.each([
  ['a remark', {severity: 'notice'}],
  ['what has pictures', {pictures: [picture]}],
  ['a place without an element', {place: {file: 'a.html'}}],
  ['a file that is no page', {place: {file: 'locales/ko/a.json', selector: 'p'}}],
  ['an element in a frame', {place: {file: 'a.html', selector: 'iframe >>> p'}}],
  ['an element in a shadow', {place: {file: 'a.html', selector: 'button'}}],
] as const)('no element is shown of %s', (_, more) => {
  expect(wantedPortraits([about('a.html', more)])).toEqual([])
})

test('a finding has the picture of its own element, and no other', () => {
  const [own, other] = [about('a.html'), about('b.html')]
  const [wanted] = wantedPortraits([own])
  const taken = new Map([[wanted ? portraitKey(wanted) : '', {picture, declared: []}]])
  const given = withPortraits([own, other], taken)
  expect(given.map(({pictures}) => pictures)).toEqual([[picture], undefined])
})

test('the picture of a cause is shown though its first element, in a frame, has none', () => {
  const framed = about('a.html', {place: {file: 'a.html', selector: 'iframe >>> button'}})
  const found = [framed, about('b.html')]
  const [wanted] = wantedPortraits(found)
  const taken = new Map([[wanted ? portraitKey(wanted) : '', {picture, declared: []}]])
  expect(picturesTold(withPortraits(found, taken))).toEqual([picture])
})

test('a finding has what gives its element the look that is wrong', () => {
  const pale = about('a.html', {check: 'axe/color-contrast', criteria: ['1.4.3']})
  const [wanted] = wantedPortraits([pale])
  expect(wanted?.looks).toEqual(['colour', 'ground'])
  const place = {file: 'templates/styles/frame.css', line: 2, column: 1}
  const declared = [{property: 'color', value: '#aaa', selector: '.pale', place}]
  const taken = new Map([[wanted ? portraitKey(wanted) : '', {picture: undefined, declared}]])
  expect(withPortraits([pale], taken)).toEqual([{...pale, declared}])
})

describe('a page that looks otherwise than approved', () => {
  const change = {tag: 'p', text: '', count: 1, top: 0, selector: '#a'}
  const changed = (...changes: readonly Change[]) =>
    about('a.html', {place: {file: 'a.html', view: 'phone-dark'}, changes})
  const colour: Change = {...change, kind: 'restyled', property: 'color', from: 'a', to: 'b'}
  const declaration = {
    property: 'color',
    value: 'red',
    selector: 'p',
    place: {file: 'templates/styles/prose.css', line: 3, column: 1},
  }

  test.each<readonly [what: string, change: Change, looks: readonly string[]]>([
    ['a style', colour, ['property color']],
    ['a text that is hidden', {...change, kind: 'vanished', hidden: true}, ['hiding']],
    ['a text that is gone', {...change, kind: 'vanished'}, []],
    ['another text', {...change, kind: 'text'}, []],
    ['another rank', {...colour, property: 'element'}, []],
  ])('of %s it is asked who says so', (_, one, looks) => {
    const wanted = wantedPortraits([changed(one)])
    expect(wanted.flatMap((portrait) => portrait.looks)).toEqual(looks)
    expect(wanted.map(({page, view, selector}) => [page, view, selector])).toEqual(
      looks.map(() => ['a.html', 'phone-dark', '#a']),
    )
  })

  test('names the rule that says so, and is told at it if that was the first cause', () => {
    const finding = changed(colour, {...change, kind: 'text', selector: '#b'})
    const [wanted] = wantedPortraits([finding])
    const sight = {picture: undefined, declared: [declaration]}
    const taken = new Map([[wanted ? portraitKey(wanted) : '', sight]])
    const [given] = withPortraits([finding], taken)
    expect(given).toMatchObject({declared: [declaration], place: {source: declaration.place}})
    const turned = changed({...change, kind: 'text', selector: '#b'}, colour)
    const [other] = withPortraits([turned], taken)
    expect(other).toMatchObject({declared: [declaration], place: turned.place})
    expect(other?.place.source).toBeUndefined()
  })
})
