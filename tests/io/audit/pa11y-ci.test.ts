import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {findPa11yCi, readPa11yCi} from '../../../pipeline/io/audit/pa11y-ci.ts'

function config(text: string, name = '.pa11yci'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'galley-pa11yci-')), name)
  writeFileSync(path, text)
  return path
}

test('what has a meaning here is heeded', async () => {
  const read = await readPa11yCi(
    config(`{
      "defaults": {
        "standard": "WCAG2A", "threshold": 2, "timeout": 90000, "concurrency": 3,
        "viewport": {"width": 320, "height": 480},
        "ignore": ["color-contrast", "WCAG2AA.Principle1.Guideline1_1.1_1_1.H37"]
      },
      "urls": ["http://localhost:8080/", {"url": "http://localhost:8080/a/", "threshold": 5}]
    }`),
  )
  expect(read).toMatchObject({
    urls: ['http://localhost:8080/', 'http://localhost:8080/a/'],
    level: 'A',
    threshold: {'*': 2, 'a/index.html': 5},
    timeLimit: 90_000,
    jobs: 3,
    viewport: {width: 320, height: 480},
    findings: [],
  })
  expect(read.waivers.map(({check, reason}) => [check, reason])).toEqual([
    ['axe/color-contrast', 'Ignored in .pa11yci.'],
    ['htmlcs/WCAG2AA.Principle1.Guideline1_1.1_1_1.H37', 'Ignored in .pa11yci.'],
  ])
})

test('what has none is pointed at, on its line', async () => {
  const {findings} = await readPa11yCi(
    config(
      `{\n  "defaults": {\n    "hideElements": ".ad",\n    "threshold": 0\n  },\n  "urls": [\n    {"url": "http://localhost/", "actions": []}\n  ]\n}`,
    ),
  )
  expect(findings.map(({message, place}) => [message.values['key'], place.line])).toEqual([
    ['hideElements', 3],
    ['actions', 7],
  ])
})

describe('is refused', () => {
  test.each([
    ['{"defaults": }', /not JSON/],
    ['[]', /not JSON/],
    ['{"defaults": {"threshold": "many"}}', /threshold/],
    ['{"defaults": {"standard": "Section508"}}', /Section508/],
    ['{"urls": [{"threshold": 1}]}', /without a url/],
  ])('%s', async (text, message) => {
    await expect(readPa11yCi(config(text))).rejects.toMatchObject({
      code: 'bad-policy',
      message: expect.stringMatching(message) as string,
    })
  })

  test('a program, which is not run', async () => {
    const path = config('throw new Error("it ran")', '.pa11yci.cjs')
    expect(findPa11yCi(join(path, '..'))).toBe(path)
    await expect(readPa11yCi(path)).rejects.toMatchObject({
      code: 'bad-policy',
      message: expect.stringContaining('program') as string,
    })
  })
})
