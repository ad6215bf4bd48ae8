import {expect, test} from 'vitest'
import {looksOf} from '../../pipeline/report/looks.ts'

test.each([
  ['axe/color-contrast', 'axe/color-contrast', ['1.4.3'], ['colour', 'ground']],
  ['alfa/sia-r69', 'alfa/sia-r69', ['1.4.3'], ['colour', 'ground']],
  ['browser/ground-contrast', 'browser/ground-contrast/drawn', ['1.4.3'], ['layer']],
  ['browser/ground-contrast', 'browser/ground-contrast/picture', ['1.4.3'], []],
  // While something has the focus, other rules hold.
  ['browser/state-contrast', 'browser/state-contrast/focus-light', ['1.4.3'], []],
  ['browser/focus-visible', 'browser/focus-visible', ['2.4.7'], ['ring']],
  ['browser/forced-colors', 'browser/forced-colors/focus', ['2.4.7'], ['ring']],
  ['browser/forced-colors', 'browser/forced-colors/contrast', ['1.4.3'], []],
  ['browser/clipped-text', 'browser/clipped-text/cut', ['1.4.4'], ['clipping']],
  ['browser/overflow', 'browser/overflow/wide', ['1.4.10'], ['width']],
  ['browser/overflow', 'browser/overflow/text-over-text', ['1.4.10'], []],
  // In a narrower window and on paper, too.
  ['browser/reflow', 'browser/reflow/wide', ['1.4.10'], []],
  ['browser/print', 'browser/print/cut', [], []],
  ['axe/link-name', 'axe/link-name', ['2.4.4'], []],
])('%s (%s) is about these looks', (check, key, criteria, expected) => {
  const finding = {
    check,
    criteria,
    message: {key, values: {}},
    outcome: 'failed',
    severity: 'error',
    place: {file: 'a.html', selector: 'p'},
    locale: undefined,
    article: undefined,
    engines: [],
  } as const
  expect(looksOf(finding)).toEqual(expected)
})
