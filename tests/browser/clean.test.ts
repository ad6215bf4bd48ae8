import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {auditChecks, weighed} from '../../pipeline/check/audit-checks.ts'
import {judgeBy} from '../../pipeline/check/judge.ts'
import {asset, lax, open, page} from '../support/browser.ts'

const folder = fileURLToPath(new URL('../fixtures/audit/clean', import.meta.url))
const files = readdirSync(folder).toSorted()
const views = [{name: 'desktop', width: 1280, height: 800, scheme: 'light'}] as const

// Pages as people write them, with menus, forms, tables, tabs, dialogs and code.
test('ordinary pages that fail nothing are told nothing', async () => {
  const url = 'https://news.example/paper/'
  const renditions = files.map((name) =>
    name.endsWith('.html')
      ? {...page(name, readFileSync(`${folder}/${name}`, 'utf8')), locale: undefined}
      : asset(
          name,
          name.endsWith('.png') ? 'image/png' : 'application/pdf',
          readFileSync(`${folder}/${name}`),
        ),
  )
  const browser = await open({url, views, policy: lax, probes: [...auditChecks.browser]})
  try {
    const {captures} = await browser.capture(renditions)
    const config = {url, locales: [], views, policy: {}} as unknown as Parameters<
      typeof judgeBy
    >[1]['config']
    const {findings} = judgeBy(auditChecks, {config, editions: [], terms: [], renditions, captures})
    const wrong = findings.map(weighed).filter(({severity}) => severity === 'error')
    expect(
      wrong.map(({check, place, message}) => [check, place.file, place.selector, message.key]),
    ).toEqual([])
    expect(captures.length).toBe(files.filter((name) => name.endsWith('.html')).length)
  } finally {
    await browser.close()
  }
})
