import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {auditOf} from '../support/audit-folder.ts'

const folder = fileURLToPath(new URL('../fixtures/audit/clean', import.meta.url))

// Pages as people write them, with menus, forms, tables, tabs, dialogs and code.
test('pages that fail nothing are told of no error', async () => {
  const pages = await auditOf(folder)
  const wrong = [...pages].flatMap(([path, findings]) =>
    findings
      .filter(({severity}) => severity === 'error')
      .map(({check, place, message}) => `${path} ${check} ${place.selector} ${message.key}`),
  )
  expect(wrong).toEqual([])
  expect(pages.size).toBeGreaterThan(10)
})
