import {expect, test} from 'vitest'
import {mergeViews} from '../../pipeline/check/merge-views.ts'
import type {Finding} from '../../pipeline/model/finding.ts'

const pale: Finding = {
  check: 'axe/color-contrast',
  severity: 'error',
  outcome: 'failed',
  message: {
    key: 'axe/color-contrast/measured',
    values: {ratio: 2.85, least: 4.5, ink: '#999999', ground: '#ffffff'},
  },
  place: {file: 'index.html', selector: '#lead', view: 'phone-light'},
  locale: undefined,
  article: undefined,
  criteria: ['1.4.3'],
  engines: ['axe'],
}
const inTheDark: Finding = {
  ...pale,
  message: {...pale.message, values: {...pale.message.values, ratio: 3.1, ground: '#111111'}},
  place: {...pale.place, view: 'phone-dark'},
}

test('says once of one text that it is too pale in several views, with the worst that was measured', () => {
  const [merged, ...others] = mergeViews([pale, inTheDark])
  expect(others).toEqual([])
  expect(merged?.message.values).toEqual({
    ...pale.message.values,
    views: 'phone-light, phone-dark',
  })
})

test.each([
  ['first', 2.1, '#808080'],
  ['second', 3.9, '#111111'],
])('tells what was measured where a text is hardest to read: %s', (_, ratio, ground) => {
  const values = {...pale.message.values, ratio, ground: '#808080'}
  const [merged] = mergeViews([{...pale, message: {...pale.message, values}}, inTheDark])
  expect(merged?.place.view).toBe('phone-light')
  expect(merged?.message.values['ground']).toBe(ground)
})

test('says once of one field that its edge is too pale, however wide the window is', () => {
  const edge = (ratio: number, view: string): Finding => ({
    ...pale,
    check: 'browser/control-contrast',
    message: {key: 'browser/control-contrast', values: {text: 'Name', ratio}},
    expected: '3',
    actual: String(ratio),
    place: {...pale.place, view},
    engines: [],
  })
  const merged = mergeViews([edge(2.99, 'phone-light'), edge(2.9, 'desktop-light')])
  expect(merged.map(({actual}) => actual)).toEqual(['2.9'])
})

test('keeps two texts apart', () => {
  const other = {...inTheDark, place: {...inTheDark.place, selector: '#other'}}
  expect(mergeViews([pale, other])).toHaveLength(2)
})

test.each([
  [
    'a drawing of another size',
    '<canvas id="sales" width="622">',
    '<canvas id="sales" width="285">',
  ],
  [
    'a picture that is shown just now',
    '<button type="button" class="on"></button>',
    '<button type="button" class=""></button>',
  ],
  ['a place among the stops', '<li tabindex="0">예약</li>', '<li tabindex="-1">예약</li>'],
  [
    'words that a narrow window leaves out',
    '<a href="#" aria-label="Your account">',
    '<a href="#" aria-label="Your account">Kim',
  ],
])('says once of one element what is wrong in several views: %s', (_, narrow, wide) => {
  const merged = mergeViews([
    {...pale, excerpt: narrow},
    {...inTheDark, excerpt: wide},
  ])
  expect(merged.map(({message}) => message.values['views'])).toEqual(['phone-light, phone-dark'])
})

test.each([
  ['another picture', '<img src="a.png">', '<img src="b.png">'],
  ['other words', '<li class="on">예약</li>', '<li class="on">정산</li>'],
  ['other words in a link that leads nowhere', '<a href="#">예약</a>', '<a href="#">정산</a>'],
  ['another kind of element', '<button class="on"></button>', '<span class="on"></span>'],
])('keeps apart what takes the place of an element in another view: %s', (_, narrow, wide) => {
  const merged = mergeViews([
    {...pale, excerpt: narrow},
    {...inTheDark, excerpt: wide},
  ])
  expect(merged).toHaveLength(2)
})

test('keeps apart two elements of one view that differ in their class', () => {
  const merged = mergeViews([
    {...pale, excerpt: '<i class="on"></i>'},
    {...pale, excerpt: '<i class=""></i>'},
    {...inTheDark, excerpt: '<i class=""></i>'},
  ])
  expect(merged).toHaveLength(2)
})

test('says once what stands under ids that are made anew with each loading', () => {
  const at = (finding: Finding, id: string): Finding => ({
    ...finding,
    excerpt: `<button id="${id}">Send</button>`,
    place: {...finding.place, selector: `#${id} > span`},
  })
  const found = [
    at(pale, 'mantine-fbabs1k83'),
    at(pale, 'mantine-q539by8kz'),
    at(inTheDark, 'mantine-2io46qe69'),
    at(inTheDark, 'mantine-dewbsro02'),
    at(pale, 'f_4f3f0827-3d03-4c28-8526-328602e69e39'),
    at(inTheDark, 'f_c0d58bb0-5d55-4cd8-b98f-0900a3e46411'),
  ]
  expect(
    mergeViews(found).map(({place, message}) => [place.selector, message.values['views']]),
  ).toEqual([
    ['#mantine-fbabs1k83 > span', 'phone-light, phone-dark'],
    ['#mantine-q539by8kz > span', 'phone-light, phone-dark'],
    ['#f_4f3f0827-3d03-4c28-8526-328602e69e39 > span', 'phone-light, phone-dark'],
  ])
})

test('says once what stands under short ids that chance has made, of letters alone in one view', () => {
  const under = (finding: Finding, id: string): Finding => ({
    ...finding,
    place: {...finding.place, selector: `#chart-${id}-0 > button`},
  })
  const found = [under(pale, '79cqh44'), under(inTheDark, 'yykpiii')]
  expect(mergeViews(found).map(({message}) => message.values['views'])).toEqual([
    'phone-light, phone-dark',
  ])
})

test('says once what stands under ids of a number of chance and one that counts', () => {
  const under = (finding: Finding, id: string): Finding => ({
    ...finding,
    place: {...finding.place, selector: `#el-id-${id}`},
  })
  const found = [
    under(pale, '4363-61'),
    under(pale, '4363-68'),
    under(inTheDark, '976-61'),
    under(inTheDark, '976-68'),
  ]
  expect(
    mergeViews(found).map(({place, message}) => [place.selector, message.values['views']]),
  ).toEqual([
    ['#el-id-4363-61', 'phone-light, phone-dark'],
    ['#el-id-4363-68', 'phone-light, phone-dark'],
  ])
})

test.each([
  ['header', 'footer'],
  ['panel1', 'panel2'],
  ['panel1', 'footer'],
  ['section1', 'section2'],
  ['row-20240101', 'row-20240102'],
])('keeps apart what is under two names in two views: %s, %s', (...names) => {
  const found = [pale, inTheDark].map((finding, index) => ({
    ...finding,
    place: {...finding.place, selector: `#${names[index]} > a`},
  }))
  expect(mergeViews(found)).toHaveLength(2)
})

test('keeps apart what is under two ids in one view, however they are made', () => {
  const ids = ['#row-20240101', '#row-20240102']
  const found = ids.map((selector) => ({...pale, place: {...pale.place, selector}}))
  expect(mergeViews(found)).toHaveLength(2)
})
