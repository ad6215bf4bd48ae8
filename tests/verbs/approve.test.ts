import {expect, test} from 'vitest'
import {mustBePage} from '../../pipeline/verbs/approve.ts'

const pages = ['index.html', 'en/index.html', 'ko/index.html', 'ko/a-long-story/index.html']

test.each(['index.html', 'ko', 'ko/', '/ko/', 'ko/index.html', 'ko/*', '*', 'ko/a-long-story'])(
  '%s is a page',
  (name) => {
    expect(() => mustBePage(name, pages)).not.toThrow()
  },
)

test.each([
  ['ko/indx.html', 'ko/index.html'],
  ['ko/a-log-story', 'ko/a-long-story'],
  ['kr/*', 'ko'],
  ['zz/nothing/of/the/kind/anywhere.html', undefined],
])('%s is none, and the nearest is named', (name, nearest) => {
  const hint = nearest === undefined ? /There is no page "[^"]*"\.$/ : `Did you mean "${nearest}"?`
  expect(() => mustBePage(name, pages)).toThrow(hint)
})
