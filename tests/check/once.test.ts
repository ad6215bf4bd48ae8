import {expect, test} from 'vitest'
import {sayOnce} from '../../pipeline/check/once.ts'
import type {Finding} from '../../pipeline/model/finding.ts'

const file = 'en/index.html'
const base: Finding = {
  check: 'axe/image-alt',
  outcome: 'failed',
  severity: 'error',
  message: {key: 'axe/image-alt', values: {}},
  place: {file, view: 'phone-light', selector: 'img'},
  locale: 'en',
  article: undefined,
  criteria: ['1.1.1'],
  engines: ['axe', 'htmlcs'],
}
const sniffed: Finding = {
  ...base,
  check: 'htmlcs/WCAG2AA.Principle1.Guideline1_1.1_1_1.H37',
  severity: 'warning',
  place: {...base.place, view: 'phone-dark'},
  engines: ['htmlcs'],
}

test('what both engines see in one colour scheme is not said apart in another', () => {
  expect(sayOnce([base, sniffed])).toEqual([base, {...base, place: sniffed.place}])
})

test.each<readonly [string, Partial<Finding>]>([
  ['another page', {place: {...sniffed.place, file: 'ko/index.html'}}],
  ['another element', {place: {...sniffed.place, selector: 'p'}}],
  ['another criterion', {criteria: ['1.3.1']}],
  ['a reminder', {severity: 'notice'}],
])('%s stays apart', (_, other) => {
  expect(sayOnce([base, {...sniffed, ...other}])).toEqual([base, {...sniffed, ...other}])
})

test('colours are judged anew in each scheme', () => {
  const contrast = {...base, criteria: ['1.4.3']}
  const alone = {...sniffed, criteria: ['1.4.3']}
  expect(sayOnce([contrast, alone])).toEqual([contrast, alone])
})

test.each([
  ['a title that is not there', 'landmarks/no-title', undefined, 'axe/document-title', 'html'],
  [
    'a title that is not there',
    'landmarks/no-title',
    undefined,
    'htmlcs/WCAG2AA.Principle2.Guideline2_4.2_4_2.H25.1.NoTitleEl',
    'html > head',
  ],
  ['an empty heading', 'heading-order/empty', '#bad', 'axe/empty-heading', '#bad'],
  [
    'an empty heading',
    'heading-order/empty',
    '#bad',
    'htmlcs/WCAG2AA.Principle1.Guideline1_3.1_3_1.H42.2',
    '#bad',
  ],
])('%s is said once: %s at %s and %s at %s', (_, ours, at, check, selector) => {
  const own: Finding = {
    ...base,
    check: `document/${ours.split('/')[0]}`,
    message: {key: `document/${ours}`, values: {}},
    place: {file, ...(at && {selector: at})},
    severity: 'warning',
    engines: [],
  }
  const engine = {...base, check, place: {...base.place, selector}}
  expect(sayOnce([own, engine]).map((one) => one.check)).toEqual([check])
  expect(sayOnce([own, {...engine, severity: 'warning'}]).map((one) => one.check)).toEqual([
    own.check,
  ])
})

test('a doubled id is said once, with its place in the document', () => {
  const doubled: Finding = {
    ...base,
    check: 'document/duplicate-id',
    message: {key: 'document/duplicate-id', values: {id: 'twice'}},
    place: {file, line: 3, column: 9},
    engines: [],
  }
  const heard = {
    ...sniffed,
    check: 'htmlcs/WCAG2AA.Principle4.Guideline4_1.4_1_1.F77',
    place: {file, selector: '#twice', view: 'phone-light'},
  }
  const late = {...heard, place: {...heard.place, selector: '#made-by-a-script'}}
  expect(sayOnce([doubled, heard, late])).toEqual([{...doubled, engines: ['htmlcs']}, late])
})

/** What the document's own check says of a page's language. */
const said: Finding = {
  ...base,
  check: 'document/language',
  message: {key: 'document/language/missing', values: {}},
  place: {file, line: 2, column: 1},
  criteria: ['3.1.1'],
  engines: [],
}

test('a page that does not say its language is told of once, with its line', () => {
  const engines: Finding = {
    ...base,
    check: 'axe/html-has-lang',
    place: {...base.place, selector: 'html'},
    criteria: ['3.1.1'],
  }
  const elsewhere = {...engines, place: {...engines.place, file: 'ko/index.html'}}
  expect(sayOnce([said, engines, elsewhere])).toEqual([
    {...said, engines: ['axe', 'htmlcs', 'galley']},
    elsewhere,
  ])
  // Alone it advises on a stranger's page, whose scripts may say it; engines know better.
  expect(sayOnce([{...said, severity: 'warning'}, engines])).toMatchObject([{severity: 'error'}])
})

test('a page that says the wrong language is told of once, with its line', () => {
  const wrong: Finding = {
    ...said,
    severity: 'warning',
    message: {key: 'document/language/script', values: {lang: 'ko', script: 'Latin'}},
  }
  const rule: Finding = {
    ...base,
    check: 'rule/page-language',
    severity: 'error',
    message: {key: 'rule/page-language', values: {said: 'ko', found: 'en'}},
    place: {...base.place, selector: 'html'},
    criteria: ['3.1.1'],
    act: ['ucwvc8'],
    engines: [],
  }
  expect(sayOnce([wrong, rule])).toEqual([
    {...wrong, severity: 'error', act: ['ucwvc8'], engines: ['galley']},
  ])
})

test('a thing that only looks like a control is told of once', () => {
  const rule: Finding = {
    ...base,
    check: 'rule/fake-control',
    message: {key: 'rule/fake-control', values: {}},
    criteria: ['2.1.1'],
    engines: [],
  }
  const key = 'browser/keyboard/pointer-only'
  const walk: Finding = {...rule, check: 'browser/keyboard', message: {key, values: {}}}
  const other = {...walk, place: {...walk.place, selector: '#other'}}
  expect(sayOnce([rule, walk, other])).toEqual([rule, other])
})

test('what an engine says of headings and landmarks is said once, with its line', () => {
  const skipped: Finding = {
    ...base,
    check: 'document/heading-order',
    severity: 'warning',
    message: {key: 'document/heading-order/skipped', values: {level: 3, before: 1}},
    place: {file, line: 12, column: 3, selector: 'h3'},
    criteria: ['1.3.1'],
    engines: [],
  }
  const heard = {...base, check: 'axe/heading-order', severity: 'warning', criteria: []} as const
  const here = {...heard, place: {file, view: 'phone-light', selector: 'h3'}}
  const elsewhere = {...heard, place: {file, view: 'phone-light', selector: 'h4'}}
  expect(sayOnce([skipped, here, elsewhere])).toEqual([
    {...skipped, engines: ['axe', 'htmlcs', 'galley']},
    elsewhere,
  ])
  const grave = {...here, severity: 'error'} as const
  expect(sayOnce([skipped, grave])).toMatchObject([{check: 'axe/heading-order'}])
  const noMain: Finding = {
    ...skipped,
    check: 'document/landmarks',
    message: {key: 'document/landmarks/no-main', values: {}},
    place: {file},
  }
  const without = {...heard, check: 'axe/landmark-one-main', place: {file, selector: 'html'}}
  expect(sayOnce([without, noMain])).toHaveLength(1)
})

test.each([
  ['axe/skip-link', 'browser/skip-link', 'browser/skip-link/missing'],
  [
    'htmlcs/WCAG2AA.Principle2.Guideline2_4.2_4_1.G1,G123,G124.NoSuchID',
    'document/links',
    'document/links/fragment',
  ],
])('%s is said with %s', (heardAs, check, key) => {
  const heard = {...base, check: heardAs, severity: 'warning', criteria: ['2.4.1']} as const
  const place = {file, selector: 'img'}
  const own = {...base, check, message: {key, values: {}}, place, engines: []}
  expect(sayOnce([heard, own])).toMatchObject([{check, engines: [...base.engines, 'galley']}])
})

test.each(['invisible', 'covered'])('what is %s is not said to hide its focus too', (kind) => {
  const place = {file, view: 'desktop-light', selector: '#copy'}
  const about = {...base, place, criteria: ['2.4.7'], engines: []}
  const key = `browser/focus-obscured/${kind}`
  const unseen = {...about, check: 'browser/focus-obscured', message: {key, values: {}}}
  const faint = {...about, check: 'browser/focus-visible'}
  const elsewhere = {...faint, place: {...place, selector: '#other'}}
  expect(sayOnce([faint, unseen, elsewhere])).toEqual([unseen, elsewhere])
})

test('a skip link that is never seen is said once', () => {
  const place = {file, view: 'desktop-light', selector: '#skip'}
  const about = {...base, place, criteria: ['2.4.7'], engines: []}
  const tell = (key: string) => ({
    ...about,
    check: key.replace(/\/\w+$/, ''),
    message: {key, values: {}},
  })
  const [skip, unseen] = [
    tell('browser/skip-link/invisible'),
    tell('browser/focus-obscured/invisible'),
  ]
  expect(sayOnce([unseen, skip])).toEqual([skip])
})

test('a passage in another language is said once, with its words and their line', () => {
  const document: Finding = {
    ...base,
    check: 'document/language-of-parts',
    message: {key: 'document/language-of-parts', values: {}},
    place: {file, line: 3, column: 9, selector: 'p'},
    criteria: ['3.1.2'],
    engines: [],
  }
  const rule: Finding = {
    ...document,
    check: 'rule/part-language',
    message: {key: 'rule/part-language/unmarked', values: {}},
    place: {file, view: 'phone-light', selector: 'p'},
    act: ['off6ek'],
  }
  const elsewhere = {...rule, place: {...rule.place, selector: 'h1'}}
  const marked = {...rule, message: {...rule.message, key: 'rule/part-language'}}
  expect(sayOnce([document, rule, elsewhere, marked])).toEqual([
    {...document, act: ['off6ek']},
    elsewhere,
    marked,
  ])
  const inIt = {...document, place: {...document.place, selector: 'p > span'}}
  expect(sayOnce([inIt, rule])).toEqual([{...inIt, act: ['off6ek']}])
  const beside = {...document, place: {...document.place, selector: 'p:nth-child(2)'}}
  expect(sayOnce([document, inIt, beside, marked])).toEqual([beside, marked])
})

test.each([
  ['browser/focus-visible', 'browser/forced-colors/focus'],
  ['browser/clipped-text/cut', 'browser/print/cut'],
  ['browser/clipped-text/hidden', 'browser/zoom/cut'],
  ['axe/link-name', 'browser/focus-obscured/invisible'],
])('%s and %s at one element have one cause', (first, second) => {
  const of = (key: string, criterion: string, more: Partial<Finding> = {}): Finding => ({
    ...base,
    check: key.split('/').slice(0, 2).join('/'),
    message: {key, values: {}},
    criteria: [criterion],
    engines: [],
    ...more,
  })
  const [one, other] = [of(first, '2.4.7'), of(second, '1.4.4')]
  expect(sayOnce([other, one])).toEqual([{...one, criteria: ['2.4.7', '1.4.4']}])
  const mild = of(first, '2.4.7', {severity: 'warning'})
  expect(sayOnce([mild, other])).toEqual([{...other, criteria: ['1.4.4', '2.4.7']}])
  const elsewhere = of(second, '1.4.4', {place: {...base.place, selector: 'p'}})
  expect(sayOnce([one, elsewhere])).toEqual([one, elsewhere])
})

test.each([
  ['logo.png', 'https://paper.example/news/en/logo.png', 1],
  ['../i/logo.png?v=2', 'https://paper.example/news/i/logo.png?v=2', 1],
  ['/news/logo.png', 'https://paper.example/news/logo.png', 1],
  ['https://paper.example/news/logo.png', 'https://paper.example/news/logo.png', 1],
  ['/logo.png', 'https://paper.example/news/i/logo.png', 2],
  ['logo.png', 'https://paper.example/news/ko/logo.png', 2],
  ['other.png', 'https://paper.example/news/en/logo.png', 2],
])(
  'a file that is not there is told once, where the markup names it: %s, %s',
  (href, address, times) => {
    const link: Finding = {
      ...base,
      check: 'document/links',
      message: {key: 'document/links/dead', values: {href}},
      engines: [],
      criteria: [],
    }
    const asked: Finding = {
      ...link,
      check: 'browser/request-failed',
      message: {key: 'browser/request-failed/missing', values: {address}},
      place: {file, view: 'phone-light'},
    }
    expect(sayOnce([link, asked])).toEqual([link, asked].slice(0, times))
  },
)

test('a link of nothing but a picture without words is told once at the link', () => {
  const link: Finding = {
    ...base,
    check: 'axe/link-name',
    message: {key: 'axe/link-name', values: {}},
    criteria: ['2.4.4', '4.1.2'],
    engines: ['axe'],
  }
  const picture: Finding = {
    ...sniffed,
    check: 'htmlcs/WCAG2AA.Principle1.Guideline1_1.1_1_1.H30.2',
    message: {key: 'htmlcs', values: {}},
    place: link.place,
  }
  const [told, ...rest] = sayOnce([link, picture])
  expect(rest).toEqual([])
  expect(told).toMatchObject({
    check: 'axe/link-name',
    severity: 'error',
    engines: ['axe', 'htmlcs'],
  })
})
