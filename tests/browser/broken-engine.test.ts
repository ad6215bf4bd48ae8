import fs from 'node:fs'
import {expect, test, vi} from 'vitest'
import {found} from '../support/self-test.ts'

test('an axe-core that finds nothing any more blocks every page, and nothing else goes with it', async () => {
  // pa11y reads the programs of its engines once.
  const read = fs.readFileSync
  const hollow =
    'globalThis.axe = {getRules: () => [], run: async () => ({violations: [], incomplete: []})}'
  const planted = vi
    .spyOn(fs, 'readFileSync')
    .mockImplementation((path, options) =>
      String(path).endsWith('axe.min.js') ? hollow : read(path, options),
    )
  const {blocking, messages} = await found({})
  planted.mockRestore()
  const each = (path: string) => [
    `${path} axe/could-not-run cantTell`,
    `${path} htmlcs/WCAG2AA.Principle1.Guideline1_3.1_3_1.H71.NoLegend failed`,
  ]
  expect(blocking).toEqual([...each('one.html'), ...each('two.html')])
  expect(messages).toHaveLength(2)
  for (const message of messages) expect(message).toMatch(/self-test.* button-name, .*image-alt/)
})
