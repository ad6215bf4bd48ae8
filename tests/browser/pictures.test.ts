import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {baseline} from '../../pipeline/check/browser/baseline.ts'
import type {BrowserOptions} from '../../pipeline/io/checking-browser.ts'
import type {Finding} from '../../pipeline/model/finding.ts'
import {html, open, page, views} from '../support/browser.ts'

const words = '북한군 병사들이 러시아 전선에 파병됐다. Defectors spoke out. '
const before = page('ko/index.html', html(`<p>${words.repeat(8)}</p>`))
const after = page(
  'ko/index.html',
  html(`<p>${words.repeat(8)}</p><p style="color: #444">New.</p>`),
)
const folder = mkdtempSync(join(tmpdir(), 'galley-pictures-'))
const manifest = join(folder, 'baselines', 'manifest.json')

/** One run of its own, as from the command line: what the judge says, and how many pages it loaded. */
async function run(shown: typeof before, options: Partial<BrowserOptions> = {}, approve = false) {
  const browser = await open({
    probes: [baseline],
    cache: join(folder, 'cache'),
    baselines: join(folder, 'baselines'),
    ...options,
  })
  const {captures, loads} = await browser.capture([shown])
  const findings = captures.flatMap(
    ({page: path, view, evidence, failures}): readonly Finding[] => {
      expect(failures).toEqual({})
      const seen = {page: path, view, locale: 'ko', article: undefined}
      // The evidence is what the probe of this very check has given.
      return baseline.judge(evidence[baseline.id] as Parameters<typeof baseline.judge>[0], seen)
    },
  )
  const approved = approve
    ? await browser.approve(() => true, {
        at: '2026-11-25T12:00:00.000Z',
        by: 'Kim',
        reason: 'As meant',
      })
    : []
  await browser.close()
  return {findings, loads, approved, captures}
}

const keys = (findings: readonly Finding[]) => [
  ...new Set(findings.map(({message}) => message.key)),
]

describe('a page and its approved picture', () => {
  test('none yet: a warning that shows it', async () => {
    const {findings} = await run(before, {}, true)
    expect(keys(findings)).toEqual(['visual/baseline/none'])
    expect(findings.map(({severity}) => severity)).toEqual(views.map(() => 'warning'))
    expect(findings[0]?.pictures?.map(({label}) => label)).toEqual(['current'])
  })

  test('approved: nothing to say, and no page is loaded', async () => {
    const {findings, loads} = await run(before)
    expect({findings, loads}).toEqual({findings: [], loads: 0})
  })

  test('approving the same pictures again changes nothing', async () => {
    const text = readFileSync(manifest, 'utf8')
    const {approved} = await run(before, {}, true)
    expect(approved).toEqual([])
    expect(readFileSync(manifest, 'utf8')).toBe(text)
  })

  test('changed: how much, where, and three pictures', async () => {
    const {findings, loads} = await run(after)
    expect(loads).toBe(2)
    expect(keys(findings)).toEqual(['visual/baseline'])
    expect(findings.length).toBe(views.length)
    const [first] = findings
    expect(first?.severity).toBe('error')
    expect(first?.message.values['pixels']).toBeGreaterThan(20)
    expect(first?.message.values['top']).toBeGreaterThan(100)
    expect(first?.pictures?.map(({label}) => label)).toEqual(['approved', 'current', 'difference'])
  })

  test('rejected: it holds, with who and why, until the page looks otherwise', async () => {
    const at = join(folder, 'rejected')
    const options = {baselines: at, cache: join(folder, 'cache')}
    const browser = await open({probes: [baseline], ...options})
    await browser.capture([after])
    const reason = 'Too pale'
    await browser.reject(() => true, {at: '2026-11-25T11:00:00.000Z', by: 'Lee', reason})
    await browser.close()
    const {findings} = await run(after, options)
    expect(keys(findings)).toEqual(['visual/rejected/because'])
    expect(findings[0]).toMatchObject({severity: 'error', outcome: 'failed'})
    expect(findings[0]?.message.values).toMatchObject({by: 'Lee', reason, on: '2026-11-25'})
    expect(keys((await run(before, options)).findings)).toEqual(['visual/baseline/none'])
    await run(after, options, true)
    expect((await run(after, options)).findings).toEqual([])
  })

  test('the same change within what policy tolerates', async () => {
    const {findings, loads} = await run(after, {tolerance: {channel: 0, pixels: 1e6}})
    expect({findings, loads}).toEqual({findings: [], loads: 0})
  })

  test('approved in another browser: equal pictures pass, others cannot be told', async () => {
    const text = readFileSync(manifest, 'utf8')
    writeFileSync(manifest, text.replace(/"browser": "[^"]*"/g, '"browser": "Chromium 1.0"'))
    expect((await run(before)).findings).toEqual([])
    const {findings} = await run(after)
    writeFileSync(manifest, text)
    expect(keys(findings)).toEqual(['visual/environment'])
    expect(findings.map(({outcome, severity}) => `${outcome} ${severity}`)).toEqual(
      views.map(() => 'cantTell error'),
    )
  })

  test('an approved picture that was damaged proves nothing', async () => {
    const file = join(folder, 'baselines', 'ko', 'index.phone-light.png')
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.subarray(0, 500))
    const {findings} = await run(after)
    writeFileSync(file, bytes)
    expect(keys(findings)).toEqual(['visual/baseline/unreadable', 'visual/baseline'])
    expect(findings[0]?.outcome).toBe('cantTell')
  })

  test('a layout that was damaged: what changed is not told, and that is said until it is restored', async () => {
    const file = join(folder, 'baselines', 'ko', 'index.phone-light.layout.br')
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.subarray(0, 50))
    const {findings} = await run(after)
    writeFileSync(file, bytes)
    expect(keys(findings)).toEqual(['visual/baseline/unexplained', 'visual/baseline'])
    expect(findings[0]).toMatchObject({
      severity: 'error',
      changes: [],
      message: {values: {file: 'ko/index.phone-light.layout.br'}},
    })
    expect(findings[0]?.pictures?.map(({label}) => label)).toEqual([
      'approved',
      'current',
      'difference',
    ])
    expect(keys((await run(after)).findings)).toEqual(['visual/baseline'])
  })

  test('a picture that was lost is there again once approved, with its layout', async () => {
    const file = join(folder, 'baselines', 'ko', 'index.phone-light.png')
    const [text, bytes] = [readFileSync(manifest, 'utf8'), readFileSync(file)]
    rmSync(file)
    await run(before, {}, true)
    expect(readFileSync(manifest, 'utf8')).toBe(text)
    expect(readFileSync(file)).toEqual(bytes)
  })

  test('what looks otherwise at each load cannot be compared; what does not has changed', async () => {
    const at = join(folder, 'unstable')
    const options = {baselines: at, cache: join(folder, 'cache')}
    const drawn = (colour: string) =>
      page(
        'ko/index.html',
        html(
          `<div id="box" style="height: 40px"></div><script>document.getElementById('box').style.background = ${colour}</script>`,
        ),
      )
    const byChance = '`hsl(${Math.random() * 360} 60% 50%)`'
    await run(drawn("'red'"), options, true)
    const {findings} = await run(drawn(byChance), options)
    expect(findings.map(({check, outcome, severity}) => [check, outcome, severity])).toEqual(
      views.map(() => ['visual/unstable', 'cantTell', 'error']),
    )
    expect(keys((await run(drawn("'blue'"), options)).findings)).toEqual(['visual/baseline'])
  })

  test('a list in which git left both sides says how to go on', async () => {
    const list = readFileSync(manifest, 'utf8')
    const lines = list.split('\n')
    const both = ['<<<<<<< HEAD', lines[3], '=======', lines[3], '>>>>>>> other']
    writeFileSync(manifest, [...lines.slice(0, 3), ...both, ...lines.slice(4)].join('\n'))
    await expect(run(before)).rejects.toMatchObject({
      code: 'unreadable-file',
      message: expect.stringContaining('git has left both'),
    })
    writeFileSync(manifest, list)
  })

  test('a list that names a file elsewhere is refused, and the file is left alone', async () => {
    const victim = join(folder, 'victim.txt')
    writeFileSync(victim, 'mine')
    const list = readFileSync(manifest, 'utf8')
    writeFileSync(manifest, list.replace(/"file": "[^"]+"/, '"file": "../victim.txt"'))
    await expect(run(before, {}, true)).rejects.toMatchObject({code: 'unreadable-file'})
    expect(readFileSync(victim, 'utf8')).toBe('mine')
    writeFileSync(manifest, list)
  })

  test('a page that is gone loses its pictures at the next approval', async () => {
    const other = page('en/index.html', html('<p>Other.</p>'))
    const {approved} = await run(other, {}, true)
    expect(approved).toEqual(['en/index.html', 'ko/index.html'])
    expect(Object.keys(Object(JSON.parse(readFileSync(manifest, 'utf8'))).pages)).toEqual([
      'en/index.html',
    ])
  })
})

describe('pictures', () => {
  const taken = new Map<string, Set<string>>()
  beforeAll(async () => {
    for (let time = 0; time < 10; time++) {
      const cache = mkdtempSync(join(tmpdir(), 'galley-pictures-'))
      const {captures} = await run(before, {cache, baselines: join(cache, 'baselines')})
      for (const {view, evidence} of captures) {
        const {sha256} = Object(evidence[baseline.id]).current
        taken.set(view.name, (taken.get(view.name) ?? new Set()).add(String(sha256)))
      }
    }
  })
  afterAll(() => taken.clear())

  test('of one page are the same, byte by byte, in ten browsers', () => {
    expect([...taken].map(([view, hashes]) => [view, hashes.size])).toEqual(
      views.map(({name}) => [name, 1]),
    )
  })
})
