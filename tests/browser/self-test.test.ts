import {mkdtemp} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {selfTests} from '../../pipeline/check/self-test.ts'
import {found, whole} from '../support/self-test.ts'

test('engines that pass are believed; a second run loads nothing to believe them again', async () => {
  const cache = await mkdtemp(join(tmpdir(), 'galley-test-'))
  const first = await found({cache})
  expect(first.loads).toBe(3)
  const legend = 'htmlcs/WCAG2AA.Principle1.Guideline1_3.1_3_1.H71.NoLegend failed'
  expect(first.blocking).toEqual(
    ['one.html', 'two.html'].flatMap((path) => [
      `${path} axe/image-alt failed`,
      `${path} ${legend}`,
    ]),
  )
  const asked: string[] = []
  const tests = selfTests.map((one) => ({
    ...one,
    find: (tab: Parameters<typeof one.find>[0]) => {
      asked.push(one.of)
      return one.find(tab)
    },
  }))
  expect(await found({cache, selfTest: {...whole, tests}})).toEqual({...first, loads: 0})
  expect(asked).toEqual(['axe', 'htmlcs', 'browser/standards'])
})

test.each([
  ['htmlcs', 'htmlcs/could-not-run'],
  ['browser/standards', 'browser/standards'],
] as const)('%s blocks every page when it misses what it must find', async (of, check) => {
  const tests = selfTests.map((one) =>
    one.of === of ? {...one, expected: [...one.expected, 'unheard-of']} : one,
  )
  const {blocking, messages} = await found({selfTest: {...whole, tests}})
  expect(blocking).toContain(`one.html ${check} cantTell`)
  expect(blocking).toContain(`two.html ${check} cantTell`)
  expect(blocking).toContain('one.html axe/image-alt failed')
  expect(messages[0]).toContain('does not find unheard-of')
})

test('a self-test that cannot be run at all is one that failed', async () => {
  const deaf = selfTests.map((one) => ({
    ...one,
    find: () => Promise.reject(new Error('no answer')),
  }))
  const {blocking} = await found({selfTest: {...whole, tests: deaf}})
  expect(blocking.filter((line) => line.endsWith(' cantTell'))).toHaveLength(6)
})
