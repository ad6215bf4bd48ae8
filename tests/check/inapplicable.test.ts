import {expect, test} from 'vitest'
import type {BrowserCheck} from '../../pipeline/check/check.ts'
import {inapplicableOn} from '../../pipeline/check/inapplicable.ts'
import {rules} from '../../pipeline/check/rule/rules.ts'
import type {Capture} from '../../pipeline/model/tab.ts'

const check: BrowserCheck<readonly string[]> = {
  id: 'browser/rules',
  criteria: [],
  every: 'view',
  probe: () => Promise.resolve([]),
  judge: () => [],
  inapplicable: (evidence) => evidence,
}

function seen(page: string, view: string, evidence: Capture['evidence']): Capture {
  return {
    page,
    view: {name: view, width: 375, height: 812, scheme: 'light'},
    evidence,
    failures: {},
  }
}

test('a test does not apply to a page where it does in no view that says so', () => {
  const captures = [
    seen('a.html', 'phone', {[check.id]: ['image', 'table']}),
    seen('a.html', 'desktop', {[check.id]: ['table', 'video']}),
    seen('a.html', 'dark', {[check.id]: []}),
    seen('b.html', 'phone', {}),
    seen('toString', 'phone', {}),
  ]
  expect(inapplicableOn([check], captures)).toEqual({'a.html': ['table']})
})

test('rules that name what they are about match whole tags and roles', () => {
  for (const {id, of} of rules) {
    if (of) expect([id, of.source]).toEqual([id, expect.stringMatching(/^\^.*\$$/)])
  }
})
