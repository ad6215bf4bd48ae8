import {describe, expect, test} from 'vitest'
import type {Finding} from '../../pipeline/model/finding.ts'
import {html} from '../../pipeline/report/html.tsx'
import {listFindings, terminal} from '../../pipeline/report/terminal.ts'
import {together} from '../../pipeline/report/together.ts'
import {speaker} from '../../pipeline/words/speaker.ts'
import {context, sample} from './sample.ts'

const dead = (file: string, more: Partial<Finding> = {}): Finding => ({
  check: 'document/links',
  outcome: 'failed',
  severity: 'error',
  message: {key: 'document/links/dead', values: {href: '/gone/', page: file}},
  place: {file, line: file.length, selector: 'footer > a'},
  locale: undefined,
  article: undefined,
  criteria: [],
  engines: [],
  excerpt: '<a href="/gone/">Imprint</a>',
  ...more,
})
const footer = ['a.html', 'b.html', 'c.html'].map((file) => dead(file))
const files = (found: readonly Finding[]) =>
  together(found).map(({members}) => members.map(({place}) => place.file).join(' '))

describe('what one template does to many pages is told once', () => {
  test('with every page it was found on', () => {
    const [group, ...others] = together(footer)
    expect(others).toEqual([])
    expect(group?.finding.pages?.map(({file}) => file)).toEqual(['a.html', 'b.html', 'c.html'])
    expect(group?.finding.place).toEqual(footer[0]?.place)
    expect(group?.members).toEqual(footer)
  })

  test('without an element’s place where the pages differ in it', () => {
    const [group] = together([dead('a.html'), dead('b.html', {place: {file: 'b.html'}})])
    expect(group?.finding.place).toEqual({file: 'a.html', line: 6})
  })

  test('whatever each page says there, where one line of a template writes it', () => {
    const source = {file: 'templates/page.tsx', line: 32, column: 9}
    const found = ['a.html', 'b.html'].map((file) =>
      dead(file, {
        message: {key: 'document/links/fragment', values: {href: '#mian', target: file}},
        place: {file, selector: 'html > body > a', source},
        excerpt: `<a href="#mian">${file}</a>`,
      }),
    )
    expect(files(found)).toEqual(['a.html b.html'])
    expect(together(found)[0]?.finding.place.source).toEqual(source)
  })

  test('whatever wrote the elements, where one line of a style sheet makes them wrong', () => {
    const place = {file: 'templates/styles/prose.css', line: 281, column: 1}
    const rule = {property: 'min-width', value: '40rem', selector: '.prose h2', place}
    const wide = (file: string, line: number, declared = [rule]) =>
      dead(file, {
        check: 'browser/overflow',
        message: {key: 'browser/overflow/wide', values: {text: `Heading ${line}`}},
        place: {file, selector: `#h${line}`, source: {file: 'articles/a/article.md', line}},
        excerpt: `Heading ${line}`,
        declared,
      })
    const found = [wide('a.html', 1), wide('a.html', 5), wide('b.html', 1)]
    expect(together(found).length).toBe(1)
    const other = {...rule, place: {...place, line: 9}}
    expect(together([wide('a.html', 1), wide('a.html', 5, [other])]).length).toBe(2)
  })

  test('an article’s own line is told once for all its editions', () => {
    const place = {file: 'articles/a/article.md', line: 3, column: 1}
    const found = ['en', 'ko'].map((locale) => dead('a.html', {place, locale}))
    expect(together(found).length).toBe(1)
    expect(together([...found, dead('a.html', {place: {...place, line: 4}})]).length).toBe(2)
  })

  test('what keeps one check of a page from running keeps all', () => {
    const silent = (check: string, file: string): Finding =>
      dead(file, {
        check,
        outcome: 'cantTell',
        message: {key: 'check/could-not-run', values: {check, file, reason: 'it hangs'}},
        place: {file},
        excerpt: '',
      })
    const found = [silent('browser/zoom', 'a'), silent('browser/print', 'a'), silent('rule/a', 'b')]
    expect(together(found).map(({finding, alike}) => [finding.message, alike])).toEqual([
      [
        {
          key: 'check/could-not-run/several',
          values: {check: 'browser/zoom', file: 'a', reason: 'it hangs', count: 2},
        },
        0,
      ],
      [found[2]?.message, 0],
    ])
  })

  const apart: readonly (readonly [string, readonly Finding[]])[] = [
    ['other words', [dead('a.html'), dead('b.html', {excerpt: '<a href="/gone/">Contact</a>'})]],
    ['another severity', [dead('a.html'), dead('b.html', {severity: 'warning'})]],
    ['the same page twice', [dead('a.html'), dead('a.html', {place: {file: 'a.html', line: 9}})]],
    [
      'files that people edit',
      ['articles/a/article.md', 'articles/b/article.md'].map((file) => dead(file)),
    ],
    [
      'two sources',
      ['en', 'ko'].map((tag) =>
        dead(`${tag}.html`, {
          place: {file: `${tag}.html`, source: {file: `locales/${tag}/site.json`, line: 3}},
        }),
      ),
    ],
  ]
  test.each(apart)('but not %s', (_, found) => {
    expect(files(found)).toEqual(found.map(({place}) => place.file))
  })
})

describe('what one check says of elements of one make is told once', () => {
  const small = (file: string, index: number, more: Partial<Finding> = {}): Finding => ({
    ...dead(file),
    check: 'axe/target-size',
    message: {key: 'axe/target-size', values: {count: 7}},
    place: {file, selector: `#menu > ul > li:nth-child(${index}) > a`},
    excerpt: `<a class="entry" href="${index}.html">Chapter ${index}</a>`,
    engines: ['axe'],
    ...more,
  })

  test('with how many more there are, and the pages', () => {
    const [group, ...others] = together([
      small('a.html', 1),
      small('a.html', 2),
      small('b.html', 9),
    ])
    expect(others).toEqual([])
    expect(group?.alike).toBe(1)
    expect(group?.finding.pages?.map(({file}) => file)).toEqual(['a.html', 'b.html'])
    expect(group?.finding.message.values['count']).toBe(7)
    expect(group?.members).toHaveLength(3)
  })

  test.each<readonly [string, Partial<Finding>]>([
    ['another class', {excerpt: '<a class="button" href="2.html">Buy</a>'}],
    ['other surroundings', {place: {file: 'a.html', selector: '#menu > p > a'}}],
    ['another check', {check: 'axe/link-name'}],
    ['another severity', {severity: 'warning'}],
  ])('but not %s', (_, other) => {
    expect(together([small('a.html', 1), small('a.html', 2, other)])).toHaveLength(2)
  })
})

describe('one pair of colours is told once, whatever elements have it', () => {
  const pale = (place: string, ratio: string, more: Partial<Finding> = {}): Finding => ({
    ...dead('a.html'),
    check: 'axe/color-contrast',
    message: {
      key: 'axe/color-contrast/measured',
      values: {ink: '#999999', ground: '#ffffff', ratio, least: '4.5'},
    },
    place: {file: 'a.html', selector: place},
    excerpt: `<span class="${place}">`,
    engines: ['axe'],
    ...more,
  })
  const edge = (place: string, actual: string): Finding =>
    pale(place, actual, {
      check: 'browser/control-contrast',
      message: {key: 'browser/control-contrast', values: {text: place, ratio: actual}},
      excerpt: place,
      expected: '3',
      actual,
    })

  test('with how many, and where', () => {
    const found = [pale('p > b', '2.8'), pale('#note', '2.8'), pale('td > i', '2.8')]
    const [group, ...others] = together(found)
    expect(others).toEqual([])
    expect([group?.alike, group?.members]).toEqual([2, found])
    const text = html.write({...sample(found), editions: [], audited: []}, context)
    for (const place of ['p > b', '#note', 'td > i']) expect(text).toContain(`>${place}</code>`)
  })

  test('also where what is drawn at the edge of a field has it', () => {
    expect(together([edge('#name', '1.8'), edge('form > p > input', '1.8')])).toHaveLength(1)
  })

  test.each<readonly [string, Finding]>([
    [
      'another colour',
      pale('#note', '2.8', {
        message: {
          ...pale('', '').message,
          values: {ink: '#888888', ground: '#ffffff', ratio: '3.5', least: '4.5'},
        },
      }),
    ],
    [
      'colours that nobody measured',
      pale('#note', '2.8', {message: {key: 'axe/color-contrast', values: {}}}),
    ],
    ['what is waived', {...pale('#note', '2.8'), waived: {reason: 'a logo'}} as unknown as Finding],
    ['an edge', edge('#note', '2.8')],
  ])('but not %s', (_, other) => {
    expect(together([pale('p > b', '2.8'), other])).toHaveLength(2)
  })
})

describe('reports for people', () => {
  const english = speaker(context.words, 'en', 'en')
  const screen = {columns: 100, colour: false}

  test('count every finding and name the first page', () => {
    const text = listFindings(footer, english, screen)
    expect(text).toMatch(/^3 errors\n/)
    expect(text).toContain('● a.html:6 and 2 more pages  document/links')
    expect(text.match(/●/g)).toHaveLength(1)
  })

  test('show a few of a kind, and say how many more there are', () => {
    const many = Array.from({length: 9}, (_, index) =>
      dead('a.html', {excerpt: `<a href="/gone/">${index}</a>`}),
    )
    const text = terminal.write(sample(many), context)
    expect(text.match(/● a\.html/g)).toHaveLength(5)
    expect(text).toContain('and 4 more of document/links; --verbose lists them')
    const whole = terminal.write(sample(many), {...context, verbose: true})
    expect(whole.match(/● a\.html/g)).toHaveLength(9)
  })

  test('say what nobody has approved in one line', () => {
    const none = ['a.html', 'b.html'].map((page) =>
      dead(page, {
        check: 'visual/baseline',
        severity: 'warning',
        message: {
          key: 'visual/baseline/none',
          values: {
            page,
            view: 'phone-light',
            approve: `galley approve ${page}`,
            approveAll: 'galley approve',
            serve: 'galley approve --serve',
          },
        },
        place: {file: page},
        excerpt: 'x',
      }),
    )
    const text = listFindings(none, english, screen)
    expect(text).toContain('Nobody has approved how 2 pages look (phone-light).')
    expect(text).toContain('`galley approve`')
    expect(text).not.toContain('galley approve a.html')
  })

  test('list the pages, and lead an edition to what it shares with others', () => {
    const shared = [
      dead('en/story/index.html', {locale: 'en', article: 'story'}),
      dead('ko/story/index.html', {locale: 'ko', article: 'story'}),
    ]
    const text = html.write(sample(shared), context)
    expect(text.match(/class="check">document\/links</g)).toHaveLength(2) // one in each language
    expect(text).toContain('1 more page')
    expect(text).not.toContain('On 2 pages')
    expect(text).toContain('What was found here is above, with what several editions share.')
  })

  test('an audit has no editions to speak of', () => {
    const text = html.write({...sample(footer), editions: [], audited: []}, context)
    expect(text).not.toContain('For several editions')
    expect(text).toMatch(/<h4 class="error">/)
  })
})
