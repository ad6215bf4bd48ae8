import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {accessibility} from '../../pipeline/check/browser/accessibility.ts'
import {clippedText} from '../../pipeline/check/browser/clipped-text.ts'
import {overflow} from '../../pipeline/check/browser/overflow.ts'
import type {BrowserCheck} from '../../pipeline/check/check.ts'
import type {CheckingBrowser} from '../../pipeline/io/checking-browser.ts'
import type {Capture} from '../../pipeline/model/tab.ts'
import {conformance} from '../../pipeline/report/conformance.tsx'
import {html} from '../../pipeline/report/html.tsx'
import {context, findings, sample} from '../report/sample.ts'
import {auditOf} from '../support/audit-folder.ts'
import {open, page} from '../support/browser.ts'

const checks: readonly BrowserCheck[] = [accessibility, clippedText, overflow]

const views = [320, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({
    name: `${width}-${scheme}`,
    width,
    height: 800,
    scheme,
  })),
)

let browser: CheckingBrowser
let captures: readonly Capture[]

beforeAll(async () => {
  browser = await open({probes: checks, views})
  // Whichever language stands first is the one that is seen.
  const pages = [context.config.locales, context.config.locales.toReversed()].map((locales) =>
    page(
      `${locales[0]?.tag}.html`,
      html.write(sample(findings), {...context, config: {...context.config, locales}}),
    ),
  )
  captures = (await browser.capture(pages)).captures
}, 120_000)

afterAll(() => browser.close())

test('the report passes axe and HTML_CodeSniffer, in light and dark, from 320 pixels up', () => {
  expect(captures).toHaveLength(8)
  const found = captures.flatMap(({page: path, view, evidence, failures}) => {
    expect(failures).toEqual({})
    expect(Object.keys(evidence)).toContain(accessibility.id)
    return checks
      .filter(({id}) => Object.hasOwn(evidence, id))
      .flatMap((check) =>
        check.judge(evidence[check.id] ?? null, {
          page: path,
          view,
          locale: 'en',
          article: undefined,
        }),
      )
  })
  const errors = found.filter(({severity}) => severity !== 'notice')
  expect(
    errors.map(
      ({check, place, excerpt}) =>
        `${place.file} ${place.view} ${check} ${place.selector} ${excerpt}`,
    ),
  ).toEqual([])
})

test('the report and the conformance page pass the gate for pages of strangers', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-report-'))
  writeFileSync(join(folder, 'report.html'), html.write(sample(findings), context))
  for (const {file} of context.transcripts.values()) {
    mkdirSync(dirname(join(folder, file)), {recursive: true})
    writeFileSync(join(folder, file), 'page\n')
  }
  writeFileSync(join(folder, 'conformance.html'), conformance.write(sample(findings), context))
  const found = [...(await auditOf(folder))].flatMap(([path, all]) =>
    all
      .filter(({severity}) => severity !== 'notice')
      .map(({check, place, excerpt}) => `${path} ${check} ${place.selector} ${excerpt}`),
  )
  expect(found).toEqual([])
})
