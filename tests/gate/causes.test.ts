import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {browserChecks} from '../../pipeline/check/checks.ts'
import {folderOf} from '../../pipeline/gate/causes.ts'
import {gate} from '../../pipeline/gate/gate.ts'
import {stateOf} from '../../pipeline/gate/known.ts'
import {askedOnce} from '../../pipeline/model/asked-once.ts'
import type {Finding} from '../../pipeline/model/finding.ts'
import type {KnownState} from '../../pipeline/model/verdict.ts'
import {finding, policy, quiet} from './case.ts'

const old = ['posts/a.html', 'posts/b.html', 'posts/c.html']
const pages = [...old, 'index.html', 'about/index.html']

/** Pale words in a template: each page has its own. */
function pale(file: string, excerpt = `<time class="date">${file}</time>`, nth = 1): Finding {
  return finding({
    check: 'axe/color-contrast',
    criteria: ['1.4.3'],
    excerpt,
    place: {file, selector: `html > body > main > p:nth-child(${nth}) > time`},
  })
}

/** A picture without a text alternative. */
function picture(file: string, src = '/logo.png', within = 'header'): Finding {
  return finding({
    check: 'axe/image-alt',
    criteria: ['1.1.1'],
    excerpt: `<img src="${src}">`,
    place: {file, selector: `html > body > ${within} > img`},
  })
}

function judged(findings: readonly Finding[], state: Partial<KnownState> = {}) {
  const {findings: all} = gate({...quiet, findings, policy: {...policy, ...state}})
  return all.filter(({check}) => check !== 'gate/known-gone')
}

const nothing: KnownState = {known: [], causes: []}

function record(findings: readonly Finding[], on: readonly string[] = pages): KnownState {
  return stateOf(judged(findings), on, nothing)
}

function held(findings: readonly Finding[], state: KnownState) {
  return judged(findings, state).filter(({blocks}) => blocks)
}

describe('contrast that was measured', () => {
  const measured = (file: string, ratio: number): Finding => {
    const message = {key: 'axe/color-contrast/measured', values: {ratio}}
    return {...pale(file), message}
  }
  const state = record(old.map((file, index) => measured(file, 3.4 + index / 10)))

  test('is recorded by the least there was', () => {
    expect(state.known.map(({ratio}) => ratio)).toEqual([3.4, 3.5, 3.6])
    expect(state.causes).toMatchObject([{ratio: 3.4}])
  })

  test.each([
    ['a page of before', 'posts/c.html', 3.6, []],
    ['a page of before where it is better', 'posts/c.html', 4.2, []],
    ['a page of before where it is as poor as elsewhere', 'posts/c.html', 3.4, []],
    ['a page of before where it is worse', 'posts/c.html', 1.1, [1.1]],
    ['a page of before where it is rounded otherwise', 'posts/c.html', 3.55, []],
    ['a new page', 'posts/new.html', 3.4, []],
    ['a new page where it is worse', 'posts/new.html', 1.1, [1.1]],
  ])('on %s', (_, file, ratio, expected) => {
    const found = held([measured(file, ratio)], state)
    expect(found.map(({message}) => message.values['ratio'])).toEqual(expected)
  })

  test('is known at any ratio where none was recorded', () => {
    const causes = state.causes.map(({cause, check, pages: of, on, most}) => ({
      cause,
      check,
      pages: of,
      on,
      most,
    }))
    expect(held([measured('posts/new.html', 1.1)], {...state, causes})).toEqual([])
  })
})

describe('a known cause', () => {
  const state = record(old.flatMap((file) => [pale(file), picture(file)]))

  test('covers a new page made from the same template, and says by what', () => {
    const found = judged([pale('posts/new.html'), picture('posts/new.html')], state)
    expect(found).toMatchObject([
      {known: true, blocks: false, cause: {pages: 'posts/*', on: 3, most: 1}},
      {known: true, blocks: false, cause: {pages: 'posts/*', on: 3, most: 1}},
    ])
  })

  test('is none where a finding itself was recorded', () => {
    expect(judged([pale('posts/a.html')], state)).toMatchObject([{known: true}])
    expect(judged([pale('posts/a.html')], state)[0]).not.toHaveProperty('cause')
  })

  const fresh: readonly (readonly [string, Finding])[] = [
    ['a picture of the page itself', picture('posts/new.html', 'mine.png')],
    ['the same picture in another place', picture('posts/new.html', '/logo.png', 'main')],
    ['a page of another folder', picture('news/new.html')],
    ['pale words of another make', pale('posts/new.html', '<time class="late">x</time>')],
    [
      'a colour that the page itself gives',
      pale('posts/new.html', '<time class="date" style="color:#ccc">'),
    ],
    ['the same look elsewhere', {...pale('posts/new.html'), place: {file: 'posts/new.html'}}],
    ['another check', {...picture('posts/new.html'), check: 'axe/other'}],
    ['another criterion', {...pale('posts/new.html'), criteria: ['1.4.11']}],
    ['markup on a page that was without it', picture('posts/a.html', '/logo.png')],
  ]
  test.each(fresh)('covers not: %s', (_, one) => {
    const before = one.place.file === 'posts/a.html' ? [picture('posts/a.html'), one] : [one]
    expect(held(before, state)).toHaveLength(1)
  })

  test('covers on a new page as much markup as one page had, and looks wherever they come back', () => {
    const file = 'posts/new.html'
    expect(held([picture(file), picture(file)], state)).toHaveLength(1)
    const looks = [1, 2, 3, 4].map((nth) => pale(file, `<time class="date">${nth}</time>`, nth))
    expect(held(looks, state)).toEqual([])
  })

  test('is what most pages of a folder look like, and what all of them say', () => {
    const on = (count: number, of: (file: string) => Finding) =>
      record(
        old.slice(0, count).map((file) => of(file)),
        [...old, 'posts/d.html'],
      ).causes.length
    expect([on(3, pale), on(2, pale)]).toEqual([1, 0])
    expect(on(3, picture)).toBe(0)
    expect(record(old.map((one) => picture(one))).causes).toHaveLength(1)
    const two = old.slice(1)
    expect(
      record(
        two.map((one) => pale(one)),
        two,
      ).causes,
    ).toEqual([])
  })

  test('is what more than half of a folder look like', () => {
    const six = [...old, 'posts/d.html', 'posts/e.html', 'posts/f.html']
    const causes = (of: readonly string[]) =>
      record(
        of.map((file) => pale(file)),
        six,
      ).causes
    expect([causes(six.slice(0, 3)), causes(six.slice(0, 4)).length]).toEqual([[], 1])
  })

  test('is no look of words on pictures: each page has its own', () => {
    const words = old.map((file) => ({...pale(file, file), check: 'browser/ground-contrast'}))
    expect(record(words).causes).toEqual([])
  })

  test('is one, whatever numbers ids have and whatever views it was seen in', () => {
    const numbered = old.map((file, n) => ({
      ...picture(file),
      message: {key: 'axe/image-alt', values: {views: `view-${n}`}},
      place: {file, selector: `#post-${n} > img`},
    }))
    expect(record(numbered).causes).toHaveLength(1)
  })

  test('is the look of what a page of its own lists', () => {
    const list = (count: number) =>
      Array.from({length: count}, (_, n) => pale('index.html', `<b class="date">${n}</b>`, n))
    expect(held(list(5), record(list(3)))).toEqual([])
    expect(held(list(3), record(list(2)))).toHaveLength(1)
  })

  test('moves with the page that is asked for all that are like it', () => {
    const focus = (file: string) => ({
      ...pale(file, 'Home'),
      check: 'browser/focus-visible',
      criteria: ['2.4.7'],
    })
    const opened = (file: string, excerpt: string) => ({
      ...picture(file, excerpt),
      check: 'browser/opened',
    })
    const once = record([focus('posts/b.html'), opened('posts/b.html', 'x.png')])
    expect(held([focus('a/0.html'), opened('a/0.html', 'x.png')], once)).toEqual([])
    const twice = [opened('a/0.html', 'x.png'), opened('b/0.html', 'x.png')]
    expect(held(twice, once)).toHaveLength(1)
    expect(held([opened('a/0.html', 'y.png')], once)).toHaveLength(1)
  })

  test('stays known where its page could not be seen', () => {
    const [first, ...others] = old
    const silence = finding({check: 'audit/unread', outcome: 'cantTell', place: {file: first!}})
    const seen = judged([silence, ...others.map((file) => picture(file))], state)
    const again = stateOf(seen, others, state)
    expect(again.causes.map(({check}) => check)).toContain('axe/image-alt')
    expect(held([picture('posts/new.html')], again)).toEqual([])
  })

  test('never lets pass what could not run', () => {
    const silent = (file: string) => ({...pale(file), outcome: 'cantTell' as const})
    expect(record(old.map(silent)).causes).toEqual([])
    expect(held([silent('posts/new.html')], state)).toHaveLength(1)
  })
})

test('checks that one page answers for are those that say so', () => {
  const said = browserChecks.flatMap(({id, every}) => (every.endsWith('template') ? [id] : []))
  expect([...askedOnce].toSorted()).toEqual(said.toSorted())
})

test.each([
  ['index.html', 'index.html'],
  ['about.html', '*'],
  ['about/index.html', '*'],
  ['posts/a.html', 'posts/*'],
  ['posts/a/index.html', 'posts/*'],
  ['2024/05/a.html', '#/#/*'],
  ['en/posts/2/index.html', 'en/posts/*'],
])('%s is one of %s', (file, folder) => {
  expect(folderOf(file)).toBe(folder)
})

describe('laws', () => {
  const file = fc.constantFrom(...pages, 'posts/new.html', 'other/new.html')
  const any = fc.oneof(
    fc.tuple(file, fc.constantFrom('/logo.png', 'a.png')).map(([of, src]) => picture(of, src)),
    fc.tuple(file, fc.nat(3)).map(([of, nth]) => pale(of, undefined, nth)),
  )
  const some = fc.array(any, {maxLength: 12})

  test('whatever was recorded, what has no cause there holds as it would without causes', () => {
    fc.assert(
      fc.property(some, some, (before, now) => {
        const state = record(before)
        const without = held(now, {...state, causes: []})
        const withCauses = held(now, state)
        const passing = without.filter(({id}) => !withCauses.some((one) => one.id === id))
        // Every finding that a cause lets pass has its like, at its place, among what was recorded.
        for (const {check, place} of passing) {
          const path = (selector = '') => selector.replace(/:nth-child\(\d+\)/g, '')
          const like = before.filter(
            (one) =>
              one.check === check &&
              path(one.place.selector) === path(place.selector) &&
              folderOf(one.place.file) === folderOf(place.file),
          )
          expect(like.length).toBeGreaterThanOrEqual(3)
        }
        expect(withCauses.length + passing.length).toBe(without.length)
      }),
    )
  })

  test('a state is the same in whatever order things were found, and lets pass itself', () => {
    fc.assert(
      fc.property(some, (found) => {
        const state = record(found)
        expect(record(found.toReversed(), pages.toReversed())).toEqual(state)
        expect(held(found, state)).toEqual([])
        // What a state lets pass, recorded again, is the same state.
        expect(stateOf(judged(found, state), pages, state)).toEqual(state)
      }),
    )
  })
})
