import {expect, test} from 'vitest'
import {sandboxOff} from '../../pipeline/check/sandbox.ts'

test.each([
  ['on', true, []],
  ['not needed, because no page was loaded', undefined, []],
  ['off', false, ['audit/no-sandbox cantTell notice Chromium 147']],
] as const)('the report names a browser whose sandbox was %s', (_, sandboxed, expected) => {
  const found = sandboxOff('Chromium 147', sandboxed)
  const lines = found.map(
    ({check, outcome, severity, message}) =>
      `${check} ${outcome} ${severity} ${message.values['browser']}`,
  )
  expect(lines).toEqual(expected)
})
