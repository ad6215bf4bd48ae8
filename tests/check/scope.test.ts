import {describe, expect, test} from 'vitest'
import {scopeOf} from '../../pipeline/check/scope.ts'
import type {Finding} from '../../pipeline/model/finding.ts'

const html = `<!doctype html><html><head><title>Pears</title></head><body>
  <p id="far">Far.</p><main><div id="chat.box"><p>Hello</p></div><p>Near.</p>
  <iframe title="Map"></iframe></main></body></html>`
const body = 'html > :nth-child(2)'
const at = {html, url: 'http://localhost/', isOther: false}
const parts = {...at, root: `${body} > :nth-child(2)`, hidden: [] as string[]}
const hiding = {...parts, root: undefined, hidden: [`${body} > :nth-child(2) > :nth-child(1)`]}

function finding(selector?: string, key = 'axe/image-alt'): Finding {
  return {
    check: 'axe/image-alt',
    outcome: 'failed',
    severity: 'error',
    message: {key, values: {}},
    place: {file: 'index.html', ...(selector !== undefined && {selector})},
    locale: undefined,
    article: undefined,
    criteria: [],
    engines: [],
  }
}

describe('a finding counts', () => {
  test.each([
    ['where the part that counts is', parts, 'html > body > main > p', true],
    ['at that part itself', parts, 'html > body > main', true],
    ['not outside it', parts, '#far', false],
    ['not around it', parts, 'html > body', false],
    ['not where it is about the page', parts, undefined, false],
    ['in a frame inside it', parts, 'html > body > main > iframe >>> html > body > p', true],
    ['where its element is not found again', parts, '#gone', true],
    ['where its selector is none', parts, 'p:nth-child(', true],
    ['outside what does not count', hiding, 'html > body > main > p', true],
    ['not inside it', hiding, '#chat.box > p', false],
    ['not inside it, by an attribute', hiding, '[id="chat.box"]', false],
    ['about the page, where only parts of it do not', hiding, undefined, true],
    ['everywhere, where nothing is said', {...hiding, hidden: []}, '#chat.box', true],
  ])('%s', (_, arrival, selector, counts) => {
    expect(scopeOf(arrival)(finding(selector))).toBe(counts)
  })

  test('always where it says that something could not be checked', () => {
    expect(scopeOf(parts)(finding(undefined, 'check/could-not-run'))).toBe(true)
  })
})
