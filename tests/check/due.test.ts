import {describe, expect, test} from 'vitest'
import {dueOn} from '../../pipeline/check/due.ts'
import type {View} from '../../pipeline/model/view.ts'
import {html, page} from '../support/browser.ts'

const views: readonly View[] = [
  {name: 'phone-light', width: 375, height: 812, scheme: 'light'},
  {name: 'phone-dark', width: 375, height: 812, scheme: 'dark'},
  {name: 'desktop-dark', width: 1280, height: 800, scheme: 'dark'},
]

test.each([
  ['view', ['phone-light', 'phone-dark', 'desktop-dark']],
  ['viewport', ['phone-light', 'desktop-dark']],
  ['narrowest', ['phone-light']],
  ['widest', ['desktop-dark']],
  ['template', ['desktop-dark']],
] as const)('a check of every %s is due in %j', (every, names) => {
  const one = page('one.html', html('<p>Words.</p>'))
  const isDue = dueOn([one], () => views)
  expect(views.filter((view) => isDue({every}, one, view)).map(({name}) => name)).toEqual(names)
})

test('a page that has views of its own is asked in those', () => {
  const [own, other] = [page('own.html', html('<p>a</p>')), page('b.html', html('<p>b</p>'))]
  const small = {name: 'small', width: 320, height: 480, scheme: 'light'} as const
  const isDue = dueOn([own, other], (path) => (path === own.path ? [small] : views))
  for (const every of ['narrowest', 'widest', 'viewport'] as const)
    expect(isDue({every}, own, small)).toBe(true)
  expect(isDue({every: 'narrowest'}, other, views[0]!)).toBe(true)
  expect(isDue({every: 'widest'}, other, views[0]!)).toBe(false)
})

describe('a check of every template is due on', () => {
  const on = (...bodies: readonly string[]) => {
    const pages = bodies.map((body, index) => page(`${index}.html`, html(body)))
    const isDue = dueOn(pages, () => views)
    return pages.map((one) => views.some((view) => isDue({every: 'template'}, one, view)))
  }

  test.each([
    ['the first page alone, where all are alike', ['<p>One.</p>', '<p>Two.</p>'], [true, false]],
    [
      'a page with another kind of control',
      ['<a href="/">a</a>', '<button>b</button>'],
      [true, true],
    ],
    [
      'a page with a control of another class',
      ['<a href="/">a</a>', '<a href="/" class="x">a</a>'],
      [true, true],
    ],
    [
      'a page with a form that answers otherwise',
      ['<form><button>b</button></form>', '<form onsubmit="tell()"><button>b</button></form>'],
      [true, true],
    ],
    [
      'a page whose shadow tree has a style of its own',
      [
        '<p><template shadowrootmode="open"><style>a { color: red }</style><a href="/">a</a></template></p>',
        '<p><template shadowrootmode="open"><style>a { color: navy }</style><a href="/">a</a></template></p>',
      ],
      [true, true],
    ],
    [
      'a small page that is built otherwise',
      [
        '<button>b</button><div hidden>c</div>',
        '<button>b</button><div hidden aria-modal="true">c</div>',
        '<button>b</button><div hidden>d</div>',
      ],
      [true, true, false],
    ],
    [
      'a page with a field of another type',
      ['<input>', '<input type="checkbox">', '<input type="checkbox">'],
      [true, true, false],
    ],
    [
      'a page with a field that a style sheet may name, but for its number',
      ['<input id="name">', '<input id="word">', '<input id="row-1">', '<input id="row-2">'],
      [true, true, true, false],
    ],
    [
      'a page with a style of its own',
      ['<p>One.</p>', '<style>a {color: red}</style>'],
      [true, true],
    ],
    [
      'a page whose script opens a part of another role',
      [
        '<div hidden>x</div><script>f()</script>',
        '<div hidden role="dialog">x</div><script>g()</script>',
        '<div hidden role="dialog">x</div><script>f()</script>',
        '<div hidden role="dialog">y</div><script>f()</script>',
      ],
      [true, true, true, false],
    ],
    [
      'a page with a control that a script may find by an attribute, whatever that says',
      [
        '<button>a</button>',
        '<button data-open="a">a</button>',
        '<button data-open="b">b</button>',
      ],
      [true, true, false],
    ],
    [
      'no page that lacks what others have',
      ['<a href="/">a</a><button>b</button>', '<a href="/x">b</a>'],
      [true, false],
    ],
  ])('%s', (_, bodies, due) => {
    expect(on(...bodies)).toEqual(due)
  })
})
