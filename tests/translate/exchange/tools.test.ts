import {execFileSync, spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {inlineParserFor} from '../../../pipeline/markdown/inline.ts'
import {parseMarkdown} from '../../../pipeline/markdown/parse.ts'
import type {Catalog, Unit} from '../../../pipeline/model/catalog.ts'
import {bringBack} from '../../../pipeline/translate/exchange/bring-back.ts'
import {formats, type ExchangeFormat} from '../../../pipeline/translate/exchange/formats.ts'

const parse = inlineParserFor(parseMarkdown(''))

// Programs that we did not write say whether our files are sound. Where one is not installed its
// tests are skipped, and counted as such: `apt-get install gettext libxml2-utils translate-toolkit`.
const installed = (program: string) => spawnSync(program, ['--version']).error === undefined
const has = {
  gettext: installed('msgfmt') && installed('msgmerge'),
  xmllint: installed('xmllint'),
  toolkit: installed('po2xliff') && installed('xliff2po') && installed('pofilter'),
}
for (const [name, there] of Object.entries(has))
  if (!there) console.warn(`NOT CHECKED: ${name} is not installed, so its tests are skipped.`)

const texts: readonly (readonly [kind: Unit['kind'], source: string, target?: string])[] = [
  ['headline', 'Storm hits **Seoul**', '폭풍, **서울**을 덮치다'],
  [
    'paragraph',
    'A [report](https://a.example/?a=1&b=2 "t") by `npm` & _others_.',
    '[보고서](https://a.example/?a=1&b=2 "t")는 `npm`과 _그 밖_.',
  ],
  [
    'paragraph',
    'Two\nlines, and a hard  \nbreak \\* "quoted" C:\\dir',
    '두\n줄, 굳은  \n줄바꿈 \\* "따옴" C:\\dir',
  ],
  ['paragraph', '7'],
  ['cell', '42', '사십이'],
  ['alt', 'A <b>sign</b> & more', '<b>표지판</b> 등'],
]

const catalog: Catalog = {
  slug: 'storm',
  locale: 'ko',
  units: texts.map(([kind, source, target], index): Unit => ({
    key: `${kind}-${index}`,
    kind,
    source,
    target,
    state:
      target === undefined
        ? 'untranslated'
        : ((['translated', 'reviewed', 'draft'] as const)[index % 3] ?? 'draft'),
    stale: index === 1,
    previousSource: index === 1 ? 'A "report"\nby others.' : undefined,
    origin: target === undefined ? undefined : 'person',
    note: index === 2 ? '줄바꿈을\n지킬 것' : undefined,
  })),
  retired: [],
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-exchange-'))
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

function named(name: string): ExchangeFormat {
  const format = formats.find((one) => one.name === name)
  if (format === undefined) throw new Error(name)
  return format
}

function exported(name: string): string {
  const path = join(folder, `${name}${named(name).endings[0] ?? ''}`)
  const {units} = catalog
  writeFileSync(
    path,
    named(name).write([{slug: 'storm', sourceLocale: 'en', locale: 'ko', parse, units}]),
  )
  return path
}

function brought(name: string, path: string): Catalog {
  const format = named(name)
  const {articles, fault} = format.read(readFileSync(path, 'utf8'))
  expect(fault).toBeUndefined()
  return bringBack(catalog, articles[0]?.units ?? [], {
    name: path,
    format,
    parse,
    force: false,
  }).catalog
}

function run(program: string, ...words: string[]): string {
  return execFileSync(program, words, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

describe.skipIf(!has.gettext)('gettext', () => {
  test('msgfmt -c finds nothing wrong', () => {
    expect(() => run('msgfmt', '-c', '-o', '/dev/null', exported('po'))).not.toThrow()
  })

  test.each([
    ['msgcat', ['--no-wrap']],
    ['msgcat', ['--width=40']],
    ['msgattrib', ['--sort-output']],
    ['msgconv', ['--to-code=UTF-8']],
  ])('what %s %j rewrites comes back the same', (program, options) => {
    const path = exported('po')
    run(program, ...options, '-o', 'rewritten.po', path)
    expect(brought('po', join(folder, 'rewritten.po'))).toEqual(catalog)
  })

  test('msgattrib --clear-fuzzy accepts drafts and stale texts', () => {
    run('msgattrib', '--clear-fuzzy', '-o', 'cleared.po', exported('po'))
    const {units} = brought('po', join(folder, 'cleared.po'))
    expect(units.some(({state, stale}) => stale || state === 'draft')).toBe(false)
    expect(units.map(({target}) => target)).toEqual(catalog.units.map(({target}) => target))
  })
})

describe.skipIf(!has.xmllint)('xmllint', () => {
  test.each(['xliff12', 'xliff21', 'tmx'])(
    '%s is well-formed, and comes back from it the same',
    (name) => {
      const path = exported(name)
      const rewritten = run('xmllint', '--nonet', '--encode', 'UTF-16', path)
      expect(rewritten).not.toBe('')
      writeFileSync(join(folder, 'rewritten.xml'), run('xmllint', '--nonet', '--c14n', path))
      if (name !== 'tmx') expect(brought(name, join(folder, 'rewritten.xml'))).toEqual(catalog)
    },
  )
})

describe.skipIf(!has.toolkit)('translate-toolkit', () => {
  test('what was changed between po2xliff and xliff2po comes back, though they drop the keys', () => {
    run('po2xliff', '-i', exported('po'), '-o', 'toolkit.xlf')
    const path = join(folder, 'toolkit.xlf')
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('덮치다', '강타하다'))
    run('xliff2po', '-i', 'toolkit.xlf', '-o', 'toolkit.po')
    const {units, retired} = brought('po', join(folder, 'toolkit.po'))
    expect(units.map(({target}) => target)).toEqual(
      catalog.units.map(({target}) => target?.replace('덮치다', '강타하다')),
    )
    expect(retired).toEqual([])
  })

  test('xliff2po reads our XLIFF 1.2', () => {
    run('xliff2po', '-i', exported('xliff12'), '-o', 'ours.po')
    expect(readFileSync(join(folder, 'ours.po'), 'utf8')).toContain('폭풍')
  })

  test('pofilter finds no fault in the form', () => {
    run(
      'pofilter',
      '-t',
      'isfuzzy',
      '-t',
      'xmltags',
      '-t',
      'escapes',
      '-i',
      exported('po'),
      '-o',
      'filtered.po',
    )
  })
})
