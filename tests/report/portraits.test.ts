import {expect, test} from 'vitest'
import type {Finding, Picture} from '../../pipeline/model/finding.ts'
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
