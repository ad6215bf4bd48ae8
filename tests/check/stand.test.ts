import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {dueBy} from '../../pipeline/check/due.ts'
import {standBy} from '../../pipeline/check/stand.ts'
import {forgetful} from '../../pipeline/model/memory.ts'
import type {PreparedPage} from '../../pipeline/model/preparation.ts'
import type {Waiver} from '../../pipeline/model/verdict.ts'
import type {View} from '../../pipeline/model/view.ts'
import {html, page} from '../support/browser.ts'
import {waiver} from '../gate/case.ts'

const views: readonly View[] = [{name: 'desktop', width: 1280, height: 800, scheme: 'light'}]
const body = '<nav><a href="/" class="home">Home</a></nav><main><button>Go</button></main>'
const nav = 'html > body > nav'
const main = 'html > body > main'

/** Which of as many pages are asked what is asked of their kind once. */
function asked(
  bodies: readonly string[],
  of: {
    readonly parts?: Readonly<Record<string, Partial<PreparedPage>>>
    readonly waivers?: readonly Waiver[]
    readonly threshold?: Readonly<Record<string, number>>
    readonly ofPages?: Readonly<Record<string, {readonly views: readonly View[]}>>
  },
): readonly string[] {
  const pages = bodies.map((one, index) => page(`${index}.html`, html(one)))
  const prepared = new Map(
    Object.entries(of.parts ?? {}).map(([path, part]) => [
      path,
      {
        html: String(pages.find((one) => one.path === path)?.content),
        url: '',
        isOther: false,
        root: undefined,
        hidden: [],
        ...part,
      },
    ]),
  )
  const stand = standBy({
    policy: {waivers: of.waivers ?? []},
    ofPages: of.ofPages ?? {},
    prepared,
    threshold: (path) => of.threshold?.[path] ?? 0,
  })
  const isDue = dueBy(forgetful, stand)(pages, (path) => of.ofPages?.[path]?.views ?? views)
  return pages.flatMap((one) =>
    (of.ofPages?.[one.path]?.views ?? views).some((view) => isDue({every: 'template'}, one, view))
      ? [one.path]
      : [],
  )
}

const own = {name: 'own', width: 320, height: 480, scheme: 'light'} as const
const [small, wide] = [{views: [own]}, {views: [{...own, width: 1600}]}]
const three = [body, body, body]
const focus = {...waiver, check: 'browser/focus-visible', file: '0.html'}

describe('what is asked of a kind of page once is asked of the first page, and', () => {
  test.each([
    ['of no other', {}, ['0.html']],
    ['of the next, where only a part counts on the first', {parts: {'0.html': {root: main}}}],
    ['of the next, where a part is hidden on the first', {parts: {'0.html': {hidden: [nav]}}}],
    ['of the next, where something is waived on the first', {waivers: [focus]}],
    ['of the next, where the first may have errors', {threshold: {'0.html': 2}}],
    [
      'of all, where each may have as many errors as no other',
      {threshold: {'0.html': 2, '1.html': 5}},
      ['0.html', '1.html', '2.html'],
    ],
    ['of no other for a waiver of what every page is asked', {waivers: [waiver]}, ['0.html']],
    ['of no other for a waiver that is for all', {waivers: [{...focus, file: '*'}]}, ['0.html']],
    [
      'of the next, by the message that is waived',
      {waivers: [{...focus, check: 'browser/opened/lost'}]},
    ],
    [
      'of all, where a fingerprint is waived anywhere',
      {waivers: [{...focus, file: '*', fingerprint: '0123456789abcdef'}]},
      ['0.html', '1.html', '2.html'],
    ],
    ['of the next, where the first is seen in a view of its own', {ofPages: {'0.html': small}}],
    [
      'of all, where each is seen in a view as no other',
      {ofPages: {'0.html': small, '1.html': wide}},
      ['0.html', '1.html', '2.html'],
    ],
    [
      'of no other, where the same part counts on all',
      {parts: {'0.html': {root: main}, '1.html': {root: main}, '2.html': {root: main}}},
      ['0.html'],
    ],
  ] as const)('%s', (_, of, expected: readonly string[] = ['0.html', '1.html']) => {
    expect(asked(three, of)).toEqual(expected)
  })
})

describe('a part that is the same but for its number', () => {
  const at = (number: number) => ({root: `html > body > main > div:nth-child(${number})`})
  const parts = {'0.html': at(2), '1.html': at(3)}
  const [words, button, link] = [
    '<div>Words</div>',
    '<div><button>Go</button></div>',
    '<div><a href="/">Home</a></div>',
  ]
  test.each([
    ['with the same in it is asked once', [button + words, words + button], ['0.html']],
    [
      'with what another page has outside of it is asked, too',
      [link + button, link + button],
      ['0.html', '1.html'],
    ],
  ])('%s', (_, bodies, expected) => {
    expect(asked(bodies, {parts})).toEqual(expected)
  })
})

test('law: each page has one that is asked and is judged as it is', () => {
  const settings = fc.record({
    root: fc.constantFrom(undefined, main),
    hidden: fc.constantFrom<readonly string[]>([], [nav]),
  })
  fc.assert(
    fc.property(fc.array(settings, {minLength: 1, maxLength: 6}), (all) => {
      const parts = Object.fromEntries(all.map((one, index) => [`${index}.html`, one]))
      const bearers = asked(
        all.map(() => body),
        {parts},
      )
      for (const one of all) {
        const like = JSON.stringify(one)
        expect(bearers.some((path) => JSON.stringify(parts[path]) === like)).toBe(true)
      }
    }),
  )
})
